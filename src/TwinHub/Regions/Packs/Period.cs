using System.Globalization;
using System.Text.RegularExpressions;

namespace TwinHub.Regions.Packs;

/// <summary>First and last day of what a cell names: a year, half, quarter, run of quarters, month or day.</summary>
internal readonly partial record struct Period(DateOnly First, DateOnly Last)
{
    /// <summary>Null unless the whole text is a period: 2023, 2023-H1, 2023-Q1, 2023-Q1..Q3, 2023-06, 2023-06-26.</summary>
    public static Period? Read(string text) => Begin(text) is ({ } period, var length) && length == text.Length ? period : null;

    /// <summary>The period with which a published text begins ("2021-08 feasibility approval"), or null.</summary>
    public static Period? Leading(string text) => Begin(text).Period;

    [GeneratedRegex(@"^(?<year>(19|20|21)[0-9]{2})(-?(?<part>[HQ])(?<from>[1-4])(\.\.[HQ]?(?<to>[1-4]))?|-(?<month>[0-9]{2})(-(?<day>[0-9]{2}))?)?(?![0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    private static (Period? Period, int Length) Begin(string text)
    {
        var match = Form().Match(text);
        return match.Success ? (Of(match.Groups), match.Length) : (null, 0);
    }

    private static Period? Of(GroupCollection groups)
    {
        var year = Number(groups["year"]);
        if (groups["day"].Success) return CellText.Day($"{year:0000}-{groups["month"].Value}-{groups["day"].Value}") is { } day ? new(day, day) : null;
        if (groups["month"].Success) return Months(year, Number(groups["month"]), Number(groups["month"]));
        if (!groups["part"].Success) return Months(year, 1, 12);
        var length = groups["part"].Value == "H" ? 6 : 3;
        return Months(year, (Number(groups["from"]) - 1) * length + 1, Number(groups["to"].Success ? groups["to"] : groups["from"]) * length);
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Period? Months(int year, int first, int last) =>
        first < 1 || last > 12 || first > last ? null : new(new(year, first, 1), new DateOnly(year, last, 1).AddMonths(1).AddDays(-1));
}
