using CsCheck;
using Microsoft.EntityFrameworkCore;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Data;

/// <summary>kill -9 at any moment loses no act that was answered and leaves no half act.</summary>
public sealed class KillTests
{
    private const int Kills = 25, Records = 8, ServerKills = 3, Freezes = 40, MostPauseMs = 12;

    /// <summary>Starting a process takes longer than killing it: so each writes to eight records, and one kill stops eight writers, each at a moment of its own.</summary>
    [Fact]
    public async Task Two_hundred_records_whose_writer_is_killed_hold_all_that_it_said_was_done()
    {
        var records = await Task.WhenAll(Enumerable.Range(0, Records).Select(_ => TestRecord.FoundedAsync(Engines.Sqlite)));
        var pauses = Gen.Int[0, 60].Array[Kills].Single();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var writer = await Writer.StartAsync([.. records.Select(r => r.Store)], $"K{kill}");
            await Task.Delay(pauses[kill], TestContext.Current.CancellationToken);
            var said = await writer.KillAsync();
            for (var place = 0; place < Records; place++) await AssertHoldsAsync(records[place], [.. said.Where(s => s.StartsWith($"K{kill}-{place}-", StringComparison.Ordinal))]);
        }

        foreach (var record in records) await record.DisposeAsync();
    }

    [Fact]
    public async Task A_client_that_is_killed_loses_nothing_on_the_server()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Postgres);
        for (var kill = 0; kill < ServerKills; kill++)
        {
            using var writer = await Writer.StartAsync(record.Store, $"K{kill}");
            await AssertHoldsAsync(record, await writer.KillAsync());
        }
    }

    /// <summary>What a process leaves when it is killed is what its files hold when it is stopped: so one process is killed at many moments.</summary>
    [Fact]
    public async Task At_forty_moments_the_files_hold_every_act_that_was_said_and_no_half_one()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        var pauses = Gen.Int[0, MostPauseMs].Array[Freezes].Single();
        using var writer = await Writer.StartAsync(record.Store, "F");
        for (var freeze = 0; freeze < Freezes; freeze++)
        {
            await Task.Delay(pauses[freeze], TestContext.Current.CancellationToken);
            await writer.FrozenAsync(async () =>
            {
                await using var left = await TestRecord.NewAsync(Engines.Sqlite, record.Store, null); // a copy of the folder
                await AssertHoldsAsync(left, writer.Said);
            });
        }

        Assert.True((await writer.KillAsync()).Length > Freezes / 2);
    }

    private static async Task AssertHoldsAsync(TestRecord record, string[] said)
    {
        await record.AssertSoundAsync();
        var held = await record.ReadAsync(db => db.Journal.AsNoTracking().Where(e => e.Act == "contact.changed").Select(e => e.Subject).ToListAsync());
        Assert.NotEmpty(said);
        Assert.Empty(said.Except(held));
        Assert.Equal(held.Distinct().Count(), held.Count);
    }
}
