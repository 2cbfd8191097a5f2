namespace TwinHub.Regions.Packs;

/// <summary>Items, changes and issued documents name revisions that exist, and a change says what its kind changes.</summary>
internal sealed class CheckRevisions
{
    private readonly PackReading reading;
    private readonly HashSet<(string?, int?)> revisions;
    private readonly Dictionary<string, PackRow> items;
    private readonly Dictionary<string, PackRow> organizations;

    private CheckRevisions(PackReading reading)
    {
        this.reading = reading;
        revisions = [.. reading.Rows("list_revisions").Select(r => (r.Text("list"), r.Int("number")))];
        (items, organizations) = (reading.By("items", "code"), reading.By("organizations", "code"));
    }

    public static void Run(PackReading reading)
    {
        var check = new CheckRevisions(reading);
        foreach (var (table, column) in new[] { ("items", "first_revision"), ("revision_changes", "revision"), ("issued_documents", "revision") })
        {
            foreach (var row in reading.Rows(table)) check.Exists(row, column);
        }
        foreach (var change in reading.Rows("revision_changes")) check.Change(change);
        check.Added();
    }

    private void Exists(PackRow row, string column)
    {
        if (reading.IsUnread("list_revisions") || row.Text("list") is not { } list || row.Int(column) is not { } number || revisions.Contains((list, number))) return;
        reading.Faults.Add(row.At(column), "revision.missing", ("list", list), ("revision", number));
    }

    private void Change(PackRow change)
    {
        var kind = change.Text("kind");
        if (change.Int("revision") is 1) Tell(change, "revision", "change.first");
        if (kind == "redated" && change.Text("due") is null) Tell(change, "due", "change.empty", ("kind", kind));
        if (kind == "rescoped" && change.Local("scope").Count == 0) Tell(change, "scope", "change.empty", ("kind", kind));
        if (kind == "reled") Leads(change);
        if (change.Text("item") is not { } code || !items.TryGetValue(code, out var item)) return;
        if (item.Text("list") != change.Text("list")) Tell(change, "item", "change.list", ("item", code), ("list", item.Text("list") ?? "–"));
        if (kind == "added" && item.Int("first_revision") != change.Int("revision")) Tell(change, "revision", "change.added", ("item", code), ("revision", item.Text("first_revision") ?? "–"));
    }

    private void Leads(PackRow change)
    {
        if (change.Text("leads") is not { } text) Tell(change, "leads", "change.empty", ("kind", "reled"));
        else if (RevisionLeads.Read(text) is not { } leads) Tell(change, "leads", "change.leads", ("value", text));
        else foreach (var (party, unit) in leads) Lead(change, party, unit);
    }

    private void Lead(PackRow change, string party, string unit)
    {
        if (!reading.Knows("organizations", unit)) Tell(change, "leads", "cell.reference", ("value", unit), ("table", "organizations.csv"));
        else if (organizations.TryGetValue(unit, out var row) && row.Text("party") != party) Tell(change, "leads", "unit.party", ("value", unit), ("party", party), ("own", row.Text("party") ?? "–"));
    }

    // An item that is first in a later revision was added by it, which the revision says with its reason.
    private void Added()
    {
        var first = reading.Rows("list_revisions").Where(r => r.Text("list") is not null && r.Int("number") is not null)
            .GroupBy(r => r.Text("list")!).ToDictionary(g => g.Key, g => g.Min(r => r.Int("number")));
        HashSet<string?> added = [.. reading.Rows("revision_changes").Where(r => r.Text("kind") == "added").Select(r => r.Text("item"))];
        foreach (var item in items.Values.Where(i => i.Text("list") is { } list && first.TryGetValue(list, out var number) && i.Int("first_revision") > number))
        {
            if (!added.Contains(item.Text("code"))) Tell(item, "first_revision", "change.missing", ("item", item.Text("code")!), ("revision", item.Text("first_revision")!));
        }
    }

    private void Tell(PackRow row, string column, string code, params ReadOnlySpan<(string, object)> values) =>
        reading.Faults.Add(row.At(column), code, values);
}

/// <summary>The leads that a change names: party=unit;unit|party=unit.</summary>
public static class RevisionLeads
{
    /// <summary>Party and unit, in their order; null where the text is not of that form.</summary>
    public static IReadOnlyList<(string Party, string Unit)>? Read(string text)
    {
        var sides = text.Split('|', StringSplitOptions.TrimEntries).Select(s => s.Split('=', StringSplitOptions.TrimEntries)).ToList();
        if (sides.Any(s => s.Length != 2 || s[0].Length == 0 || CellText.Codes(s[1]).Count == 0)) return null;
        return [.. sides.SelectMany(s => CellText.Codes(s[1]).Select(unit => (s[0], unit)))];
    }
}
