using System.Globalization;

namespace TwinHub.Texts;

/// <summary>What a figure says. In lower case these are the kinds of the vectors and of exports.</summary>
public enum FigureKind
{
    Number, Count, Percent,
    /// <summary>Percentage points, never the same as a percent.</summary>
    Pp,
    Discount, Money, Area, Length, Speed, Voltage, Power, Energy, Mass, Volume, Flow, Temperature, Duration, Factor, Fraction, Ordinal,
    /// <summary>A number with a word such as "over" or "nearly".</summary>
    Approx,
    Range,
    Date,
    /// <summary>A year, half, quarter or month.</summary>
    Period,
    Months, Plan, Time,
    /// <summary>A name made of digits and letters, compared whole: 5G, 1+2+N.</summary>
    Token,
    /// <summary>The code of an item, a decision or an issued paper.</summary>
    Reference,
}

/// <summary>How a figure stands to the quantity meant.</summary>
public enum Closeness { Exactly, MoreThan, Nearly, About, AtMost }

/// <summary>One number, date, period or reference found in a text, in a form that does not depend on the language.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Value">The normal form: 441450000000, 5..10, 200+ (more than), 300- (nearly), 8~ (about), 30&lt; (at most), 2023-06-26, --06-26 (no year), 2023-H2, 2023H2-017.</param>
/// <param name="Unit">The unit of the value (CNY, km2, ha, kV, min, year, %, pp, persons …), or empty.</param>
public sealed record Figure(FigureKind Kind, string Value, string Unit)
{
    /// <summary>Where it begins, in UTF-16 code units of the text given.</summary>
    public int Start { get; init; }

    /// <summary>How many code units it takes.</summary>
    public int Length { get; init; }

    /// <summary>The exact quantity in <see cref="Unit"/>, the lower end of a range; null for dates, periods, tokens and references.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The upper end of a range.</summary>
    public decimal? UpTo { get; init; }

    /// <summary>One unit of the last place that was written, in <see cref="Unit"/>: 0.01 for 3.25, 10,000,000 for 2528.6亿.</summary>
    public decimal Quantum { get; init; }

    public Closeness Closeness { get; init; }

    /// <summary>A small number in words that languages often use without counting (一个, "one of"): it may match, its absence is no error.</summary>
    public bool IsWeak { get; init; }

    /// <summary>Turned into its unit by a factor without a finite decimal (亩), so that the other side can only be rounded.</summary>
    public bool IsConverted { get; init; }

    /// <summary>Whether it is a date, a period or a time of day.</summary>
    public bool IsOfTime => Kind is FigureKind.Date or FigureKind.Period or FigureKind.Months or FigureKind.Plan or FigureKind.Time;

    internal static Figure Named(FigureKind kind, string value) => new(kind, value, "");

    /// <summary>A quantity in words or digits, times its unit.</summary>
    internal static Figure Measured(Quantity low, Quantity? high, Unit unit, Closeness closeness)
    {
        var (amount, upTo) = (unit.Of(low.Value), high is { } h ? unit.Of(h.Value) : (decimal?)null);
        var kind = upTo is not null ? FigureKind.Range : closeness is Closeness.Exactly ? unit.Kind : FigureKind.Approx;
        return new Figure(kind, Written(amount, upTo, closeness), unit.Code)
        {
            Amount = amount,
            UpTo = upTo,
            Quantum = unit.Of(Math.Max(low.Quantum, high?.Quantum ?? 0)),
            Closeness = closeness,
            IsConverted = unit.Divisor != 1,
        };
    }

    private static string Written(decimal amount, decimal? upTo, Closeness closeness) =>
        Written(amount) + (upTo is { } end ? ".." + Written(end) : "") + closeness switch
        {
            Closeness.MoreThan => "+",
            Closeness.Nearly => "-",
            Closeness.About => "~",
            Closeness.AtMost => "<",
            _ => "",
        };

    private static string Written(decimal amount) => amount.ToString("0.######", CultureInfo.InvariantCulture);
}
