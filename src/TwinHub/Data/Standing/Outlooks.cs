using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Scheduling;

namespace TwinHub.Data.Standing;

/// <summary>What the forecast says of one item: probabilities, never one date alone. Working material.</summary>
/// <param name="OnTime">Probability to finish by the due date.</param>
/// <param name="Estimated">The unit gave an estimate of its next step; otherwise the spread comes from the step's class.</param>
public sealed record ItemOutlook(DateOnly P10, DateOnly P50, DateOnly P80, DateOnly P90, double OnTime, double ExpectedDelayDays, bool Estimated);

/// <summary>What the forecast says of one milestone.</summary>
public sealed record MilestoneOutlook(DateOnly P50, DateOnly P80);

/// <summary>One run of the forecast over the whole record.</summary>
/// <param name="Size">Entries of the journal when it was made.</param>
public sealed record OutlookRun(long Size, DateOnly DataDate, ulong Seed, int Trials)
{
    public static readonly OutlookRun None = new(0, default, 0, 0);

    /// <summary>By item.</summary>
    public IReadOnlyDictionary<Guid, ItemOutlook> Items { get; init; } = new Dictionary<Guid, ItemOutlook>();
    /// <summary>By milestone.</summary>
    public IReadOnlyDictionary<Guid, MilestoneOutlook> Milestones { get; init; } = new Dictionary<Guid, MilestoneOutlook>();
    /// <summary>Actual date of the last milestone of items whose every milestone is done.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> DoneOn { get; init; } = new Dictionary<Guid, DateOnly>();
    public IReadOnlySet<Guid> WithMilestones { get; init; } = new HashSet<Guid>();

    /// <summary>What the state of an item asks for.</summary>
    public Outlook Of(Guid item) =>
        new(WithMilestones.Contains(item), DoneOn.TryGetValue(item, out var done) ? done : null, Items.GetValueOrDefault(item)?.P50, Items.GetValueOrDefault(item)?.P80);
}

/// <summary>Keeps the last run until the record or the day changes. Seed and numbers are stable, so a run can be made again.</summary>
public sealed class OutlookCache(IServiceScopeFactory scopes, Today today) : IDisposable
{
    private const ulong Seed = 1;
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile OutlookRun current = OutlookRun.None;

    public async Task<OutlookRun> GetAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwinHubDb>();
        var size = await db.JournalHead.AsNoTracking().Select(h => h.Size).SingleAsync(cancel);
        if (IsCurrent(size)) return current;
        await one.WaitAsync(cancel);
        try
        {
            return IsCurrent(size) ? current : current = await MakeAsync(db, size, cancel);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private bool IsCurrent(long size) => current.Size == size && size > 0 && current.DataDate == today.Day;

    private async Task<OutlookRun> MakeAsync(TwinHubDb db, long size, CancellationToken cancel)
    {
        var (input, milestones) = await new ReadNetwork(db, today).HandleAsync(cancel);
        if (milestones.Count == 0) return new(size, today.Day, Seed, 0);
        var result = MonteCarlo.Run(input, new ForecastOptions { Seed = Seed }, cancel);
        var byItem = milestones.Where(m => m.ItemId is not null).GroupBy(m => m.ItemId!.Value).ToDictionary(g => g.Key, g => g.OrderBy(m => m.Order).ToList());
        return new(size, today.Day, Seed, result.Trials)
        {
            Items = result.Targets.ToDictionary(t => milestones[t.Target.Activity].ItemId!.Value, t => Of(t, byItem[milestones[t.Target.Activity].ItemId!.Value])),
            Milestones = milestones.Select((m, i) => (m.Id, result.Activities[i])).ToDictionary(p => p.Id, p => new MilestoneOutlook(p.Item2.P50, p.Item2.P80)),
            DoneOn = byItem.Where(i => i.Value.TrueForAll(m => m.Actual is not null)).ToDictionary(i => i.Key, i => i.Value.Max(m => m.Actual!.Value)),
            WithMilestones = byItem.Keys.ToHashSet(),
        };
    }

    private static ItemOutlook Of(TargetForecast target, List<Milestone> milestones) =>
        new(target.P10, target.P50, target.P80, target.P90, target.OnTime, target.ExpectedDelayDays, milestones.Find(m => m.Actual is null) is { } next && (next.LikelyDate is not null || next.Likely is not null));
}
