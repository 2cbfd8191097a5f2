using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Whole;
using TwinHub.Web;

namespace TwinHub.Deliver.Drafts;

/// <summary>Closes a list when nothing is open; until then it asks for the end of each open item, in one change request for all.</summary>
public sealed class CloseList(TwinHubDb db, Today today, ReferenceCache references, Actor actor)
{
    /// <param name="Next">The list that carried items go to.</param>
    /// <param name="Entering">Items carried here that have not entered: they are not lost.</param>
    public sealed record View(ItemList List, ItemList? Next, IReadOnlyList<Item> Open, IReadOnlyList<Item> Entering, Refusal? WhyNot, Problems Problems);

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/lists/{code}/close", (string code, CloseList slice, CancellationToken cancel) => slice.ShowAsync(code, new Problems(), cancel));
        pages.MapPost("/lists/{code}/close", (string code, IFormCollection form, Page page, CloseList slice, CancellationToken cancel) => Answer.PageAsync(
            _ => form, async _ => page.To($"lists/{await slice.HandleAsync(code, cancel)}"), p => slice.ShowAsync(code, p, cancel)));
    }

    /// <exception cref="RefusedException">The reasons of <see cref="ItemList.WhyNotClose"/>.</exception>
    public async Task<string> HandleAsync(string code, CancellationToken cancel)
    {
        var whole = await db.WholeListAsync(code, cancel) ?? throw new NotFoundException("list", code);
        whole.List.Close(actor, today.Day);
        var region = await db.Regions.SingleAsync(cancel);
        if (region.CurrentList == code && whole.Next is { } next) region.CurrentList = next.Code;
        db.Act(new Act("list.closed", actor, code));
        await db.SaveOrRefuseAsync(cancel);
        references.Forget();
        return code;
    }

    private async Task<IResult> ShowAsync(string code, Problems problems, CancellationToken cancel)
    {
        var whole = await db.ReadWholeListAsync(code, cancel) ?? throw new NotFoundException("list", code);
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Office));
        var open = whole.List.Items.Where(i => i.IsOpen).OrderBy(i => i.Code, StringComparer.Ordinal).ToList();
        var entering = whole.List.Items.Where(i => i.IsDraft && i.CarriedFrom is not null).OrderBy(i => i.Code, StringComparer.Ordinal).ToList();
        var view = new View(whole.List, whole.Next, open, entering, whole.List.WhyNotClose(actor), problems);
        return new RazorComponentResult<ClosePage>(new { View = view }) { StatusCode = problems.Any ? 422 : 200 };
    }
}
