using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TwinHub.Publish.Documents;

/// <summary>The numbers that Word itself counts, so that a heading moved in Word is numbered anew. They read as <see cref="HeadingNumbers"/> gives them.</summary>
internal static class DocxNumbering
{
    public const int Headings = 1;
    public const int Bullets = 2;
    private const int FirstList = 3;

    /// <summary>The number of the n-th numbered list of a paper, from 0.</summary>
    public static int List(int index) => FirstList + index;

    public static Numbering Of(bool chinese, int numberedLists)
    {
        var numbering = new Numbering(HeadingLevels(chinese), chinese ? ListLevel(2, chinese, NumberFormatValues.None, "——") : ListLevel(2, chinese, NumberFormatValues.Bullet, "•"), ListLevel(3, chinese, NumberFormatValues.Decimal, "%1."));
        numbering.Append(new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = Headings });
        numbering.Append(new NumberingInstance(new AbstractNumId { Val = 2 }) { NumberID = Bullets });
        for (var i = 0; i < numberedLists; i++) numbering.Append(NumberedFromOne(List(i)));
        return numbering;
    }

    private static NumberingInstance NumberedFromOne(int id) =>
        new(new AbstractNumId { Val = 3 }, new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 }) { NumberID = id };

    private static AbstractNum HeadingLevels(bool chinese)
    {
        var count = NumberFormatValues.ChineseCountingThousand;
        (NumberFormatValues Format, string Text)[] levels = chinese
            ? [(count, "%1、"), (count, "（%2）"), (NumberFormatValues.Decimal, "%3."), (NumberFormatValues.Decimal, "（%4）")]
            : [(NumberFormatValues.Decimal, "%1."), (NumberFormatValues.Decimal, "%1.%2"), (NumberFormatValues.LowerLetter, "(%3)"), (NumberFormatValues.LowerRoman, "(%4)")];
        var scheme = Scheme(1, MultiLevelValues.Multilevel);
        for (var i = 0; i < levels.Length; i++) scheme.Append(HeadingLevel(i, levels[i].Format, levels[i].Text, chinese));
        return scheme;
    }

    private static Level HeadingLevel(int index, NumberFormatValues format, string text, bool chinese) => new()
    {
        LevelIndex = index,
        StartNumberingValue = new StartNumberingValue { Val = 1 },
        NumberingFormat = new NumberingFormat { Val = format },
        ParagraphStyleIdInLevel = new ParagraphStyleIdInLevel { Val = string.Create(CultureInfo.InvariantCulture, $"Heading{index + 1}") },
        LevelSuffix = new LevelSuffix { Val = chinese ? LevelSuffixValues.Nothing : LevelSuffixValues.Space },
        LevelText = new LevelText { Val = text },
        PreviousParagraphProperties = new PreviousParagraphProperties(new Indentation { Left = "0", FirstLine = chinese ? "630" : "0" }),
        NumberingSymbolRunProperties = Face(chinese),
    };

    // a Chinese list runs on as its paragraphs do; a western one hangs
    private static AbstractNum ListLevel(int id, bool chinese, NumberFormatValues format, string text)
    {
        var scheme = Scheme(id, MultiLevelValues.SingleLevel);
        scheme.Append(new Level
        {
            LevelIndex = 0,
            StartNumberingValue = new StartNumberingValue { Val = 1 },
            NumberingFormat = new NumberingFormat { Val = format },
            LevelSuffix = new LevelSuffix { Val = chinese ? LevelSuffixValues.Nothing : LevelSuffixValues.Tab },
            LevelText = new LevelText { Val = text },
            PreviousParagraphProperties = new PreviousParagraphProperties(chinese ? new Indentation { Left = "0", FirstLine = "630" } : new Indentation { Left = "500", Hanging = "360" }),
            NumberingSymbolRunProperties = Face(chinese),
        });
        return scheme;
    }

    private static NumberingSymbolRunProperties? Face(bool chinese) =>
        chinese ? new NumberingSymbolRunProperties(new RunFonts { Hint = FontTypeHintValues.EastAsia }) : null;

    private static AbstractNum Scheme(int id, MultiLevelValues kind) =>
        new(new Nsid { Val = id.ToString("X8", CultureInfo.InvariantCulture) }, new MultiLevelType { Val = kind }) { AbstractNumberId = id };
}
