using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Meetings;
using TwinHub.Data;
using TwinHub.Data.Standing;

namespace TwinHub.Deliver.Meetings;

/// <summary>A decision with the items that follow from it.</summary>
public sealed record DecisionLine(Decision Decision, IReadOnlyList<ItemStanding> Items);

/// <summary>An ask with the passage that it stands in and the items that answer it.</summary>
public sealed record AskLine(Ask Ask, LocalText Passage, IReadOnlyList<ItemStanding> Items)
{
    public static AskLine Of(Ask ask, Paper paper, IReadOnlyList<ItemStanding> items) =>
        new(ask, paper.Passages.Find(p => p.Number == ask.Passage)?.Text ?? LocalText.Empty, items.Citing(ask.Code));
}

/// <summary>Items that follow from asks and decisions, and where they stand. Queries: which lists have any, and one a list.</summary>
public sealed class CitingItems(TwinHubDb db, Standings standings)
{
    /// <summary>The items that cite one of <paramref name="codes"/>, and those of <paramref name="list"/> where it is named.</summary>
    public async Task<IReadOnlyList<ItemStanding>> OfAsync(IReadOnlyCollection<string> codes, string? list, CancellationToken cancel)
    {
        var lists = await db.Lists.Where(l => l.Code == list || l.Items.Any(i => codes.Contains(i.EndGround!) || i.Refs.Any(r => Kinds.Contains(r.Kind) && codes.Contains(r.Ref))))
            .OrderBy(l => l.Code).Select(l => l.Code).ToListAsync(cancel);
        var found = new List<ItemStanding>();
        foreach (var code in lists)
        {
            var items = (await standings.OfListAsync(code, cancel))!.Items;
            found.AddRange(code == list ? items : items.Where(i => codes.Any(c => i.Cites(c) || i.Item.EndGround == c)));
        }

        return found;
    }

    private static readonly RefKind[] Kinds = [RefKind.Ask, RefKind.Decision];
}

internal static class Cited
{
    public static bool Cites(this ItemStanding item, string code) => item.Item.Refs.Any(r => r.Kind is RefKind.Ask or RefKind.Decision && r.Ref == code);

    /// <summary>Those among <paramref name="items"/> that cite <paramref name="code"/>.</summary>
    public static IReadOnlyList<ItemStanding> Citing(this IEnumerable<ItemStanding> items, string code) => [.. items.Where(i => i.Cites(code))];
}
