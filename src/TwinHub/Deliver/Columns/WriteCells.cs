using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Texts;
using TwinHub.Web;

namespace TwinHub.Deliver.Columns;

/// <summary>Writes the cells of the actor's own columns that were changed in the form; where somebody else wrote meanwhile, all three values are shown.</summary>
public sealed class WriteCells(TwinHubDb db, Page page, ShowColumns show, Actor actor)
{
    /// <param name="Opened">What stood when the form was opened.</param>
    /// <param name="Value">In its written form; empty clears the cell.</param>
    public sealed record Cell(Guid Column, Guid Item, string Opened, string Value);

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/lists/{code}/columns/cells", (string code, IFormCollection form, WriteCells slice, CancellationToken cancel) => slice.PostAsync(code, form, cancel));

    /// <returns>Cells that somebody else wrote since the form was opened; then nothing is saved.</returns>
    /// <exception cref="RefusedException"><c>actor.role</c>.</exception>
    public async Task<IReadOnlyList<ShowColumns.Conflict>> HandleAsync(string list, IReadOnlyList<Cell> cells, CancellationToken cancel)
    {
        var columns = await ColumnsAsync(list, cancel);
        foreach (var column in columns.Values) RefusedException.ThrowIf(column.WhyNotWrite(actor));
        var ids = columns.Keys.ToList();
        var held = await db.PartyCells.VisibleTo(actor).Where(c => ids.Contains(c.ColumnId)).ToDictionaryAsync(c => (c.ColumnId, c.ItemId), cancel);
        string Now(Cell cell) => held.TryGetValue((cell.Column, cell.Item), out var there) ? there.Value : "";
        var conflicts = cells.Where(c => Now(c) != c.Opened && Now(c) != c.Value).Select(c => new ShowColumns.Conflict(c.Column, c.Item, c.Opened, Now(c), c.Value)).ToList();
        if (conflicts.Count > 0) return conflicts;
        var changed = cells.Where(c => columns.ContainsKey(c.Column) && Now(c) != c.Value).ToList();
        foreach (var cell in changed) Write(cell, held.GetValueOrDefault((cell.Column, cell.Item)));
        if (changed.Count == 0) return [];
        db.Act(new Act("cells.written", actor, list) { Audience = actor.Party });
        await db.SaveOrRefuseAsync(cancel);
        return [];
    }

    private void Write(Cell cell, PartyCell? held)
    {
        if (held is not null) held.Value = cell.Value;
        else db.PartyCells.Add(new PartyCell { Id = Keys.New(), ColumnId = cell.Column, ItemId = cell.Item, Party = actor.Party, Value = cell.Value });
    }

    private async Task<Dictionary<Guid, PartyColumn>> ColumnsAsync(string list, CancellationToken cancel)
    {
        var id = await db.Lists.Where(l => l.Code == list).Select(l => (Guid?)l.Id).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException("list", list);
        return await db.PartyColumns.AsNoTracking().VisibleTo(actor).Where(c => c.ListId == id).ToDictionaryAsync(c => c.Id, cancel);
    }

    private async Task<IResult> PostAsync(string code, IFormCollection form, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Office | Roles.Drafter));
        var (problems, fields) = (new Problems(), new FormFields(form, page, new Problems()));
        var columns = await ColumnsAsync(code, cancel);
        var items = await db.Items.VisibleTo(actor).Where(i => db.Lists.Any(l => l.Id == i.ListId && l.Code == code)).Select(i => new { i.Id, i.Code }).ToDictionaryAsync(i => i.Code, i => i.Id, cancel);
        var cells = form.Keys.Where(k => k.StartsWith("c.", StringComparison.Ordinal)).Select(k => Read(k, fields, (columns, items, problems))).OfType<Cell>().Where(c => c.Value != c.Opened).ToList();
        if (problems.Any) return await show.ShowAsync(code, problems, [], cancel);
        var conflicts = await HandleAsync(code, cells, cancel);
        if (conflicts.Count == 0) return TypedResults.LocalRedirect(page.To($"lists/{code}/columns"));
        problems.Add(Refusal.Of("record.changed"));
        return await show.ShowAsync(code, problems, conflicts, cancel);
    }

    /// <summary>A field is named c.column.item; what stood when the form was opened, o.column.item.</summary>
    private Cell? Read(string name, FormFields fields, (Dictionary<Guid, PartyColumn> Columns, Dictionary<string, Guid> Items, Problems Problems) at)
    {
        if (name.Split('.', 3) is not [_, var key, var code] || !Guid.TryParse(key, out var id) || !at.Columns.TryGetValue(id, out var column) || !at.Items.TryGetValue(code, out var item)) return null;
        var (typed, opened) = (fields.Text(name), fields.Form[$"o.{key}.{code}"].ToString());
        if (Written(column.Kind, typed) is { } value) return new(id, item, opened, value);
        at.Problems.Add(Refusal.Of(column.Kind == "date" ? "field.date" : "column.number", typed), name);
        return null;
    }

    /// <summary>The written form of what was typed; null where it is none of the column's kind.</summary>
    private string? Written(string kind, string typed) =>
        typed.Length == 0 || kind == "text" ? typed
        : kind == "date" ? ReadDate.TryRead(typed, page.Language.Tag, page.Today.Day.Year, out var date) ? date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null
        : ReadNumber.TryRead(typed, out var number) ? number.Value.ToString(CultureInfo.InvariantCulture) : null;
}
