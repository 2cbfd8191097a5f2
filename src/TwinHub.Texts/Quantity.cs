using System.Globalization;

namespace TwinHub.Texts;

/// <summary>A number as written: its exact value and one unit of its last place.</summary>
internal readonly record struct Quantity(decimal Value, decimal Quantum)
{
    /// <summary>Beyond it the number times its unit might not fit a decimal.</summary>
    public const decimal Limit = 1e18m;

    private const int MostDigits = 15;

    public static Quantity Of(decimal value) => new(value, 1);

    /// <summary>Null beyond <see cref="Limit"/>.</summary>
    public Quantity? Times(decimal factor) => Value > Limit / factor || Quantum > Limit / factor ? null : new(Value * factor, Quantum * factor);

    public Quantity Negated => this with { Value = -Value };

    /// <summary>Reads ASCII digits with grouping commas and a decimal point; null when too long to be exact.</summary>
    public static Quantity? OfDigits(string digits)
    {
        var plain = digits.Replace(",", "", StringComparison.Ordinal);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : plain.Length - point - 1;
        if (plain.Length - decimals > MostDigits || decimals > MostDigits) return null;
        var quantum = 1m;
        for (var i = 0; i < decimals; i++) quantum /= 10;
        return new Quantity(decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), quantum);
    }
}
