using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Verbs;

/// <summary>The verb as people call it: a process of its own.</summary>
public sealed class VerifyTests
{
    [Fact]
    public async Task A_sound_record_is_equal_and_the_call_says_so_in_three_words()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        var (exit, output) = await RunAsync("verify", "--data", record.Store.Folder, "--json");
        var said = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["entries", "root", "replay"], said.EnumerateObject().Select(p => p.Name));
        Assert.Equal((0, "equal", true), (exit, said.GetProperty("replay").GetString(), said.GetProperty("entries").GetInt64() > 0));
    }

    [Fact]
    public async Task What_differs_is_named_and_ends_with_one()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        await record.UseAsync(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, """UPDATE "Items" SET "Due" = '2025-01-01' WHERE "Code" = '2024H1-001'"""));
        var (exit, output) = await RunAsync("verify", "--data", record.Store.Folder, "--json");
        Assert.Equal(1, exit);
        Assert.Contains("2025-01-01", JsonDocument.Parse(output).RootElement.GetProperty("replay").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_record_and_no_file_are_faults_of_the_call()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Equal(2, (await RunAsync("verify", "--data", nowhere)).Exit);
        Assert.Equal(2, (await RunAsync("verify", nowhere)).Exit);
        Assert.False(Directory.Exists(nowhere));
    }

    [Fact]
    public async Task A_record_without_a_version_is_refused_and_told_what_to_do()
    {
        await using var record = await TestRecord.NewAsync(Engines.Sqlite, null, null);
        await record.UseAsync(db => db.Database.EnsureCreatedAsync());
        var (exit, _, error) = await SaidAsync("serve", "--data", record.Store.Folder, "--port", "0");
        Assert.Equal(1, exit);
        Assert.Contains("begin in another data folder", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_export_is_a_fault_of_the_data()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "{}\n", TestContext.Current.CancellationToken);
        Assert.Equal(1, (await RunAsync("verify", file)).Exit);
        File.Delete(file);
    }

    private static async Task<(int Exit, string Output)> RunAsync(params string[] words)
    {
        var (exit, output, _) = await SaidAsync(words);
        return (exit, output);
    }

    private static async Task<(int Exit, string Output, string Error)> SaidAsync(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
