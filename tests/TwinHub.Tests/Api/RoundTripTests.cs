using System.Diagnostics;
using System.Text.Json.Nodes;
using TwinHub.Core.Parties;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Api;

/// <summary>The script of the documentation does what it says, against a running site.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public async Task The_script_writes_a_report_reads_it_back_and_finds_it_in_the_journal_with_its_proof()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAccountAsync("writer", "north", Roles.Drafter, "N-TRA");
        var lines = await RunAsync(site, await site.TokenAsync("writer", "read", "reports:write"), "2024H1-R3", "2024H1-001", "N-TRA", "65");
        Assert.StartsWith("2024H1-001  Ring railway, missing link  due 2024-06-30", lines[0], StringComparison.Ordinal);
        Assert.Equal(("draft", "N-TRA"), (JsonNode.Parse(lines[1])!["state"]!.GetValue<string>(), JsonNode.Parse(lines[1])!["organization"]!.GetValue<string>()));
        var (entry, proof) = (JsonNode.Parse(lines[2])!, JsonNode.Parse(lines[3])!);
        Assert.Equal(("report.saved", "north"), (entry["act"]!.GetValue<string>(), entry["party"]!.GetValue<string>()));
        Assert.Equal(entry["index"]!.GetValue<long>(), proof["index"]!.GetValue<long>());
        Assert.True(proof["hashes"]!.GetValue<int>() > 0);
    }

    private static async Task<string[]> RunAsync(TestSite site, string token, params string[] arguments)
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(PackFolders.Root, "docs", "examples", "api.sh"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["TWINHUB"], start.Environment["TOKEN"]) = (site.Address.ToString().TrimEnd('/'), token);
        using var script = Process.Start(start)!;
        var (output, errors) = (script.StandardOutput.ReadToEndAsync(), script.StandardError.ReadToEndAsync());
        await script.WaitForExitAsync();
        Assert.True(script.ExitCode == 0, $"{script.ExitCode}: {await output}{await errors}");
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
