using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Deliver.Workbooks.Layouts;
using TwinHub.Language;

namespace TwinHub.Deliver.Workbooks;

/// <summary>What a column may be said to mean, with words for people.</summary>
public sealed class ColumnChoices(Reference reference, Words words, Actor actor)
{
    private readonly IReadOnlyList<RegionLanguage> languages = RegionLanguage.Of(reference.Region);

    /// <summary>Every meaning, and the column's own where it is none of them.</summary>
    public IReadOnlyList<(string Word, string Label)> Of(UnderstoodColumn column) =>
        [.. All().Concat(column.Column is { } own ? [own] : []).Distinct().Select(c => (c.Word, Label(c)))];

    public string Label(ListColumn column) => column.Kind switch
    {
        ColumnKind.Title or ColumnKind.Scope => words.Say("import.kind.in", words[$"workbook.kind.{column.Kind}"], languages.FirstOrDefault(l => l.Code == column.Part)?.Name ?? column.Part),
        ColumnKind.Leads => column.Part is null ? words["import.kind.leads-all"] : words.Say("workbook.Leads", reference.Party(column.Part).Short),
        ColumnKind.Percent or ColumnKind.Text => words.Say(column.IsShare ? "import.kind.share" : $"import.kind.{column.Kind}", reference.Party(column.Part ?? actor.Party).Short, column.Period is { } period && Period.IsMonth(period) ? words.Forms.Month(period) : words["import.kind.latest"]),
        _ => words[$"workbook.kind.{column.Kind}"],
    };

    private IEnumerable<ListColumn> All() =>
    [
        ListColumn.Ignored, new(ColumnKind.Code), new(ColumnKind.Theme), .. languages.Select(l => new ListColumn(ColumnKind.Title, l.Code)), .. languages.Select(l => new ListColumn(ColumnKind.Scope, l.Code)),
        new(ColumnKind.Leads), .. reference.Parties.Select(p => new ListColumn(ColumnKind.Leads, p.Code)), new(ColumnKind.Support), new(ColumnKind.Due), new(ColumnKind.Class),
        new(ColumnKind.Percent), new(ColumnKind.Percent) { IsShare = true }, new(ColumnKind.Text),
    ];
}
