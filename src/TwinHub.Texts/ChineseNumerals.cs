namespace TwinHub.Texts;

/// <summary>Reads Chinese numerals, with or without ASCII digits inside: 一亿零五十万, 3.7万亿, 两千三百, 二〇二三, 三点七万.</summary>
internal static class ChineseNumerals
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>One numeral, whole; null when it is not one.</summary>
    public static Quantity? Parse(string written)
    {
        var text = written.Replace(" ", "", StringComparison.Ordinal);
        if (text.Length > 1 && text.All(c => Digit(c) >= 0)) return Positional(text);
        var point = text.IndexOf('点', StringComparison.Ordinal);
        return point < 0 ? new Sum().Of(text) : WithPoint(text, point);
    }

    /// <summary>0 … 9, or −1.</summary>
    public static int Digit(char c) => c switch
    {
        '〇' => 0,
        '两' => 2,
        _ => Digits.IndexOf(c, StringComparison.Ordinal),
    };

    /// <summary>10, 100, 1,000, 10⁴, 10⁸, or 0.</summary>
    public static decimal Multiplier(char c) => c switch { '十' => 10, '百' => 100, '千' => 1_000, '万' => 10_000, '亿' => 100_000_000, _ => 0 };

    /// <summary>Digits one after another, as years are written; shorter runs are no numbers (七八个 is a range).</summary>
    private static Quantity? Positional(string text)
    {
        if (text.Length is < 4 or > 15 && !text.Contains('〇', StringComparison.Ordinal)) return null;
        return text.Length > 15 ? null : Quantity.Of(text.Aggregate(0m, (value, c) => value * 10 + Digit(c)));
    }

    private static Quantity? WithPoint(string text, int point)
    {
        var end = point + 1;
        while (end < text.Length && Digit(text[end]) >= 0) end++;
        if (point == 0 || end == point + 1 || new Sum().Of(text[..point]) is not { } whole) return null;
        var decimals = new string([.. text[(point + 1)..end].Select(c => (char)('0' + Digit(c)))]);
        var fraction = Quantity.OfDigits("0." + decimals);
        if (fraction is not { } part || text[end..].Any(c => Multiplier(c) == 0)) return null;
        return text[end..].Aggregate((Quantity?)new Quantity(whole.Value + part.Value, part.Quantum), (product, c) => product?.Times(Multiplier(c)));
    }

    /// <summary>Adds up digits, tens, hundreds and thousands below each 万 and 亿.</summary>
    private sealed class Sum
    {
        private decimal whole, section, last = 10, quantum = 1;
        private decimal? digit;
        private bool zero, ascii;

        public Quantity? Of(string text)
        {
            var at = 0;
            while (at < text.Length)
            {
                var step = char.IsAsciiDigit(text[at]) ? Ascii(text, at) : Sign(text[at]) ? 1 : 0;
                at += step;
                if (step == 0 || whole + section > Quantity.Limit) return null;
            }
            var end = (digit ?? 0) * (LeavesOutUnit ? last / 10 : 1);
            return new Quantity(whole + section + end, quantum);
        }

        /// <summary>三万五 is 35,000: the unit after the last digit is the next smaller one, unless 零 stands between.</summary>
        private bool LeavesOutUnit => digit is not null && !zero && !ascii && last >= 100 && whole + section > 0;

        private int Ascii(string text, int at)
        {
            var end = at;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ',' or '.')) end++;
            if (digit is not null || Quantity.OfDigits(text[at..end]) is not { } number) return 0;
            (digit, quantum, ascii) = (number.Value, number.Quantum, true);
            return end - at;
        }

        private bool Sign(char c)
        {
            if (Multiplier(c) is var unit and > 0) return Multiply(unit);
            var value = Digit(c);
            if (value < 0 || digit is not null) return false;
            if (value == 0) zero = true;
            else (digit, quantum, ascii) = (value, 1, false);
            return true;
        }

        private bool Multiply(decimal unit)
        {
            if (unit < 10_000 && section > 0 && unit >= last) return false; // 十百 is no numeral
            if (unit == 10_000 && whole > 0 && section == 0 && digit is null) return false; // nor 万万
            if (ascii) quantum *= unit;
            if (unit >= 10_000) Close(unit);
            else section += (digit ?? 1) * unit;
            (digit, last, zero) = (null, unit, false);
            return true;
        }

        private void Close(decimal unit)
        {
            var below = section + (digit ?? 0);
            if (unit == 10_000) whole += (below == 0 ? 1 : below) * unit;
            else whole = (whole + below == 0 ? 1 : whole + below) * unit;
            section = 0;
        }
    }
}
