namespace TwinHub.Regions.Packs;

/// <summary>Every item has a lead of every party of its list, and a unit stands under its own party.</summary>
internal static class CheckUnits
{
    public static void Run(PackReading reading)
    {
        var organizations = reading.By("organizations", "code");
        foreach (var table in new[] { "item_units", "body_members", "meeting_participants", "demo_accounts" })
        {
            foreach (var row in reading.Rows(table)) CheckParty(reading, row, organizations);
        }
        if (!reading.IsUnread("item_units") && !reading.IsUnread("lists")) CheckLeads(reading);
    }

    private static void CheckParty(PackReading reading, PackRow row, Dictionary<string, PackRow> organizations)
    {
        if (row.Text("organization") is not { } code || !organizations.TryGetValue(code, out var organization)) return;
        if (organization.Text("party") == row.Text("party")) return;
        reading.Faults.Add(row.At("organization"), "unit.party", ("value", code), ("party", row.Text("party") ?? "–"), ("own", organization.Text("party") ?? "–"));
    }

    private static void CheckLeads(PackReading reading)
    {
        var lists = reading.By("lists", "code");
        HashSet<(string?, string?)> led = [.. reading.Rows("item_units").Where(r => r.Text("role") == "lead").Select(r => (r.Text("item"), r.Text("party")))];
        foreach (var item in reading.Rows("items").Where(i => i.Text("code") is not null))
        {
            if (item.Text("list") is not { } code || !lists.TryGetValue(code, out var list)) continue;
            foreach (var party in list.Codes("parties").Where(p => !led.Contains((item.Text("code"), p)))) reading.Faults.Add(item.At("code"), "item.lead", ("item", item.Text("code")!), ("party", party));
        }
    }
}
