using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Data;

namespace TwinHub.Deliver.Mechanism;

/// <summary>A unit: what it is, where it sits in the mechanism, and the items that it leads or supports, as far as the reader sees them.</summary>
public sealed class ShowOrganization(TwinHubDb db, ReferenceCache references, Actor actor)
{
    /// <param name="Members">Where it is a member, with the body.</param>
    /// <param name="Lists">Its items by list, the newest list first.</param>
    public sealed record View(Organization Unit, LocalText? Area, IReadOnlyList<(Body Body, BodyMember Member)> Members, IReadOnlyList<IGrouping<ListName, ItemLine>> Lists)
    {
        public int Leads => Lists.Sum(l => l.Count(i => i.Lead));
        public int Supports => Lists.Sum(l => l.Count(i => !i.Lead));
    }

    public sealed record ListName(string Code, LocalText Title, DateOnly Starts);

    public sealed record ItemLine(ListName List, string Code, LocalText Title, DateOnly Due, bool Lead)
    {
        public ItemEnd? End { get; init; }
        public bool IsDraft { get; init; }
        public DateOnly? EndedOn { get; init; }
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/organizations/{code}", async Task<IResult> (string code, ShowOrganization slice, CancellationToken cancel) =>
            await slice.HandleAsync(code, cancel) is { } view ? new RazorComponentResult<OrganizationPage>(new { View = view }) : TypedResults.NotFound());

    public async Task<View?> HandleAsync(string code, CancellationToken cancel)
    {
        var reference = (await references.GetAsync(cancel))!;
        if (!reference.Organizations.TryGetValue(code, out var unit)) return null;
        var items = await (from item in db.Items.AsNoTracking().VisibleTo(actor)
                           from place in item.Units
                           where place.Organization == code
                           join list in db.Lists.AsNoTracking() on item.ListId equals list.Id
                           select new { item.Code, item.Title, item.Due, place.Lead, item.End, item.EndedOn, item.FirstRevision, List = new { list.Code, list.Title, list.Starts } }).ToListAsync(cancel);
        var lines = items.Select(i => new ItemLine(new(i.List.Code, i.List.Title, i.List.Starts), i.Code, i.Title, i.Due, i.Lead) { End = i.End, EndedOn = i.EndedOn, IsDraft = i.FirstRevision is null });
        return new(unit, unit.Area is { } area && reference.Areas.TryGetValue(area, out var known) ? known.Name : null,
            [.. reference.Bodies.OrderBy(b => b.Level).SelectMany(b => b.Members.Where(m => m.Organization == code).Select(m => (b, m)))],
            [.. lines.OrderByDescending(i => i.Lead).ThenBy(i => i.Code, StringComparer.Ordinal).GroupBy(i => i.List).OrderByDescending(l => l.Key.Starts)]);
    }
}
