using DocumentFormat.OpenXml.Wordprocessing;

namespace TwinHub.Publish.Documents;

/// <summary>One paragraph style as data. Lengths in twips (1/20 pt), sizes in half points as Word counts them.</summary>
internal sealed record DocxLook(string Id, string Name)
{
    public DocxFont? Font { get; init; }
    public int Size { get; init; }
    public bool Bold { get; init; }
    public bool Italic { get; init; }
    public JustificationValues? Justify { get; init; }
    public int FirstLine { get; init; }
    public int Left { get; init; }
    public int Right { get; init; }
    public int Before { get; init; }
    public int After { get; init; }

    /// <summary>Exact height of a line; 0: after the font and the page's line grid.</summary>
    public int Line { get; init; }

    /// <summary>Added between characters; Chinese body text takes −5 so that 28 characters of 16 pt fill 156 mm.</summary>
    public int? Tracking { get; init; }
    public bool OffGrid { get; init; }
    public bool KeepNext { get; init; }
    public bool IsFramed { get; init; }

    /// <summary>Heading level 1 to 4; 0: no heading.</summary>
    public int Heading { get; init; }

    private const int Body = 32, CompactLine = 390, CompactSmallLine = 260;

    /// <summary>The same style for a one-page brief, and a little smaller for a register: smaller type, closer lines, half the space around.</summary>
    public DocxLook Closer(bool isChinese, PageShape shape)
    {
        var (scale, least) = isChinese ? (0.75, shape == PageShape.Landscape ? 18 : 20) : (0.87, 16);
        int Scaled(int length) => (int)(length * scale);
        return this with
        {
            Size = Size == 0 || Id == "Spacer" ? Size : Math.Max(Scaled(Size), Math.Min(Size, least)),
            Line = !isChinese || Line > 0 ? Scaled(Line) : Id == "Normal" ? CompactLine : Size is > 0 and < Body ? CompactSmallLine : 0,
            Tracking = Tracking is null ? null : 0,
            FirstLine = Scaled(FirstLine),
            Before = Before / 2,
            After = After / 2,
            OffGrid = true,
        };
    }

    public Style Style()
    {
        var isNormal = Id == "Normal";
        var style = new Style { Type = StyleValues.Paragraph, StyleId = Id, Default = isNormal ? true : null, CustomStyle = char.IsUpper(Name[0]) && !isNormal ? true : null };
        style.StyleName = new StyleName { Val = Name };
        if (!isNormal) style.BasedOn = new BasedOn { Val = "Normal" };
        style.PrimaryStyle = new PrimaryStyle();
        style.StyleParagraphProperties = Paragraph(isNormal);
        style.StyleRunProperties = Run();
        return style;
    }

    private StyleParagraphProperties Paragraph(bool isNormal)
    {
        var look = new StyleParagraphProperties();
        if (KeepNext) look.KeepNext = new KeepNext();
        // the 22nd line stands even where it is the first of a paragraph; nothing hangs outside the type area
        if (Tracking < 0) (look.WidowControl, look.OverflowPunctuation) = (new WidowControl { Val = false }, new OverflowPunctuation { Val = false });
        // no gap between 2023 and 年: Latin and Chinese stand close in official papers
        if (isNormal) (look.AutoSpaceDE, look.AutoSpaceDN) = (new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false });
        if (Heading > 0) look.NumberingProperties = new NumberingProperties(new NumberingLevelReference { Val = Heading - 1 }, new NumberingId { Val = DocxNumbering.Headings });
        if (IsFramed) look.ParagraphBorders = Frame();
        if (OffGrid) look.SnapToGrid = new SnapToGrid { Val = false };
        look.SpacingBetweenLines = Spacing();
        look.Indentation = new Indentation { Left = Text(Left), Right = Text(Right), FirstLine = Text(FirstLine) };
        if (Justify is { } justify) look.Justification = new Justification { Val = justify };
        if (Heading > 0) look.OutlineLevel = new OutlineLevel { Val = Heading - 1 };
        return look;
    }

    private SpacingBetweenLines Spacing()
    {
        var spacing = new SpacingBetweenLines { Before = Text(Before), After = Text(After) };
        if (Line > 0) (spacing.Line, spacing.LineRule) = (Text(Line), LineSpacingRuleValues.Exact);
        return spacing;
    }

    private StyleRunProperties Run()
    {
        var look = new StyleRunProperties();
        if (Font is { } font) look.RunFonts = new RunFonts { Ascii = font.Latin, HighAnsi = font.Latin, EastAsia = font.EastAsian, ComplexScript = font.Latin };
        if (Bold) look.Bold = new Bold();
        if (Italic) look.Italic = new Italic();
        if (Tracking is { } tracking) look.Spacing = new Spacing { Val = tracking };
        if (Size > 0) (look.FontSize, look.FontSizeComplexScript) = (new FontSize { Val = Text(Size) }, new FontSizeComplexScript { Val = Text(Size) });
        return look;
    }

    private static ParagraphBorders Frame()
    {
        T Side<T>() where T : BorderType, new() => new() { Val = BorderValues.Dashed, Size = 6, Space = 4, Color = "auto" };
        return new ParagraphBorders { TopBorder = Side<TopBorder>(), LeftBorder = Side<LeftBorder>(), BottomBorder = Side<BottomBorder>(), RightBorder = Side<RightBorder>() };
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
