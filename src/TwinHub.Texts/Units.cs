namespace TwinHub.Texts;

/// <summary>A unit as written, and how it becomes the unit of the normal form: × Factor / Divisor.</summary>
internal sealed record Unit(string Code, FigureKind Kind, decimal Factor = 1, decimal Divisor = 1)
{
    public static readonly Unit None = new("", FigureKind.Number);

    public decimal Of(decimal number) => number * Factor / Divisor;
}

/// <summary>The units of both languages, and what a unit is in the base of its dimension.</summary>
internal static class Units
{
    private static readonly Unit Percent = new("%", FigureKind.Percent);
    private static readonly Unit Pp = new("pp", FigureKind.Pp);
    private static readonly Unit SquareKilometre = new("km2", FigureKind.Area);
    private static readonly Unit Kilometre = new("km", FigureKind.Length);
    private static readonly Unit KilometreAnHour = new("km/h", FigureKind.Speed);
    private static readonly Unit Hour = new("min", FigureKind.Duration, 60);
    private static readonly Unit Week = new("day", FigureKind.Duration, 7);
    private static readonly Unit WorkingDay = new("workday", FigureKind.Duration);
    private static readonly Unit Kilogram = new("kg", FigureKind.Mass);
    private static readonly Unit Degree = new("degC", FigureKind.Temperature);
    private static readonly Unit Yuan = new("CNY", FigureKind.Money);

    /// <summary>Letters that mean the same in both languages.</summary>
    private static readonly Dictionary<string, Unit> Symbols = new(StringComparer.Ordinal)
    {
        ["%"] = Percent,
        ["‰"] = new("%", FigureKind.Percent, 0.1m),
        ["℃"] = Degree,
        ["°C"] = Degree,
        ["km/h"] = KilometreAnHour,
        ["km²"] = SquareKilometre,
        ["km2"] = SquareKilometre,
        ["km"] = Kilometre,
        ["m³/s"] = new("m3/s", FigureKind.Flow),
        ["m³"] = new("m3", FigureKind.Volume),
        ["m²"] = new("m2", FigureKind.Area),
        ["m"] = new("m", FigureKind.Length),
        ["ha"] = new("ha", FigureKind.Area),
        ["kV"] = new("kV", FigureKind.Voltage),
        ["V"] = new("kV", FigureKind.Voltage, 0.001m),
        ["kWh"] = new("kWh", FigureKind.Energy),
        ["MWh"] = new("kWh", FigureKind.Energy, 1_000),
        ["GWh"] = new("kWh", FigureKind.Energy, 1_000_000),
        ["TWh"] = new("kWh", FigureKind.Energy, 1_000_000_000),
        ["kW"] = new("kW", FigureKind.Power),
        ["MW"] = new("kW", FigureKind.Power, 1_000),
        ["GW"] = new("kW", FigureKind.Power, 1_000_000),
        ["kg"] = Kilogram,
        ["t"] = new("t", FigureKind.Mass),
        ["TEU"] = new("TEU", FigureKind.Count),
        ["TEUs"] = new("TEU", FigureKind.Count),
    };

