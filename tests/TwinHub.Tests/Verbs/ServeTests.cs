using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Verbs;

/// <summary>The verb as people call it: a process of its own.</summary>
public sealed class ServeTests
{
    [Fact]
    public async Task A_port_that_is_taken_is_told_in_a_sentence_and_ends_with_three()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var (exit, said) = await RunAsync("serve", "--data", record.Store.Folder, "--port", port);
        Assert.Equal(3, exit);
        Assert.Contains($"127.0.0.1:{port}: address already in use. Stop the program that has it, or choose another port", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Said)> RunAsync(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
