namespace TwinHub.Regions.Packs;

/// <summary>What a pack says has happened lies on or before its as_of; what is planned may lie after. Beginnings precede ends.</summary>
internal static class CheckDates
{
    public static void Run(PackReading reading)
    {
        foreach (var table in PackFormat.Current.Tables)
        {
            foreach (var column in table.Columns.Where(c => c.Fact != FactSpan.None)) CheckFacts(reading, table, column);
            foreach (var column in table.Columns.Where(c => c.NotBefore is not null)) CheckOrder(reading, table, column);
        }
        foreach (var row in reading.Rows("project_months")) CheckMonth(reading, row);
    }

    private static void CheckFacts(PackReading reading, PackTable table, PackColumn column)
    {
        foreach (var row in reading.Rows(table.Name).Where(r => column.FactWhen is not { } when || r.Text(when.Column) == when.Value))
        {
            if (row.Text(column.Name) is not { } text || Period.Leading(text) is not { } period) continue;
            Hold(reading, row.At(column.Name), column.Fact == FactSpan.Day ? period.First : period.Last, text);
        }
    }

    private static void CheckMonth(PackReading reading, PackRow row)
    {
        if (row.Int("year") is not (>= 1 and <= 9999 and var year) || row.Int("month") is not (>= 1 and <= 12 and var month)) return;
        Hold(reading, row.At("month"), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), $"{year}-{month:00}");
    }

    private static void Hold(PackReading reading, FaultPlace place, DateOnly day, string text)
    {
        if (day > reading.AsOf) reading.Faults.Add(place, "date.after-as-of", ("value", text), ("asof", $"{reading.AsOf:yyyy-MM-dd}"));
    }

    private static void CheckOrder(PackReading reading, PackTable table, PackColumn column)
    {
        foreach (var row in reading.Rows(table.Name))
        {
            if (row.Date(column.Name) < row.Date(column.NotBefore!)) reading.Faults.Add(row.At(column.Name), "date.order", ("value", row.Text(column.Name)!), ("other", column.NotBefore!), ("first", row.Text(column.NotBefore!)!));
        }
    }
}