    private static readonly Dictionary<string, Unit> Chinese = new(Symbols, StringComparer.Ordinal)
    {
        ["个百分点"] = Pp,
        ["百分点"] = Pp,
        ["个基点"] = new("pp", FigureKind.Pp, 0.01m),
        ["倍"] = new("", FigureKind.Factor),
        ["成"] = new("%", FigureKind.Percent, 10),
        ["折"] = new("%", FigureKind.Discount, 10),
        ["元"] = Yuan,
        ["元人民币"] = Yuan,
        ["人民币"] = Yuan,
        ["美元"] = new("USD", FigureKind.Money),
        ["欧元"] = new("EUR", FigureKind.Money),
        ["港元"] = new("HKD", FigureKind.Money),
        ["港币"] = new("HKD", FigureKind.Money),
        ["日元"] = new("JPY", FigureKind.Money),
        ["英镑"] = new("GBP", FigureKind.Money),
        ["平方公里"] = SquareKilometre,
        ["平方千米"] = SquareKilometre,
        ["平方米"] = new("m2", FigureKind.Area),
        ["公顷"] = new("ha", FigureKind.Area),
        ["亩"] = new("ha", FigureKind.Area, 1, 15), // 15 亩 are one hectare
        ["公里/小时"] = KilometreAnHour,
        ["千米/小时"] = KilometreAnHour,
        ["公里每小时"] = KilometreAnHour,
        ["千米每小时"] = KilometreAnHour,
        ["公里"] = Kilometre,
        ["千米"] = Kilometre,
        ["米"] = new("m", FigureKind.Length),
        ["千伏"] = new("kV", FigureKind.Voltage),
        ["伏"] = new("kV", FigureKind.Voltage, 0.001m),
        ["千瓦时"] = new("kWh", FigureKind.Energy),
        ["兆瓦时"] = new("kWh", FigureKind.Energy, 1_000),
        ["千瓦"] = new("kW", FigureKind.Power),
        ["兆瓦"] = new("kW", FigureKind.Power, 1_000),
        ["吉瓦"] = new("kW", FigureKind.Power, 1_000_000),
        ["吨"] = new("t", FigureKind.Mass),
        ["公斤"] = Kilogram,
        ["千克"] = Kilogram,
        ["立方米/秒"] = new("m3/s", FigureKind.Flow),
        ["立方米"] = new("m3", FigureKind.Volume),
        ["人次"] = new("person-times", FigureKind.Count),
        ["人"] = new("persons", FigureKind.Count),
        ["标准箱"] = new("TEU", FigureKind.Count),
        ["标箱"] = new("TEU", FigureKind.Count),
        ["个工作日"] = WorkingDay,
        ["工作日"] = WorkingDay,
        ["个小时"] = Hour,
        ["小时"] = Hour,
        ["分钟"] = new("min", FigureKind.Duration),
        ["秒"] = new("s", FigureKind.Duration),
        ["天"] = new("day", FigureKind.Duration),
        ["日"] = new("day", FigureKind.Duration),
        ["周"] = Week,
        ["个星期"] = Week,
        ["个月"] = new("month", FigureKind.Duration),
        ["年"] = new("year", FigureKind.Duration),
        ["摄氏度"] = Degree,
    };

