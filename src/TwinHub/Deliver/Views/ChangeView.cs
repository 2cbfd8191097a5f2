using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Standing;
using TwinHub.Web;

namespace TwinHub.Deliver.Views;

/// <summary>Renames a saved view, moves it among its kind, or removes it.</summary>
public sealed class ChangeView(TwinHubDb db, TimeProvider clock, Actor actor)
{
    /// <param name="Do">rename, up, down or remove.</param>
    public sealed record Command(Guid View, string Do, string Name);

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/lists/{code}/views/{view:guid}", (string code, Guid view, IFormCollection form, Page page, ChangeView slice, ShowViews show, CancellationToken cancel) =>
        {
            var filter = ListFilter.Saved(form["Query"].ToString());
            return Answer.PageAsync(p => Read(view, form, p), async c => page.To($"lists/{code}/views{await slice.HandleAsync(c, filter, cancel)}"), p => show.AgainAsync(code, filter, p, "", cancel));
        });

    /// <returns>The query to go on with.</returns>
    /// <exception cref="RefusedException"><c>actor.role</c>; <c>actor.other-party</c>; <c>view.no-unit</c>.</exception>
    public async Task<string> HandleAsync(Command command, ListFilter filter, CancellationToken cancel)
    {
        var view = await db.ListViews.VisibleTo(actor).SingleOrDefaultAsync(v => v.Id == command.View && v.Owner != ViewOwner.Standard, cancel) ?? throw new NotFoundException("view", command.View.ToString());
        RefusedException.ThrowIf(view.WhyNotChange(actor));
        if (command.Do == "remove") db.ListViews.Remove(view);
        else if (command.Do == "rename") view.Name = command.Name;
        else await MoveAsync(view, command.Do == "up", cancel);
        (view.Account, view.SavedAt) = (actor.Account, clock.GetUtcNow());
        await db.SaveOrRefuseAsync(cancel);
        return filter.ToQuery();
    }

    private async Task MoveAsync(ListView view, bool up, CancellationToken cancel)
    {
        var others = (await db.ListViews.VisibleTo(actor).Where(v => v.Owner == view.Owner && v.Party == view.Party && v.Id != view.Id).ToListAsync(cancel)).OrderBy(v => v.Order).ToList();
        var beside = up ? others.LastOrDefault(v => v.Order < view.Order) : others.FirstOrDefault(v => v.Order > view.Order);
        if (beside is not null) (view.Order, beside.Order) = (beside.Order, view.Order);
    }

    private static Command? Read(Guid view, IFormCollection form, Problems problems)
    {
        var (act, name) = (form["Do"].ToString(), form["Name"].ToString().Trim());
        if (act is not ("rename" or "up" or "down" or "remove")) problems.Add(Refusal.Of("field.required"), "Do");
        if (act == "rename" && name.Length is 0 or > ListView.MostCharacters) problems.Add(Refusal.Of("view.name-long", ListView.MostCharacters), "Name");
        return problems.Any ? null : new(view, act, name);
    }
}
