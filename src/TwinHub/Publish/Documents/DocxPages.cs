using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TwinHub.Publish.Documents;

/// <summary>
/// A4 pages with the type area of GB/T 9704-2012: 156 × 225 mm, 37 mm above and 28 mm at the binding edge. A landscape page is the
/// portrait one turned clockwise. Lengths in twips (1/20 pt; 1 mm = 56.69).
/// </summary>
internal static class DocxPages
{
    /// <summary>22 lines fill 225 mm: 28.95 pt each.</summary>
    public const int Line = 579;
    public const int FooterLine = 400;
    public const int FooterNoteLine = 260;
    public const string OddFooter = "odd";
    public const string EvenFooter = "even";
    private const int Long = 16838, Short = 11906, Head = 2098, Foot = 1984, Bind = 1588, Fore = 1474;
    private const int SevenMillimetres = 397;

    /// <summary>What columns may fill.</summary>
    public static int TextWidth(PageShape shape) => shape == PageShape.Portrait ? Short - Bind - Fore : Long - Head - Foot;

    public static SectionProperties Section(PaperDocument paper, PageShape shape)
    {
        var section = new SectionProperties(new FooterReference { Type = HeaderFooterValues.Default, Id = OddFooter });
        if (paper.IsChinese) section.Append(new FooterReference { Type = HeaderFooterValues.Even, Id = EvenFooter });
        section.Append(new SectionType { Val = SectionMarkValues.NextPage }, Size(shape), Margin(paper, shape));
        if (paper.IsChinese && !paper.IsCompact) section.Append(new DocGrid { Type = DocGridValues.Lines, LinePitch = Line });
        return section;
    }

    private static PageSize Size(PageShape shape) => shape == PageShape.Portrait
        ? new PageSize { Width = Short, Height = Long }
        : new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape };

    private static PageMargin Margin(PaperDocument paper, PageShape shape)
    {
        var (top, right, bottom, left) = shape == PageShape.Portrait ? (Head, Fore, Foot, Bind) : (Bind, Head, Fore, Foot);
        // the dash beside the page number is 7 mm below the type area; a footer line stands under the number
        var footer = bottom - SevenMillimetres - FooterLine / 2 - (paper.Footer is null ? 0 : FooterNoteLine);
        return new PageMargin { Top = top, Right = (uint)right, Bottom = bottom, Left = (uint)left, Header = 850, Footer = (uint)footer, Gutter = 0 };
    }

    /// <summary>The page number between dashes; in Chinese at the outer edge, one character in: right on odd pages, left on even ones.</summary>
    public static Footer Footer(PaperDocument paper, bool odd)
    {
        var footer = new Footer(FooterParagraph(paper, odd, "Footer", PageNumber(paper.IsChinese ? "—" : "–")));
        if (CleanText.Of(paper.Footer) is { Length: > 0 } line) footer.Append(FooterParagraph(paper, odd, "FooterNote", DocxRuns.Of([line], paper)));
        return footer;
    }

    private static Paragraph FooterParagraph(PaperDocument paper, bool odd, string style, IEnumerable<OpenXmlElement> content)
    {
        var look = new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } };
        if (paper.IsChinese) look.Indentation = odd ? new Indentation { Right = "280" } : new Indentation { Left = "280" };
        if (paper.IsChinese && odd) look.Justification = new Justification { Val = JustificationValues.Right };
        return new Paragraph([look, .. content]);
    }

    private static IEnumerable<OpenXmlElement> PageNumber(string dash) =>
    [
        new Run(DocxRuns.Text(dash + " ")),
        new SimpleField(new Run(DocxRuns.Text("1"))) { Instruction = " PAGE " },
        new Run(DocxRuns.Text(" " + dash)),
    ];
}
