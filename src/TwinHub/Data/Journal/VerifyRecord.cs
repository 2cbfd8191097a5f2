using TwinHub.Merkle;

namespace TwinHub.Data.Journal;

/// <summary>Holds the whole record against its journal: hashes, order, texts, tables, files.</summary>
public sealed class VerifyRecord(TwinHubDb db, Store store)
{
    public const string Equal = "equal", Differs = "differs";

    /// <param name="Entries">Number of entries.</param>
    /// <param name="Root">Root of the tree over them, base64.</param>
    /// <param name="Replay">"equal" when everything is as the entries say; otherwise "differs".</param>
    /// <param name="First">The first difference.</param>
    /// <param name="Differences">How many there are.</param>
    /// <param name="Rows">Rows of tables that were compared.</param>
    /// <param name="Expunged">Texts that an entry destroyed.</param>
    public sealed record Verdict(long Entries, string Root, string Replay, Difference? First, int Differences, long Rows, long Expunged)
    {
        /// <summary>Entries that destroyed them, in order.</summary>
        public IReadOnlyList<long> ExpungedBy { get; init; } = [];
        /// <summary>0: the record is what its entries say; 1: it is not.</summary>
        public int ExitCode => Replay == Equal ? 0 : 1;
    }

    /// <summary>Reads one state of the record; others may go on writing.</summary>
    public async Task<Verdict> HandleAsync(IProgress<long>? progress, CancellationToken cancel)
    {
        await using var snapshot = await Snapshot.BeginAsync(db, cancel);
        var differences = new Differences();
        var log = new VerifyLog(db, differences);
        await log.RunAsync(progress, cancel);
        await log.CheckHeadAsync(cancel);
        await log.CheckTouchesAsync(cancel);
        var tables = new VerifyTables(db, log, differences);
        await tables.CheckValuesAsync(cancel);
        await tables.CheckTablesAsync(cancel);
        await tables.CheckBulkAsync(new BulkFiles(db, store), cancel);
        await tables.CheckEvidenceAsync(new EvidenceFolder(store), cancel);
        return Said(log.Frontier, tables, differences);
    }

    private static Verdict Said(Frontier frontier, VerifyTables tables, Differences differences) => new(
        frontier.Size, frontier.Root().ToBase64(), differences.Count == 0 ? Equal : Differs, differences.First.Count > 0 ? differences.First[0] : null, differences.Count, tables.Rows, tables.Expunged)
    { ExpungedBy = [.. tables.ExpungedBy] };
}
