using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Drafts;

/// <summary>Shows drafts of the actor's party to every party of the list.</summary>
public sealed class CirculateDrafts(TwinHubDb db, Actor actor)
{
    public sealed record Command(string List, IReadOnlyList<string> Items);

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/lists/{code}/drafts/circulated", (string code, IFormCollection form, Page page, CirculateDrafts slice, ShowDrafts show, CancellationToken cancel) => Answer.PageAsync(
            p => slice.Read(code, new FormFields(form, page, p)), async c => page.To($"lists/{await slice.HandleAsync(c, cancel)}/drafts"), p => show.ShowAsync(code, p, cancel)));

    /// <exception cref="RefusedException">The reasons of <see cref="Core.Items.Item.WhyNotCirculate"/>. Nothing is saved.</exception>
    /// <exception cref="NotFoundException">No such draft, or another party's.</exception>
    public async Task<string> HandleAsync(Command command, CancellationToken cancel)
    {
        var items = await db.Items.VisibleTo(actor).Include(i => i.Units).Include(i => i.Deliverables).Include(i => i.Refs).Where(i => command.Items.Contains(i.Code)).ToListAsync(cancel);
        if (items.Count < command.Items.Distinct().Count()) throw new NotFoundException("item", string.Join(';', command.Items));
        foreach (var item in items)
        {
            RefusedException.ThrowIf(item.WhyNotCirculate(actor));
            item.Circulate();
        }

        db.Act(new Act("list.circulated", actor, command.List) { Touches = [.. items.Select(i => i.Code)] });
        await db.SaveOrRefuseAsync(cancel);
        return command.List;
    }

    private Command? Read(string code, FormFields fields)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Office | Roles.Drafter));
        if (fields.All("Item") is { Count: > 0 } items) return new(code, items);
        fields.Problems.Add(Refusal.Of("drafts.none-chosen"));
        return null;
    }
}
