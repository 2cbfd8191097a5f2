using System.Buffers;
using System.Globalization;
using System.Text;

namespace TwinHub.Merkle;

/// <summary>Numbers of canonical JSON, as ECMAScript writes a double. Source: RFC 8785 §3.2.2.3, ECMA-262 Number::toString.</summary>
internal static class CanonicalNumber
{
    private const int MostPlainDigits = 21;
    private const int LeastPlainPoint = -6;

    /// <param name="literal">A number as JSON writes it.</param>
    /// <param name="output">Where to.</param>
    internal static void Write(string literal, ArrayBufferWriter<byte> output)
    {
        var text = Of(double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture));
        var isWhole = !literal.AsSpan().ContainsAny('.', 'e', 'E');
        if (isWhole && text != literal && literal != "-0") throw Lost(literal);
        Write(text.AsSpan(), output);
    }

    internal static void Write(decimal value, ArrayBufferWriter<byte> output)
    {
        var text = Of((double)value);
        var isKept = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) && back == value;
        if (!isKept) throw Lost(value.ToString(CultureInfo.InvariantCulture));
        Write(text.AsSpan(), output);
    }

    internal static void Write(double value, ArrayBufferWriter<byte> output) => Write(Of(value).AsSpan(), output);

    /// <exception cref="FormatException">NaN or infinity.</exception>
    internal static string Of(double value)
    {
        if (!double.IsFinite(value)) throw new FormatException("JSON has neither NaN nor infinity.");
        if (value == 0) return "0"; // of both signs
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        return shortest.Contains('E', StringComparison.Ordinal) ? Signed(shortest) : shortest; // without an exponent both forms are the same
    }

    private static string Signed(string shortest) => shortest[0] == '-' ? $"-{Unsigned(shortest[1..])}" : Unsigned(shortest);

    /// <param name="shortest">The fewest digits that give the same double again: 12.5, 1E+16, 1.5E-07.</param>
    private static string Unsigned(string shortest)
    {
        var (mantissa, exponent) = shortest.Split('E') is [var m, var e] ? (m, int.Parse(e, CultureInfo.InvariantCulture)) : (shortest, 0);
        var whole = mantissa.IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? at : mantissa.Length;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return Laid(digits.Trim('0'), whole + exponent - leading);
    }

    /// <param name="digits">Neither begins nor ends with a zero.</param>
    /// <param name="point">The value is 0.digits × 10^point.</param>
    private static string Laid(string digits, int point)
    {
        if (point > MostPlainDigits || point <= LeastPlainPoint) return Scientific(digits, point - 1);
        if (point <= 0) return $"0.{new string('0', -point)}{digits}";
        return digits.Length <= point ? digits.PadRight(point, '0') : $"{digits[..point]}.{digits[point..]}";
    }

    private static string Scientific(string digits, int exponent)
    {
        var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{exponent:+0;-0}");
    }

    private static void Write(ReadOnlySpan<char> ascii, ArrayBufferWriter<byte> output) =>
        output.Advance(Encoding.ASCII.GetBytes(ascii, output.GetSpan(ascii.Length)));

    private static FormatException Lost(string number) => new($"The number {number} would not come back as it is; write it as a string.");
}
