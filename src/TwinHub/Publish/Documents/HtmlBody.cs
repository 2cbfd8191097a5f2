using System.Globalization;

namespace TwinHub.Publish.Documents;

/// <summary>Writes the body of one paper. Headings carry their numbers as text, so that a copy keeps them.</summary>
internal sealed class HtmlBody(PaperDocument paper, TextWriter text)
{
    private readonly HeadingNumbers numbers = new(paper.IsChinese);
    private PageShape shape = paper.Shape;
    private int tables;

    public void Write()
    {
        text.WriteLine("<body>");
        text.WriteLine("<main>");
        text.WriteLine($"<div{Class(Pages())}>");
        Front();
        foreach (var block in paper.Blocks) Add(block);
        Line("p", "foot", paper.Footer);
        text.WriteLine("</div>");
        text.WriteLine("</main>");
        text.WriteLine("</body>");
    }

    private string Pages() => shape == PageShape.Landscape ? "pages land" : "pages";

    private void Front()
    {
        Line("p", "hand", paper.HandlingMark);
        Line("h1", "", paper.Title);
        Line("p", "mid stage", paper.IsChinese && !string.IsNullOrEmpty(paper.StageMark) ? $"（{paper.StageMark}）" : paper.StageMark);
        Line("p", "mid", paper.Subtitle);
        Line("p", "mid", paper.AsOf);
        Line("p", "frame", paper.SampleNote);
    }

    private void Line(string element, string classes, string? content)
    {
        if (!string.IsNullOrEmpty(content)) Element(element, classes, [content]);
    }

    private void Add(PaperBlock block)
    {
        switch (block)
        {
            case PaperHeading heading: Heading(heading); break;
            case PaperParagraph paragraph: Element("p", paragraph.Flush ? "flush" : "", paragraph.Runs); break;
            case PaperList list: List(list); break;
            case PaperTable table: Table(table); break;
            case PaperSignature signature: Signature(signature); break;
            case PaperNote note: Element("p", "note", note.Runs); break;
            case PaperPageBreak page: Turn(page.Shape ?? shape); break;
            default: throw new ArgumentException($"A block of type {block.GetType().Name} cannot be written.", nameof(block));
        }
    }

    private void Heading(PaperHeading heading)
    {
        var element = string.Create(CultureInfo.InvariantCulture, $"h{heading.Level + 1}");
        var number = heading.IsNumbered ? numbers.Next(heading.Level) + (paper.IsChinese ? "" : " ") : "";
        Element(element, heading.IsNumbered ? "" : "plain", [number + heading.Text]);
    }

    private void List(PaperList list)
    {
        var element = list.IsNumbered ? "ol" : "ul";
        text.WriteLine($"<{element}>");
        foreach (var item in list.Items) Element("li", "", item);
        text.WriteLine($"</{element}>");
    }

    private void Signature(PaperSignature signature)
    {
        text.WriteLine("<div class=\"sign\">");
        foreach (var signer in signature.Signers) Element("p", "", [signer]);
        Element("p", "", [signature.Date]);
        text.WriteLine("</div>");
    }

    // a page of another shape needs a box of its own; named pages take it from there
    private void Turn(PageShape next)
    {
        shape = next;
        text.WriteLine("</div>");
        text.WriteLine($"<div{Class("turn " + Pages())}>");
    }

    private void Table(PaperTable table)
    {
        text.WriteLine("<div class=\"wide\">");
        text.WriteLine($"<table{Class(Numbered("t", tables++))}>");
        if (!string.IsNullOrEmpty(table.Caption)) Element("caption", "", [table.Caption]);
        text.WriteLine($"<colgroup>{string.Concat(table.Columns.Select((_, i) => $"<col class=\"{Numbered("w", i)}\">"))}</colgroup>");
        Rows("thead", table, table.Head);
        Rows("tbody", table, table.Rows);
        text.WriteLine("</table>");
        text.WriteLine("</div>");
    }

    private void Rows(string element, PaperTable table, IReadOnlyList<PaperRow> rows)
    {
        if (rows.Count == 0) return;
        text.WriteLine($"<{element}>");
        foreach (var row in rows)
        {
            text.WriteLine($"<tr{Class(row.IsGroup ? "group" : "")}>");
            Cells(table, row, isHead: element == "thead");
            text.WriteLine("</tr>");
        }
        text.WriteLine($"</{element}>");
    }

    private void Cells(PaperTable table, PaperRow row, bool isHead)
    {
        var at = 0;
        foreach (var cell in row.Cells)
        {
            var column = table.Columns[at];
            var scope = isHead ? cell.Span > 1 ? "colgroup" : "col" : row.IsGroup ? "rowgroup" : column.HeadsRow ? "row" : "";
            Cell(cell, scope, row.IsGroup ? ColumnAlignment.Start : column.Alignment);
            at += cell.Span;
        }
    }

    private void Cell(PaperCell cell, string scope, ColumnAlignment alignment)
    {
        var element = scope == "" ? "td" : "th";
        text.Write('<');
        text.Write(element);
        if (scope != "") text.Write($" scope=\"{scope}\"");
        if (cell.Span > 1) text.Write(string.Create(CultureInfo.InvariantCulture, $" colspan=\"{cell.Span}\""));
        text.Write(Class(alignment switch { ColumnAlignment.Centre => "c", ColumnAlignment.End => "e", _ => "" }));
        text.Write('>');
        Runs(cell.Runs);
        text.WriteLine($"</{element}>");
    }

    private void Element(string element, string classes, IReadOnlyList<PaperRun> runs)
    {
        text.Write($"<{element}{Class(classes)}>");
        Runs(runs);
        text.WriteLine($"</{element}>");
    }

    private void Runs(IReadOnlyList<PaperRun> runs)
    {
        foreach (var run in runs)
        {
            var content = HtmlWriter.Escape(run.Text).Replace("\n", "<br>", StringComparison.Ordinal);
            if (run.Bold) content = $"<b>{content}</b>";
            if (run.Language is { } language) content = $"<span lang=\"{HtmlWriter.Escape(language)}\">{content}</span>";
            text.Write(content);
            if (run.Sample && HtmlWriter.Escape(paper.SampleTag) is { Length: > 0 } tag) text.Write($" <span class=\"smp\">{tag}</span>");
        }
    }

    private static string Class(string classes) => classes == "" ? "" : $" class=\"{classes}\"";

    private static string Numbered(string letter, int number) => letter + number.ToString(CultureInfo.InvariantCulture);
}
