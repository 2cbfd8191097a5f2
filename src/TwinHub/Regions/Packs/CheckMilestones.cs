namespace TwinHub.Regions.Packs;

/// <summary>A milestone belongs to one thing, its estimate is in order, and no chain of predecessors closes.</summary>
internal static class CheckMilestones
{
    public static void Run(PackReading reading)
    {
        foreach (var row in reading.Rows("milestones")) Check(reading, row);
        List<(string, string, PackRow)> links = [.. reading.Rows("milestone_links").Where(r => r.Text("before") is not null && r.Text("after") is not null).Select(r => (r.Text("before")!, r.Text("after")!, r))];
        foreach (var cycle in Cycles.Of(links)) reading.Faults.Add(cycle.Row.At("after"), "milestone.cycle", ("cycle", cycle.Path));
    }

    private static void Check(PackReading reading, PackRow row)
    {
        if (row.Text("item") is null == row.Text("project") is null) reading.Faults.Add(row.At("item"), "milestone.owner", ("milestone", row.Text("code") ?? "–"));
        var (low, likely, high) = (row.Decimal("low"), row.Decimal("likely"), row.Decimal("high"));
        if (low > likely || likely > high || low > high) reading.Faults.Add(row.At("likely"), "milestone.estimate", ("low", row.Text("low") ?? "–"), ("likely", row.Text("likely") ?? "–"), ("high", row.Text("high") ?? "–"));
    }
}
