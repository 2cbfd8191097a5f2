using DocumentFormat.OpenXml.Wordprocessing;
using static DocumentFormat.OpenXml.Wordprocessing.JustificationValues;

namespace TwinHub.Publish.Documents;

/// <summary>The styles of a paper: Chinese after GB/T 9704-2012 (3号 = 16 pt, 4号 = 14, 小四 = 12, 五号 = 10.5, 2号 = 22), and a western set for every other language.</summary>
internal static class DocxStyles
{
    /// <summary>The width of one character of Chinese body text, and so its unit of indent: 15.75 pt.</summary>
    public const int Character = 315;

    private const int Indent = 2 * Character;
    private static readonly DocxFont Western = DocxFont.Serif;

    private static readonly DocxLook[] Chinese =
    [
        new("Normal", "Normal") { Font = DocxFont.FangSong, Size = 32, Tracking = -5, Justify = Both },
        new("BodyText", "Body Text") { FirstLine = Indent },
        new("Handling", "Handling mark") { Font = DocxFont.Hei, Justify = Left, After = DocxPages.Line },
        new("Title", "Title") { Font = DocxFont.TitleSong, Size = 44, Tracking = 0, Justify = Center, Line = 700, OffGrid = true },
        new("StageMark", "Stage mark") { Font = DocxFont.Kai, Justify = Center },
        new("Subtitle", "Subtitle") { Font = DocxFont.Kai, Justify = Center },
        new("AsOf", "As of") { Font = DocxFont.Kai, Size = 28, Tracking = 0, Justify = Center },
        new("SampleNote", "Sample note") { Font = DocxFont.Kai, Size = 24, Tracking = 0, Justify = Center, Before = 200, Left = Indent, Right = Indent, OffGrid = true, IsFramed = true },
        new("Heading1", "heading 1") { Font = DocxFont.Hei, FirstLine = Indent, KeepNext = true, Heading = 1 },
        new("Heading2", "heading 2") { Font = DocxFont.Kai, FirstLine = Indent, KeepNext = true, Heading = 2 },
        new("Heading3", "heading 3") { Bold = true, FirstLine = Indent, KeepNext = true, Heading = 3 },
        new("Heading4", "heading 4") { FirstLine = Indent, KeepNext = true, Heading = 4 },
        new("ListItem", "List item") { FirstLine = Indent },
        new("Caption", "caption") { Font = DocxFont.Hei, Size = 28, Tracking = 0, Justify = Center, KeepNext = true },
        new("TableHead", "Table head") { Font = DocxFont.Hei, Size = 24, Tracking = 0, Justify = Center, OffGrid = true },
        new("TableText", "Table text") { Size = 24, Tracking = 0, Justify = Left, OffGrid = true },
        new("TableHeadSmall", "Table head small") { Font = DocxFont.Hei, Size = 21, Tracking = 0, Justify = Center, OffGrid = true },
        new("TableTextSmall", "Table text small") { Size = 21, Tracking = 0, Justify = Left, OffGrid = true },
        new("Note", "Note") { Size = 21, Tracking = 0, OffGrid = true },
        new("Signature", "Signature") { Justify = Right },
        new("Footer", "footer") { Font = DocxFont.Song, Size = 28, Tracking = 0, Justify = Left, Line = DocxPages.FooterLine, OffGrid = true },
        new("FooterNote", "Footer note") { Font = DocxFont.Song, Size = 18, Tracking = 0, Justify = Left, Line = DocxPages.FooterNoteLine, OffGrid = true },
        Spacer,
    ];

    private static readonly DocxLook[] Others =
    [
        new("Normal", "Normal") { Font = Western, Size = 23, Justify = Left, Line = 320, OffGrid = true },
        new("BodyText", "Body Text") { After = 120 },
        new("Handling", "Handling mark") { Bold = true, Justify = Left, After = 240 },
        new("Title", "Title") { Size = 40, Bold = true, Justify = Center, Line = 520, Before = 240, After = 120 },
        new("StageMark", "Stage mark") { Size = 26, Italic = true, Justify = Center, After = 60 },
        new("Subtitle", "Subtitle") { Size = 26, Justify = Center, After = 60 },
        new("AsOf", "As of") { Size = 22, Justify = Center, After = 60 },
        new("SampleNote", "Sample note") { Size = 20, Justify = Center, Before = 160, After = 60, Left = 600, Right = 600, IsFramed = true },
        new("Heading1", "heading 1") { Size = 28, Bold = true, Before = 320, After = 120, Line = 380, KeepNext = true, Heading = 1 },
        new("Heading2", "heading 2") { Size = 24, Bold = true, Before = 220, After = 80, KeepNext = true, Heading = 2 },
        new("Heading3", "heading 3") { Size = 23, Bold = true, Italic = true, Before = 160, After = 60, KeepNext = true, Heading = 3 },
        new("Heading4", "heading 4") { Size = 23, Italic = true, Before = 120, After = 60, KeepNext = true, Heading = 4 },
        new("ListItem", "List item") { After = 60 },
        new("Caption", "caption") { Size = 21, Bold = true, Before = 200, After = 80, Line = 280, KeepNext = true },
        new("TableHead", "Table head") { Size = 20, Bold = true, Justify = Left, Line = 250 },
        new("TableText", "Table text") { Size = 20, Justify = Left, Line = 250 },
        new("TableHeadSmall", "Table head small") { Size = 17, Bold = true, Justify = Left, Line = 210 },
        new("TableTextSmall", "Table text small") { Size = 17, Justify = Left, Line = 210 },
        new("Note", "Note") { Size = 18, After = 120, Line = 230 },
        new("Signature", "Signature") { Justify = Right },
        new("Footer", "footer") { Size = 20, Justify = Center, Line = DocxPages.FooterLine },
        new("FooterNote", "Footer note") { Size = 16, Justify = Center, Line = DocxPages.FooterNoteLine },
        Spacer,
    ];

    // what Word needs between two tables and after the last: 5 pt high
    private static DocxLook Spacer => new("Spacer", "Spacer") { Size = 2, Line = 100, OffGrid = true };

    public static Styles Of(PaperDocument paper)
    {
        var styles = new Styles(Defaults(paper));
        foreach (var look in paper.IsChinese ? Chinese : Others) styles.Append((paper.IsCompact ? look.Closer(paper.IsChinese, paper.Shape) : look).Style());
        styles.Append(SampleTag(), Table());
        return styles;
    }

    private static DocDefaults Defaults(PaperDocument paper) => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(DocxLanguage.Of(paper))),
        new ParagraphPropertiesDefault());

    private static Style SampleTag() => new()
    {
        Type = StyleValues.Character,
        StyleId = "SampleTag",
        CustomStyle = true,
        StyleName = new StyleName { Val = "Sample tag" },
        StyleRunProperties = new StyleRunProperties
        {
            Bold = new Bold { Val = false },
            Spacing = new Spacing { Val = 0 },
            FontSize = new FontSize { Val = "17" },
            Border = new Border { Val = BorderValues.Dashed, Size = 4, Space = 1, Color = "auto" },
        },
    };

    private static Style Table()
    {
        T Rule<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "auto" };
        var borders = new TableBorders(Rule<TopBorder>(), Rule<LeftBorder>(), Rule<BottomBorder>(), Rule<RightBorder>(), Rule<InsideHorizontalBorder>(), Rule<InsideVerticalBorder>());
        var margins = new TableCellMarginDefault(new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa });
        return new Style(new StyleName { Val = "Register" }, new StyleTableProperties(borders, margins)) { Type = StyleValues.Table, StyleId = "Register", CustomStyle = true };
    }
}
