using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Columns;

/// <summary>Adds a column for the actor's own party to a list.</summary>
public sealed class AddColumn(TwinHubDb db, Actor actor)
{
    public static readonly string[] Kinds = ["text", "number", "date"];

    /// <param name="Kind">One of <see cref="Kinds"/>.</param>
    public sealed record Command(string List, LocalText Name, string Kind);

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/lists/{code}/columns", (string code, IFormCollection form, Page page, AddColumn slice, ShowColumns show, CancellationToken cancel) => Answer.PageAsync(
            p => slice.Read(code, new FormFields(form, page, p)), async c => page.To($"lists/{await slice.HandleAsync(c, cancel)}/columns"), p => show.ShowAsync(code, p, [], cancel)));

    /// <exception cref="RefusedException"><c>actor.role</c>; <c>record.changed</c>.</exception>
    public async Task<string> HandleAsync(Command command, CancellationToken cancel)
    {
        RefusedException.ThrowIf(PartyColumn.WhyNotAdd(actor));
        var list = await db.Lists.AsNoTracking().SingleOrDefaultAsync(l => l.Code == command.List, cancel) ?? throw new NotFoundException("list", command.List);
        var last = await db.PartyColumns.VisibleTo(actor).Where(c => c.ListId == list.Id).MaxAsync(c => (int?)c.Order, cancel) ?? 0;
        db.PartyColumns.Add(new PartyColumn { Id = Keys.New(), ListId = list.Id, Party = actor.Party, Order = last + 1, Name = command.Name, Kind = command.Kind });
        db.Act(new Act("column.added", actor, list.Code));
        await db.SaveOrRefuseAsync(cancel);
        return list.Code;
    }

    private Command? Read(string code, FormFields fields)
    {
        RefusedException.ThrowIf(PartyColumn.WhyNotAdd(actor));
        var kind = Kinds.Contains(fields.Text("Kind"), StringComparer.Ordinal) ? fields.Text("Kind") : "text";
        return fields.RequiredLocal("Name") is { } name ? new(code, name, kind) : null;
    }
}
