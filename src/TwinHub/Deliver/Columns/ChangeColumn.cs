using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Columns;

/// <summary>Renames or removes a column of the actor's own party. What was written in it stays in the party's journal.</summary>
public sealed class ChangeColumn(TwinHubDb db, Actor actor)
{
    /// <param name="Name">The new name; null: the column is removed, with its cells.</param>
    public sealed record Command(string List, Guid Column, LocalText? Name);

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/lists/{code}/columns/{column:guid}", (string code, Guid column, IFormCollection form, Page page, ChangeColumn slice, ShowColumns show, CancellationToken cancel) => Answer.PageAsync(
            p => Read(code, column, new FormFields(form, page, p)), async c => page.To($"lists/{await slice.HandleAsync(c, cancel)}/columns"), p => show.ShowAsync(code, p, [], cancel)));

    /// <exception cref="NotFoundException">No such column, or another party's.</exception>
    /// <exception cref="RefusedException"><c>actor.role</c>.</exception>
    public async Task<string> HandleAsync(Command command, CancellationToken cancel)
    {
        var column = await db.PartyColumns.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == command.Column, cancel) ?? throw new NotFoundException("column", command.Column.ToString());
        RefusedException.ThrowIf(column.WhyNotChange(actor));
        if (command.Name is { } name) column.Name = name;
        else db.RemoveRange([.. await db.PartyCells.VisibleTo(actor).Where(c => c.ColumnId == column.Id).ToListAsync(cancel), column]);
        db.Act(new Act(command.Name is null ? "column.removed" : "column.renamed", actor, command.List) { Audience = actor.Party });
        await db.SaveOrRefuseAsync(cancel);
        return command.List;
    }

    private static Command? Read(string code, Guid column, FormFields fields) =>
        fields.Text("act") == "remove" ? new(code, column, null) : fields.RequiredLocal("Name") is { } name ? new(code, column, name) : null;
}
