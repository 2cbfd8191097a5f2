using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Rounds;

namespace TwinHub.Data.Standing;

/// <summary>What one party's reports moved back between two rounds.</summary>
public sealed record Slip(string Party, Guid Milestone, DateOnly Before, DateOnly Now)
{
    /// <summary>From the day it gave before to the one it gives now.</summary>
    public int Days => Now.DayNumber - Before.DayNumber;
}

/// <summary>Compares the days that units gave for milestones in the last two rounds: what they said, not what a forecast says.</summary>
internal static class ReadSlips
{
    /// <returns>By item the longest slip; items without one are not in it.</returns>
    public static async Task<IReadOnlyDictionary<Guid, Slip>> HandleAsync(TwinHubDb db, IReadOnlyList<Round> rounds, CancellationToken cancel)
    {
        if (rounds.Count < 2) return new Dictionary<Guid, Slip>();
        var (before, now) = (rounds[^2].Id, rounds[^1].Id);
        var said = await db.Reports.AsNoTracking().Where(r => r.State == ReportState.Released && (r.RoundId == before || r.RoundId == now))
            .SelectMany(r => r.Dates, (r, d) => new { r.ItemId, r.RoundId, r.Party, r.Organization, r.Number, d.Milestone, Day = d.Actual ?? d.Likely }).Where(d => d.Day != null).ToListAsync(cancel);
        var days = said.GroupBy(d => (d.ItemId, d.Party, d.Organization, d.Milestone, d.RoundId)).Select(g => g.MaxBy(d => d.Number)!) // the last version speaks
            .ToLookup(d => (d.ItemId, d.Party, d.Organization, d.Milestone));
        return days.Where(g => g.Count() == 2)
            .Select(g => (g.Key.ItemId, Slip: new Slip(g.Key.Party, g.Key.Milestone, g.First(d => d.RoundId == before).Day!.Value, g.First(d => d.RoundId == now).Day!.Value)))
            .Where(s => s.Slip.Days > 0).GroupBy(s => s.ItemId).ToDictionary(g => g.Key, g => g.Select(s => s.Slip).MaxBy(s => s.Days)!);
    }
}
