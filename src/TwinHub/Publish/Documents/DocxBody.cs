using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TwinHub.Publish.Documents;

/// <summary>Turns the blocks of one paper into the body of a document.</summary>
internal sealed class DocxBody(PaperDocument paper)
{
    private readonly Body body = new();
    private PageShape shape = paper.Shape;
    private bool breakPending;

    public int NumberedLists { get; private set; }

    public Body Build()
    {
        Front();
        foreach (var block in paper.Blocks) Add(block);
        body.Append(DocxPages.Section(paper, shape));
        return body;
    }

    // the lines above the text; one empty line after the last
    private void Front()
    {
        Line("Handling", paper.HandlingMark);
        Line("Title", paper.Title);
        Line("StageMark", InBrackets(paper.StageMark));
        Line("Subtitle", paper.Subtitle);
        Line("AsOf", paper.AsOf);
        Line("SampleNote", paper.SampleNote);
        ((Paragraph)body.LastChild!).ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { After = Text(paper.IsCompact ? 80 : paper.IsChinese ? DocxPages.Line : 280) };
    }

    private string? InBrackets(string? mark) => paper.IsChinese && !string.IsNullOrEmpty(mark) ? $"（{mark}）" : mark;

    private void Line(string style, string? text)
    {
        if (!string.IsNullOrEmpty(text)) Paragraph(style, [text]);
    }

    private void Add(PaperBlock block)
    {
        switch (block)
        {
            case PaperHeading heading: Heading(heading); break;
            case PaperParagraph paragraph: Paragraph(paragraph.Flush && paper.IsChinese ? "Normal" : "BodyText", paragraph.Runs); break;
            case PaperList list: List(list); break;
            case PaperTable table: Table(table); break;
            case PaperSignature signature: Signature(signature); break;
            case PaperNote note: Paragraph("Note", note.Runs); break;
            case PaperPageBreak page: Turn(page.Shape ?? shape); break;
            default: throw new ArgumentException($"A block of type {block.GetType().Name} cannot be written.", nameof(block));
        }
    }

    private ParagraphProperties Paragraph(string style, IReadOnlyList<PaperRun> runs)
    {
        var look = new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } };
        if (breakPending) look.PageBreakBefore = new PageBreakBefore();
        breakPending = false;
        body.Append(new Paragraph([look, .. DocxRuns.Of(runs, paper)]));
        return look;
    }

    private void Heading(PaperHeading heading)
    {
        var look = Paragraph("Heading" + Text(heading.Level), [heading.Text]);
        if (!heading.IsNumbered) look.NumberingProperties = new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 0 });
        if (!heading.IsNumbered) look.Indentation = new Indentation { FirstLine = "0" };
    }

    private void List(PaperList list)
    {
        var id = list.IsNumbered ? DocxNumbering.List(NumberedLists++) : DocxNumbering.Bullets;
        foreach (var item in list.Items)
        {
            Paragraph("ListItem", item).NumberingProperties = new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = id });
        }
    }

    // a table cannot carry a page break, nor end a section or stand against another table: a thin paragraph does it
    private void Table(PaperTable table)
    {
        if (table.Caption is { } caption) Line("Caption", caption);
        if (breakPending) Paragraph("Spacer", []);
        if (table.Head.Count + table.Rows.Count == 0) return;
        if (body.LastChild is Paragraph { ParagraphProperties: { } lead }) lead.KeepNext = new KeepNext(); // what leads in to a table stands above it
        body.Append(new DocxTable(table, paper, DocxPages.TextWidth(shape)).Element());
        Paragraph("Spacer", []);
    }

    // the date stands four characters from the right edge and the signers are centred above it, but two characters in at least
    private void Signature(PaperSignature signature)
    {
        if (body.LastChild is Paragraph { ParagraphProperties: { } last }) last.KeepNext = new KeepNext(); // no signature alone on a page
        var dateCentre = 4 + Width(signature.Date) / 2;
        var gap = paper.IsChinese ? DocxPages.Line : 360;
        foreach (var signer in signature.Signers)
        {
            SignatureLine(signer, Math.Max(2, dateCentre - Width(signer) / 2), gap).KeepNext = new KeepNext();
            gap = 0;
        }
        SignatureLine(signature.Date, 4, gap);
    }

    private ParagraphProperties SignatureLine(string text, double charactersFromRight, int before)
    {
        var look = Paragraph("Signature", [text]);
        if (before > 0) look.SpacingBetweenLines = new SpacingBetweenLines { Before = Text(before) };
        if (paper.IsChinese) look.Indentation = new Indentation { Right = Text((int)(charactersFromRight * DocxStyles.Character)) };
        return look;
    }

    // in characters: Latin letters and digits take half
    private static double Width(string text) => text.Sum(c => c < '\u2000' ? 0.5 : 1);

    private void Turn(PageShape next)
    {
        if (next == shape)
        {
            breakPending = true;
            return;
        }
        ((Paragraph)body.LastChild!).ParagraphProperties!.SectionProperties = DocxPages.Section(paper, shape);
        (shape, breakPending) = (next, false);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
