using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Standing;
using TwinHub.Web;

namespace TwinHub.Deliver.Views;

/// <summary>Saves a view for a person, a unit or the joint office; or one's own standard columns and row height.</summary>
public sealed class SaveView(TwinHubDb db, TimeProvider clock, Actor actor)
{
    private const int MostOfOne = 20;

    /// <param name="Owner">For whom.</param>
    /// <param name="Name">Empty for one's own standard.</param>
    /// <param name="Filter">What it shows.</param>
    public sealed record Command(ViewOwner Owner, string Name, ListFilter Filter);

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost("/lists/{code}/views", (string code, IFormCollection form, Page page, SaveView slice, ShowViews show, CancellationToken cancel) =>
        {
            var filter = ListFilter.Saved(form["Query"].ToString());
            return Answer.PageAsync(p => Read(new FormFields(form, page, p), filter, p), async c => page.To($"lists/{code}{(await slice.HandleAsync(c, cancel)).Query}"), p => show.AgainAsync(code, filter, p, form["Name"].ToString(), cancel));
        });
        pages.MapPost("/lists/{code}/views/standard", (string code, IFormCollection form, Page page, SaveView slice, ShowViews show, CancellationToken cancel) =>
        {
            var filter = ListFilter.Saved(form["Query"].ToString());
            return Answer.PageAsync(_ => Standard(form), async c => await slice.HandleAsync(c, cancel) is null ? "" : page.To($"lists/{code}{(filter with { Roomy = null, Hide = null }).ToQuery()}"), p => show.AgainAsync(code, filter, p, "", cancel));
        });
    }

    /// <exception cref="RefusedException"><c>actor.role</c>; <c>view.no-unit</c>; <c>view.too-many</c>.</exception>
    public async Task<ListView> HandleAsync(Command command, CancellationToken cancel)
    {
        RefusedException.ThrowIf(ListView.WhyNotSave(actor, command.Owner));
        var kept = await db.ListViews.VisibleTo(actor).Where(v => v.Owner == command.Owner && v.Party == actor.Party).ToListAsync(cancel);
        RefusedException.ThrowIf(kept.Count >= MostOfOne ? Refusal.Of("view.too-many", MostOfOne) : null);
        var view = command.Owner == ViewOwner.Standard && kept.Count > 0 ? kept[0] : Added(command, kept);
        (view.Query, view.SavedAt) = (command.Filter.ToQuery(), clock.GetUtcNow());
        await db.SaveOrRefuseAsync(cancel);
        return view;
    }

    private ListView Added(Command command, List<ListView> kept)
    {
        var view = new ListView
        {
            Id = Keys.New(),
            Owner = command.Owner,
            Account = actor.Account,
            Party = actor.Party,
            Organization = command.Owner == ViewOwner.Unit ? actor.Organization : null,
            Name = command.Name,
            Query = "",
            Order = kept.Count == 0 ? 1 : kept.Max(v => v.Order) + 1,
            SavedAt = clock.GetUtcNow(),
        };
        db.ListViews.Add(view);
        return view;
    }

    private static Command? Read(FormFields fields, ListFilter filter, Problems problems)
    {
        var (owner, name) = (fields.Word<ViewOwner>("Owner"), problems.Required(fields.Text("Name"), "Name"));
        if (owner is not { } whose || name is null) return null;
        if (name.Length > ListView.MostCharacters) problems.Add(Refusal.Of("view.name-long", ListView.MostCharacters), "Name");
        if (whose == ViewOwner.Standard) problems.Add(Refusal.Of("field.required"), "Owner");
        return new(whose, name, filter with { Page = 1 });
    }

    /// <summary>Columns that were left unticked, and the height of rows.</summary>
    private static Command Standard(IFormCollection form)
    {
        var shown = form["Column"].ToHashSet(StringComparer.Ordinal);
        return new(ViewOwner.Standard, "", ListFilter.All with { Roomy = form["Rows"] == "roomy", Hide = string.Join(',', ListFilter.Hidable.Where(c => !shown.Contains(c))) });
    }
}
