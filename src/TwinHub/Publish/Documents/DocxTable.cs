using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TwinHub.Publish.Documents;

/// <summary>A table across the whole type area: fixed columns, head rows on every page, no row broken.</summary>
internal sealed class DocxTable(PaperTable table, PaperDocument paper, int width)
{
    // beyond this many columns the smaller size is used
    private const int FewColumns = 6;
    private readonly int[] widths = Widths(table.Columns, width);
    private readonly string size = table.Columns.Count > FewColumns || paper.IsCompact ? "Small" : "";

    public Table Element()
    {
        var element = new Table(Properties(), new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        element.Append(table.Head.Select(r => Row(r, isHead: true)));
        element.Append(table.Rows.Select(r => Row(r, isHead: false)));
        return element;
    }

    /// <summary>The shares in twips; their sum is the width exactly.</summary>
    private static int[] Widths(IReadOnlyList<PaperColumn> columns, int width)
    {
        var (widths, all, shares, used) = (new int[columns.Count], columns.Sum(c => c.Share), 0.0, 0);
        for (var i = 0; i < widths.Length; i++)
        {
            shares += columns[i].Share;
            widths[i] = (int)Math.Round(width * shares / all) - used;
            used += widths[i];
        }
        return widths;
    }

    private TableProperties Properties() => new(
        new TableStyle { Val = "Register" },
        new TableWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa },
        new TableJustification { Val = TableRowAlignmentValues.Center },
        new TableLayout { Type = TableLayoutValues.Fixed });

    private TableRow Row(PaperRow row, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead) properties.Append(new TableHeader());
        var (element, column) = (new TableRow(properties), 0);
        foreach (var cell in row.Cells)
        {
            element.Append(Cell(cell, column, isHead, row.IsGroup));
            column += cell.Span;
        }
        return element;
    }

    private TableCell Cell(PaperCell cell, int column, bool isHead, bool isGroup)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Text(widths.AsSpan(column, cell.Span).ToArray().Sum()), Type = TableWidthUnitValues.Dxa });
        if (cell.Span > 1) properties.Append(new GridSpan { Val = cell.Span });
        if (isGroup) properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "EEEEEE" });
        properties.Append(new TableCellVerticalAlignment { Val = paper.IsChinese || isHead ? TableVerticalAlignmentValues.Center : TableVerticalAlignmentValues.Top });
        return new TableCell(properties, new Paragraph([Look(cell, column, isHead, isGroup), .. DocxRuns.Of(cell.Runs, paper)]));
    }

    private ParagraphProperties Look(PaperCell cell, int column, bool isHead, bool isGroup)
    {
        var look = new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = (isHead || isGroup ? "TableHead" : "TableText") + size } };
        if (isGroup) look.KeepNext = new KeepNext();
        if (isGroup) look.Justification = new Justification { Val = JustificationValues.Left };
        else if (isHead && cell.Span > 1) look.Justification = new Justification { Val = JustificationValues.Center };
        else if (!(isHead && paper.IsChinese)) look.Justification = new Justification { Val = Justify(table.Columns[column].Alignment) };
        return look;
    }

    private static JustificationValues Justify(ColumnAlignment alignment) => alignment switch
    {
        ColumnAlignment.Centre => JustificationValues.Center,
        ColumnAlignment.End => JustificationValues.Right,
        _ => JustificationValues.Left,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
