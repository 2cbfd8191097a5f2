namespace TwinHub.Regions.Packs;

/// <summary>A report comes from a lead of its item, in a round of the item's list; its dates are of milestones of that item and side.</summary>
internal sealed class CheckReports
{
    private readonly PackReading reading;
    private readonly Dictionary<string, PackRow> rounds, items, milestones, organizations;
    private readonly HashSet<(string?, string?)> leads;

    private CheckReports(PackReading reading)
    {
        this.reading = reading;
        (rounds, items) = (reading.By("rounds", "code"), reading.By("items", "code"));
        (milestones, organizations) = (reading.By("milestones", "code"), reading.By("organizations", "code"));
        leads = [.. reading.Rows("item_units").Where(r => r.Text("role") == "lead").Select(r => (r.Text("item"), r.Text("organization")))];
        foreach (var change in reading.Rows("revision_changes").Where(c => c.Text("leads") is not null))
        {
            foreach (var (_, unit) in RevisionLeads.Read(change.Text("leads")!) ?? []) leads.Add((change.Text("item"), unit));
        }
    }

    public static void Run(PackReading reading)
    {
        var check = new CheckReports(reading);
        foreach (var report in reading.Rows("reports")) check.Report(report);
        HashSet<string?> reports = [.. reading.Rows("reports").Select(KeyOf)];
        foreach (var date in reading.Rows("report_dates")) check.Date(date, reports);
    }

    private static string KeyOf(PackRow row) => string.Join('\u001f', row.Text("round"), row.Text("item"), row.Text("organization"));

    private void Report(PackRow report)
    {
        if (report.Text("item") is not { } code || !items.TryGetValue(code, out var item)) return;
        if (report.Text("organization") is { } unit && !reading.IsUnread("item_units") && !leads.Contains((code, unit))) Tell(report, "organization", "report.lead", ("value", unit), ("item", code));
        if (report.Text("round") is { } round && rounds.TryGetValue(round, out var of) && of.Text("list") != item.Text("list")) Tell(report, "round", "report.list", ("value", round), ("item", code));
        if (report.Text("state") == "released" && report.Text("released") is null) Tell(report, "released", "report.released");
    }

    private void Date(PackRow date, HashSet<string?> reports)
    {
        if (!reading.IsUnread("reports") && !reports.Contains(KeyOf(date))) Tell(date, "round", "report.missing");
        if (date.Text("actual") is null == date.Text("likely") is null) Tell(date, "actual", "report.date");
        if (date.Text("milestone") is not { } code || !milestones.TryGetValue(code, out var milestone)) return;
        if (milestone.Text("item") != date.Text("item")) Tell(date, "milestone", "report.milestone", ("value", code), ("item", date.Text("item") ?? "–"));
        if (milestone.Text("party") is { } party && date.Text("organization") is { } unit && organizations.TryGetValue(unit, out var own) && own.Text("party") != party) Tell(date, "milestone", "report.side", ("value", code), ("party", party));
    }

    private void Tell(PackRow row, string column, string code, params ReadOnlySpan<(string, object)> values) =>
        reading.Faults.Add(row.At(column), code, values);
}