    /// <summary>English units, in the singular and lower case; plurals fall back to them.</summary>
    private static readonly Dictionary<string, Unit> English = new(Symbols, StringComparer.Ordinal)
    {
        ["percentage point"] = Pp,
        ["point"] = Pp,
        ["pp"] = Pp,
        ["basis point"] = new("pp", FigureKind.Pp, 0.01m),
        ["percent"] = Percent,
        ["per cent"] = Percent,
        ["yuan"] = Yuan,
        ["rmb"] = Yuan,
        ["renminbi"] = Yuan,
        ["cny"] = Yuan,
        ["us dollar"] = new("USD", FigureKind.Money),
        ["dollar"] = new("USD", FigureKind.Money),
        ["usd"] = new("USD", FigureKind.Money),
        ["euro"] = new("EUR", FigureKind.Money),
        ["square kilometer"] = SquareKilometre,
        ["square kilometre"] = SquareKilometre,
        ["sq km"] = SquareKilometre,
        ["square meter"] = new("m2", FigureKind.Area),
        ["square metre"] = new("m2", FigureKind.Area),
        ["hectare"] = new("ha", FigureKind.Area),
        ["mu"] = new("ha", FigureKind.Area, 1, 15),
        ["kilometers per hour"] = KilometreAnHour,
        ["kilometres per hour"] = KilometreAnHour,
        ["kilometer"] = Kilometre,
        ["kilometre"] = Kilometre,
        ["meter"] = new("m", FigureKind.Length),
        ["metre"] = new("m", FigureKind.Length),
        ["kilovolt"] = new("kV", FigureKind.Voltage),
        ["volt"] = new("kV", FigureKind.Voltage, 0.001m),
        ["kilowatt-hour"] = new("kWh", FigureKind.Energy),
        ["kilowatt hour"] = new("kWh", FigureKind.Energy),
        ["kilowatt"] = new("kW", FigureKind.Power),
        ["megawatt"] = new("kW", FigureKind.Power, 1_000),
        ["gigawatt"] = new("kW", FigureKind.Power, 1_000_000),
        ["ton"] = new("t", FigureKind.Mass),
        ["tonne"] = new("t", FigureKind.Mass),
        ["metric ton"] = new("t", FigureKind.Mass),
        ["kilogram"] = Kilogram,
        ["cubic meter"] = new("m3", FigureKind.Volume),
        ["cubic metre"] = new("m3", FigureKind.Volume),
        ["people"] = new("persons", FigureKind.Count),
        ["person"] = new("persons", FigureKind.Count),
        ["person-time"] = new("person-times", FigureKind.Count),
        ["visit"] = new("person-times", FigureKind.Count),
        ["passenger trip"] = new("person-times", FigureKind.Count),
        ["working day"] = WorkingDay,
        ["workday"] = WorkingDay,
        ["hour"] = Hour,
        ["minute"] = new("min", FigureKind.Duration),
        ["second"] = new("s", FigureKind.Duration),
        ["day"] = new("day", FigureKind.Duration),
        ["week"] = Week,
        ["month"] = new("month", FigureKind.Duration),
        ["year"] = new("year", FigureKind.Duration),
        ["times as"] = new("", FigureKind.Factor),
        ["times the"] = new("", FigureKind.Factor),
        ["times that"] = new("", FigureKind.Factor),
        ["% off"] = new("%", FigureKind.Discount),
        ["percent off"] = new("%", FigureKind.Discount),
    };

    private static readonly Dictionary<string, Unit> Signs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CNY"] = Yuan,
        ["RMB"] = Yuan,
        ["¥"] = Yuan,
        ["人民币"] = Yuan,
        ["US$"] = new("USD", FigureKind.Money),
        ["USD"] = new("USD", FigureKind.Money),
        ["$"] = new("USD", FigureKind.Money),
        ["EUR"] = new("EUR", FigureKind.Money),
        ["€"] = new("EUR", FigureKind.Money),
        ["HK$"] = new("HKD", FigureKind.Money),
        ["£"] = new("GBP", FigureKind.Money),
    };

    /// <summary>Dimension and factor of the units that have more than one member; the others are their own dimension.</summary>
    private static readonly Dictionary<string, (string Dimension, decimal Factor)> Bases = new(StringComparer.Ordinal)
    {
        ["m2"] = ("m2", 1),
        ["ha"] = ("m2", 10_000),
        ["km2"] = ("m2", 1_000_000),
        ["m"] = ("m", 1),
        ["km"] = ("m", 1_000),
        ["kg"] = ("kg", 1),
        ["t"] = ("kg", 1_000),
        ["s"] = ("s", 1),
        ["min"] = ("s", 60),
        ["day"] = ("s", 86_400),
        ["month"] = ("month", 1),
        ["year"] = ("month", 12),
    };

    public static Unit OfChinese(string written) => written.Length == 0 ? Unit.None : Chinese[written];

    public static Unit OfSign(string written) => Signs[written];

    public static Unit OfEnglish(string written)
    {
        if (written.Length == 0) return Unit.None;
        if (English.TryGetValue(written, out var unit)) return unit;
        var lower = written.ToLowerInvariant();
        return English.TryGetValue(lower, out unit) ? unit : English[lower.TrimEnd('s')];
    }

    public static (string Dimension, decimal Factor) Base(string code) => Bases.TryGetValue(code, out var known) ? known : (code, 1);
}
