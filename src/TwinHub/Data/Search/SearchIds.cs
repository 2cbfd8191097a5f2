namespace TwinHub.Data.Search;

/// <summary>Numbers of the index's rows. Each kind has a range of its own, so that the number alone tells the kind; within it the newest has the least.</summary>
internal sealed class SearchIds(SearchKind kind)
{
    private const int KindBits = 40;
    private readonly Dictionary<string, Queue<long>> freed = new(StringComparer.Ordinal);
    private long next = Middle(kind);

    public long First => (long)kind << KindBits;
    public long Last => First + (1L << KindBits) - 1;
    public IEnumerable<long> Freed => freed.Values.SelectMany(ids => ids);

    public static SearchKind KindOf(long id) => (SearchKind)(id >> KindBits);

    /// <summary>Where the first rows of a kind begin.</summary>
    public static long Middle(SearchKind kind) => ((long)kind << KindBits) + (1L << (KindBits - 1));

    public void Free(string record, long id)
    {
        if (!freed.TryGetValue(record, out var ids)) freed[record] = ids = new();
        ids.Enqueue(id);
    }

    /// <summary>New rows go before the least that is left.</summary>
    public void Below(long? taken) => next = Math.Min(taken ?? Middle(kind), Freed.Append(Middle(kind)).Min());

    /// <summary>A number that the record had, or else a new one.</summary>
    public long Next(string record) => freed.TryGetValue(record, out var ids) && ids.TryDequeue(out var id) ? id : --next;
}
