using System.Globalization;

namespace TwinHub.Publish.Documents;

/// <summary>Counts the headings of one paper and gives the number of each as text.</summary>
internal sealed class HeadingNumbers(bool chinese)
{
    private readonly int[] counts = new int[5];

    /// <summary>The number of the next heading of that level, with its brackets and stop; a deeper level starts anew.</summary>
    public string Next(int level)
    {
        counts[level]++;
        counts.AsSpan(level + 1).Clear();
        return chinese ? Chinese(level) : Western(level);
    }

    private string Chinese(int level) => level switch
    {
        1 => ChineseCount(counts[1]) + "、",
        2 => $"（{ChineseCount(counts[2])}）",
        3 => string.Create(CultureInfo.InvariantCulture, $"{counts[3]}."),
        _ => string.Create(CultureInfo.InvariantCulture, $"（{counts[4]}）"),
    };

    private string Western(int level) => level switch
    {
        1 => string.Create(CultureInfo.InvariantCulture, $"{counts[1]}."),
        2 => string.Create(CultureInfo.InvariantCulture, $"{counts[1]}.{counts[2]}"),
        3 => $"({Letters(counts[3])})",
        _ => $"({Roman(counts[4])})",
    };

    /// <summary>一, 十, 十一, 二十, 一百零一 … for 1 to 9,999.</summary>
    public static string ChineseCount(int number)
    {
        const string digits = "零一二三四五六七八九";
        var (text, gap) = ("", false);
        foreach (var (unit, name) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = number / unit % 10;
            if (digit > 0) text += (gap && text != "" ? "零" : "") + digits[digit] + name;
            gap = digit == 0;
        }
        return number is >= 10 and < 20 ? text[1..] : text;
    }

    // a … z, then aa, bb …, as word processors count
    private static string Letters(int number) => new((char)('a' + (number - 1) % 26), (number - 1) / 26 + 1);

    private static string Roman(int number)
    {
        var text = "";
        foreach (var (value, sign) in new[] { (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i") })
        {
            for (; number >= value; number -= value) text += sign;
        }
        return text;
    }
}
