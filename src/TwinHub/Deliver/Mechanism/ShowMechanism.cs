using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Meetings;
using TwinHub.Core.Regions;
using TwinHub.Data;

namespace TwinHub.Deliver.Mechanism;

/// <summary>Who decides what: the bodies by level with their members, rules and powers, and the classifications that the parties agreed.</summary>
public sealed class ShowMechanism(TwinHubDb db, ReferenceCache references)
{
    /// <param name="Bodies">By level; their members and powers with them.</param>
    /// <param name="Sittings">Of each body by code.</param>
    /// <param name="Schemes">Classifications in the pack's order, by scheme.</param>
    public sealed record View(IReadOnlyList<Body> Bodies, IReadOnlyDictionary<string, Sittings> Sittings, IReadOnlyList<IGrouping<string, Classification>> Schemes)
    {
        public IEnumerable<IGrouping<int, Body>> Levels => Bodies.GroupBy(b => b.Level);
    }

    /// <summary>How often a body met, and its next planned meeting.</summary>
    public sealed record Sittings(string Body, int Held, string? Next, DateOnly? NextDay);

    /// <summary>From the whole to the items.</summary>
    private static readonly string[] Order = ["structure", "task", "field", "theme"];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/mechanism", async (ShowMechanism slice, CancellationToken cancel) => new RazorComponentResult<MechanismPage>(new { View = await slice.HandleAsync(cancel) }));

    public async Task<View> HandleAsync(CancellationToken cancel)
    {
        var reference = (await references.GetAsync(cancel))!;
        var meetings = await db.Meetings.AsNoTracking().Select(m => new { m.Body, m.Code, m.Held, m.Starts }).ToListAsync(cancel);
        var sittings = meetings.GroupBy(m => m.Body).Select(g => (g.Key, Held: g.Count(m => m.Held), Next: g.Where(m => !m.Held).OrderBy(m => m.Starts ?? DateOnly.MaxValue).FirstOrDefault()))
            .ToDictionary(g => g.Key, g => new Sittings(g.Key, g.Held, g.Next?.Code, g.Next?.Starts), StringComparer.Ordinal);
        return new([.. reference.Bodies.OrderBy(b => b.Level).ThenBy(b => b.Members.Count == 0)], sittings, [.. reference.Classifications.Where(c => Order.Contains(c.Scheme)).GroupBy(c => c.Scheme).OrderBy(g => Array.IndexOf(Order, g.Key))]);
    }
}
