using System.Globalization;

namespace TwinHub.Language;

/// <summary>How a language writes dates, numbers, shares and money. The patterns are words of the language (<c>form.*</c>).</summary>
public sealed class Forms(Words words)
{
    private const decimal GroupedFrom = 10_000; // digits are grouped from five on
    private readonly string[] months = words["form.months"].Split('|'), shortMonths = words["form.months.short"].Split('|');

    /// <summary>28 December 2023; 2023年12月28日.</summary>
    public string Day(DateOnly day) => Pattern("form.day", day);

    /// <summary>28 Dec; 12月28日: in tables, where the year is the list's.</summary>
    public string ShortDay(DateOnly day, int? year) => Pattern(day.Year == year ? "form.day.short" : "form.day.table", day);

    public string Day(DateOnly? day) => day is { } d ? Day(d) : "–";

    public string ShortDay(DateOnly? day, int? year) => day is { } d ? ShortDay(d, year) : "–";

    /// <summary>October 2023; 2023年10月, from yyyy-mm.</summary>
    public string Month(string period) => Pattern("form.month", DateOnly.ParseExact(period + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>October; 10月, from yyyy-mm.</summary>
    public string ShortMonth(string period) => Pattern("form.month.short", DateOnly.ParseExact(period + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Oct; 10月: as marks of an axis stand.</summary>
    public string MonthMark(DateOnly day) => shortMonths[day.Month - 1];

    /// <summary>yyyy-mm-dd hh:mm on the clock that the moment is given on, as logs, files and exports write it; of UTC it says so.</summary>
    public string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + (moment.Offset == TimeSpan.Zero ? " UTC" : "");

    public string Number(decimal number, int decimals = -1)
    {
        var text = Math.Abs(number).ToString(Format(number, decimals), CultureInfo.InvariantCulture);
        return number < 0 && text.AsSpan().ContainsAnyExcept("0.,") ? "−" + text : text;
    }

    public string Number(decimal? number, int decimals = -1) => number is { } n ? Number(n, decimals) : "–";

    /// <summary>57.3%.</summary>
    public string Percent(decimal? percent, int decimals = -1) => percent is { } p ? Number(p, decimals) + "%" : "–";

    /// <summary>+7.3 or −7.3, one decimal: points stand in the column head.</summary>
    public string Signed(decimal? points, int decimals = 1) => points is not { } p ? "–" : Number(p, decimals) is var text && Math.Round(p, decimals) > 0 ? "+" + text : text;

    /// <summary>+7.3 percentage points; +7.3 个百分点.</summary>
    public string Points(decimal? points) => points is null ? "–" : words.Say("form.points", Signed(points));

    /// <summary>An amount in 100 million of the currency: 4414.5 亿元; CNY 441.45 bn.</summary>
    public string Money(decimal? hundredMillions, string currency) =>
        hundredMillions is { } amount ? string.Format(CultureInfo.InvariantCulture, words["form.money"], Number(amount * Factor("form.money.factor")), Currency(currency)) : "–";

    /// <summary>The same without its unit: where that stands in the head of the column.</summary>
    public string Amount(decimal? hundredMillions, int decimals = -1) => hundredMillions is { } amount ? Number(amount * Factor("form.money.factor"), decimals) : "–";

    /// <summary>What an amount in 100 million is multiplied by to be in <see cref="MoneyUnit"/>.</summary>
    public decimal MoneyFactor => Factor("form.money.factor");

    /// <summary>亿元; CNY bn: the unit of <see cref="Amount"/>.</summary>
    public string MoneyUnit(string currency) => string.Format(CultureInfo.InvariantCulture, words["form.money.unit"], Currency(currency));

    /// <summary>2023; October 2023; 2023年10月; 28 December 2023: from yyyy, yyyy-mm or yyyy-mm-dd. Any other text stays.</summary>
    public string Period(string? period) =>
        period is null ? "–"
        : period.Length == 4 && int.TryParse(period, CultureInfo.InvariantCulture, out var year) ? string.Format(CultureInfo.InvariantCulture, words["form.year"], year)
        : period.Length == 7 && DateOnly.TryParseExact(period + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? Month(period)
        : DateOnly.TryParseExact(period, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(day) : period;

    /// <summary>People or things by the thousand: 2019 万人; 20.19 million.</summary>
    public string Many(decimal? count) => count is { } c ? string.Format(CultureInfo.InvariantCulture, words["form.many"], Number(Math.Round(c * Factor("form.many.factor"), 2))) : "–";

    /// <summary>a、b、c; a, b, c.</summary>
    public string Join(IEnumerable<string> texts) => string.Join(words["form.comma"], texts);

    private string Currency(string code) => words.Has("currency." + code) ? words["currency." + code] : code;

    private decimal Factor(string code) => decimal.Parse(words[code], CultureInfo.InvariantCulture);

    private string Pattern(string code, DateOnly day) =>
        string.Format(CultureInfo.InvariantCulture, words[code], day.Year, day.Month, day.Day, months[day.Month - 1], shortMonths[day.Month - 1]);

    private static string Format(decimal number, int decimals) =>
        (Math.Abs(number) >= GroupedFrom ? "#,0" : "0") + (decimals < 0 ? ".######" : decimals > 0 ? "." + new string('0', decimals) : "");
}
