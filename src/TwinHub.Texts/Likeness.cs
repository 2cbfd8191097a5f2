namespace TwinHub.Texts;

/// <summary>In which way two figures that are not written alike are the same.</summary>
internal static class Likeness
{
    /// <summary>One meaning in two habits: 6月26日 with the year elsewhere, 2019万人 and "20.19 million", 第七项 and "item 7", 一半 and 50 %, a year and twelve months.</summary>
    public static bool SameMeaning(Figure a, Figure b) =>
        SameDay(a, b) || SameYearAsNumber(a, b) || SameYearAsNumber(b, a) || SameAmount(a, b) || SameShare(a, b) || SameShare(b, a);

    /// <summary>Equal, but only one side says the unit.</summary>
    public static bool SameButUnsaid(Figure a, Figure b) =>
        SameShape(a, b) && a.Amount == b.Amount && a.UpTo == b.UpTo && (a.Unit.Length == 0) != (b.Unit.Length == 0) && MayLeaveUnsaid(a) && MayLeaveUnsaid(b);

    /// <summary>Equal after rounding both to the coarser side's last digit.</summary>
    public static bool SameRounded(Figure a, Figure b)
    {
        if (!SameShape(a, b) || InBase(a) is not { } x || InBase(b) is not { } y || !SameDimension(a, b)) return false;
        var tolerance = Math.Max(a.Quantum * Units.Base(a.Unit).Factor, b.Quantum * Units.Base(b.Unit).Factor) / 2;
        return IsCoarser(a, b) && Math.Abs(x - y) <= tolerance && UpperWithin(a, b, tolerance);
    }

    /// <summary>The same quantity, one side with a word such as 近 or "over" or with another one; or 增长1倍 against "doubled".</summary>
    public static bool OtherModifier(Figure a, Figure b) =>
        (a.UpTo is null && b.UpTo is null && a.Closeness != b.Closeness && IsQuantity(a) && IsQuantity(b) && MayLackUnit(a, b) && InBase(a) == InBase(b)) || Doubled(a, b) || Doubled(b, a);

    /// <summary>The same digits with another power of ten, or the same amount of something else.</summary>
    public static bool OtherMagnitude(Figure a, Figure b)
    {
        if (a.Amount is not { } x || b.Amount is not { } y || (a.UpTo is null) != (b.UpTo is null)) return false;
        if (x == y && a.UpTo == b.UpTo) return true;
        return SameDigits(x, y) && (a.UpTo is null || SameDigits(a.UpTo.Value, b.UpTo!.Value));
    }

    private static bool SameShape(Figure a, Figure b) =>
        a.Amount is not null && b.Amount is not null && a.Closeness == b.Closeness && (a.UpTo is null) == (b.UpTo is null);

    private static bool SameAmount(Figure a, Figure b) =>
        SameShape(a, b) && IsQuantity(a) && IsQuantity(b) && InBase(a) == InBase(b) && Upper(a) == Upper(b)
        && (SameDimension(a, b) || (IsCount(a) && IsCount(b) && (a.Unit.Length == 0 || b.Unit.Length == 0)));

    private static bool SameDimension(Figure a, Figure b) =>
        Units.Base(a.Unit).Dimension == Units.Base(b.Unit).Dimension && IsPlain(a) == IsPlain(b) && (a.Unit != "%" || (a.Kind is FigureKind.Discount) == (b.Kind is FigureKind.Discount));

    private static bool MayLackUnit(Figure a, Figure b) => SameDimension(a, b) || (IsCount(a) && IsCount(b));

    /// <summary>Numbers, counts and ordinals; factors and fractions are neither.</summary>
    private static bool IsPlain(Figure f) => f.Kind is not (FigureKind.Factor or FigureKind.Fraction);

    private static bool IsCount(Figure f) => IsPlain(f) && f.Unit is "" or "persons" or "person-times" or "TEU";

    private static bool IsQuantity(Figure f) => f.Amount is not null;

    /// <summary>A percent and a point are never left unsaid: 7 is not 7 %.</summary>
    private static bool MayLeaveUnsaid(Figure f) => f.Unit is not ("%" or "pp") && IsPlain(f);

    private static bool SameShare(Figure fraction, Figure percent) =>
        IsShare(fraction) && percent.Unit is "%" && percent.Kind is FigureKind.Percent or FigureKind.Approx && fraction.Closeness == percent.Closeness && Math.Abs(fraction.Amount!.Value * 100 - percent.Amount!.Value) <= percent.Quantum / 2;

    /// <summary>A fraction, or 超过一半.</summary>
    private static bool IsShare(Figure f) => f.Kind is FigureKind.Fraction || (f.Kind is FigureKind.Approx && f.Unit.Length == 0 && f.Amount is > 0 and < 1);

    private static bool Doubled(Figure factor, Figure percent) =>
        factor.Kind is FigureKind.Factor && percent.Kind is FigureKind.Percent && (factor.Amount - 1) * 100 == percent.Amount;

    private static bool SameYearAsNumber(Figure period, Figure number) =>
        period.Kind is FigureKind.Period && number.Kind is FigureKind.Number && period.Value == number.Value;

    /// <summary>Equal in every part that both say: --06-26 fits 2023-06-26, ---28 any 28th.</summary>
    private static bool SameDay(Figure a, Figure b)
    {
        if (a.Kind != b.Kind || a.Kind is not (FigureKind.Date or FigureKind.Period or FigureKind.Months)) return false;
        var (ends, others) = (a.Value.Split(".."), b.Value.Split(".."));
        return ends.Length == others.Length && ends.Zip(others).All(pair => SameEnd(pair.First, pair.Second));
    }

    private static bool SameEnd(string a, string b)
    {
        var (x, y) = (a.TrimStart('-'), b.TrimStart('-'));
        var isPart = x.Length != y.Length && (x.Length < a.Length || y.Length < b.Length || (x.Length == 2) != (y.Length == 2));
        return x == y || (isPart && x.Length >= 2 && y.Length >= 2 && (x.EndsWith("-" + y, StringComparison.Ordinal) || y.EndsWith("-" + x, StringComparison.Ordinal)));
    }

    private static decimal? InBase(Figure f) => f.Amount * Units.Base(f.Unit).Factor;

    private static decimal? Upper(Figure f) => f.UpTo * Units.Base(f.Unit).Factor;

    private static bool UpperWithin(Figure a, Figure b, decimal tolerance) =>
        a.UpTo is null || Math.Abs(Upper(a)!.Value - Upper(b)!.Value) <= tolerance;

    /// <summary>Two whole counts that differ are different, however near: only a coarser last place is rounding.</summary>
    private static bool IsCoarser(Figure a, Figure b) =>
        a.Quantum * Units.Base(a.Unit).Factor != b.Quantum * Units.Base(b.Unit).Factor;

    private static bool SameDigits(decimal x, decimal y)
    {
        if (x == 0 || y == 0) return false;
        var (large, small) = Math.Abs(x) > Math.Abs(y) ? (x, y) : (y, x);
        while (Math.Abs(small) < Math.Abs(large)) small *= 10;
        return small == large && large != 0 && x != y;
    }
}
