using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Merkle;

namespace TwinHub.Bench.Journal;

/// <summary>A long journal: its hashes, the whole record against it, and one proof.</summary>
internal static class VerifyLoad
{
    private const int BatchActs = 10_000, Times = 2;

    public static async Task RunAsync(int entries)
    {
        var folder = Directory.CreateTempSubdirectory("twinhub-bench-");
        await using (var load = new JournalLoad(new Store(folder.FullName, null)))
        {
            await load.FoundAsync();
            await FillAsync(load, entries);
            for (var i = 0; i < Times; i++) await SaidAsync(load, "hashes", async (db, _) => await HashesAsync(db));
            await SaidAsync(load, "whole record", async (_, services) => (await services.GetRequiredService<VerifyRecord>().HandleAsync(null, CancellationToken.None)).ToString());
            await SaidAsync(load, "proof of one entry", async (db, _) => await ProofAsync(db));
        }

        folder.Delete(recursive: true);
    }

    /// <summary>Entries as acts make them, many in each transaction: what is measured is reading them.</summary>
    private static async Task FillAsync(JournalLoad load, int entries)
    {
        var (codes, when) = (new ConcurrentDictionary<Guid, string>(), (DateTimeOffset.UnixEpoch, new DateOnly(2024, 1, 1)));
        var act = new Act("contact.changed", Actor.Founder, "bench");
        for (var made = 0; made < entries;)
        {
            await using var scope = load.Scope();
            var db = scope.ServiceProvider.GetRequiredService<TwinHubDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var (contacts, tables) = (await db.Contacts.ToListAsync(), new JournalTables(db));
            var frontier = await tables.LockHeadAsync(CancellationToken.None);
            for (var i = 0; i < BatchActs && made < entries; i++, made++)
            {
                var row = db.Entry(contacts[made % contacts.Count]);
                row.Property(c => c.Phone).CurrentValue = $"025 {made}";
                foreach (var entry in (await PreparedAct.OfAsync(db, act, (when, codes), CancellationToken.None)).Entries)
                {
                    tables.Add(entry, frontier.Size);
                    frontier.Append(entry.LeafHash);
                }

                row.OriginalValues.SetValues(row.CurrentValues);
                row.State = EntityState.Unchanged;
            }

            await tables.WriteAsync(frontier, CancellationToken.None);
            foreach (var contact in contacts) await db.Database.ExecuteSqlAsync($"""UPDATE "Contacts" SET "Phone" = {contact.Phone} WHERE "Organization" = {contact.Organization}""");
            await transaction.CommitAsync();
        }
    }

    private static async Task SaidAsync(JournalLoad load, string what, Func<TwinHubDb, IServiceProvider, Task<string>> act)
    {
        await using var scope = load.Scope();
        var db = scope.ServiceProvider.GetRequiredService<TwinHubDb>();
        var (clock, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var said = await act(db, scope.ServiceProvider);
        var (wall, processor) = (clock.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {wall:0.0000} s, {processor:0.0000} s of processor, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB; {said}"));
    }

    /// <summary>Bodies read and hashed, and the tree over them.</summary>
    private static async Task<string> HashesAsync(TwinHubDb db)
    {
        var frontier = new Frontier();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT \"Body\" FROM \"Journal\" ORDER BY \"Index\"";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) frontier.Append(Hash.OfLeaf(reader.GetFieldValue<byte[]>(0)));
        return $"{frontier.Size} entries, root {frontier.Root().ToBase64()}";
    }

    /// <summary>The tree of leaf hashes is held; proving and checking is what is timed beside reading them.</summary>
    private static async Task<string> ProofAsync(TwinHubDb db)
    {
        var leaves = (await db.Journal.AsNoTracking().OrderBy(e => e.Index).Select(e => e.LeafHash).ToListAsync()).ConvertAll(h => new Hash(h));
        var tree = new MerkleTree([.. leaves]);
        tree.InclusionProof(0, tree.Size);
        var clock = Stopwatch.StartNew();
        var proof = tree.InclusionProof(leaves.Count / 3, tree.Size);
        return string.Create(CultureInfo.InvariantCulture, $"{proof.Length} hashes in {clock.Elapsed.TotalMilliseconds:0.000} ms");
    }
}
