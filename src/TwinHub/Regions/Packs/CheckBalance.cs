namespace TwinHub.Regions.Packs;

/// <summary>Nothing is lost: adopted + added = open + completed + carried + dropped, in every list.</summary>
internal static class CheckBalance
{
    public static void Run(PackReading reading)
    {
        var items = reading.By("items", "code");
        foreach (var end in reading.Rows("item_ends")) CheckEnd(reading, end, items);
        HashSet<string?> dropped = [.. reading.Rows("item_ends").Where(e => e.Text("end") == "dropped").Select(e => e.Text("item"))];
        foreach (var change in reading.Rows("revision_changes").Where(c => c.Text("kind") == "dropped" && c.Text("item") is not null && !dropped.Contains(c.Text("item"))))
        {
            reading.Faults.Add(change.At("item"), "change.dropped", ("item", change.Text("item")!));
        }
        if (reading.IsUnread("list_revisions") || reading.IsUnread("item_ends")) return;
        foreach (var list in reading.Rows("lists").Where(l => l.Text("code") is not null)) CheckList(reading, list);
    }

    private static void CheckEnd(PackReading reading, PackRow end, Dictionary<string, PackRow> items)
    {
        var successor = end.Text("successor");
        if (end.Text("end") is { } kind && kind == "carried" != (successor is not null)) reading.Faults.Add(end.At("successor"), "end.successor", ("item", end.Text("item") ?? "–"), ("end", kind));
        if (successor is null || end.Text("item") is not { } code) return;
        if (items.TryGetValue(code, out var item) && items.TryGetValue(successor, out var next) && item.Text("list") == next.Text("list")) reading.Faults.Add(end.At("successor"), "end.same-list", ("item", code), ("successor", successor));
    }

    private static void CheckList(PackReading reading, PackRow list)
    {
        var code = list.Text("code");
        HashSet<int?> adopted = [.. reading.Rows("list_revisions").Where(r => r.Text("list") == code && r.Text("state") == "adopted").Select(r => r.Int("number"))];
        if (adopted.Count == 0) return;
        List<PackRow> items = [.. reading.Rows("items").Where(i => i.Text("list") == code)];
        HashSet<string?> codes = [.. items.Select(i => i.Text("code"))];
        List<string?> ends = [.. reading.Rows("item_ends").Select(e => e.Text("item")).Where(codes.Contains)];
        var first = items.Count(i => i.Int("first_revision") <= adopted.Min());
        var added = items.Count(i => i.Int("first_revision") > adopted.Min() && adopted.Contains(i.Int("first_revision")));
        var open = items.Count(i => i.Int("first_revision") is { } number && IsIn(number, adopted) && !ends.Contains(i.Text("code")));
        if (first + added != open + ends.Count) reading.Faults.Add(list.At("code"), "list.balance", ("list", code!), ("adopted", first), ("added", added), ("open", open), ("ended", ends.Count));
    }

    private static bool IsIn(int number, HashSet<int?> adopted) => number <= adopted.Min() || adopted.Contains(number);
}
