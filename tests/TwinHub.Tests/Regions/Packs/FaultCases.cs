using System.Text;

namespace TwinHub.Tests.Regions.Packs;

/// <summary>For every kind of fault one way to spoil the sample pack, and where the fault must then be told (file:row:column).</summary>
internal static class FaultCases
{
    private const string Chain = "2024H1-001-3";

    public static readonly Dictionary<string, (string Place, Action<SamplePack> Spoil)> All = new()
    {
        ["pack.folder"] = (".", p => Directory.Delete(p.Folder, recursive: true)),
        ["pack.entries"] = (".", p => Enumerable.Range(0, 1_000).ToList().ForEach(i => p.Write($"note{i}.md", "x"))),
        ["pack.size"] = (".", p => Array.ForEach(["items", "areas", "reports", "papers", "terms"], table => Grow(p, $"{table}.csv", 60))),
        ["file.unknown"] = ("item.csv", p => p.Write("item.csv", "code\n")),
        ["file.missing"] = ("parties.csv", p => p.Remove("parties.csv")),
        ["file.link"] = ("terms.csv", Each(p => p.Remove("terms.csv"), p => File.CreateSymbolicLink(p.Of("terms.csv"), "/dev/zero"))),
        ["file.empty"] = ("terms.csv", p => p.Write("terms.csv", "")),
        ["file.size"] = ("terms.csv", p => Grow(p, "terms.csv", 1_024)),
        ["file.not-text"] = ("terms.csv", p => p.Write("terms.csv", [0x50, 0x4B, 3, 4, 0, 0, 8])),
        ["file.encoding"] = ("terms.csv:3", p => p.Write("terms.csv", [.. "kind,preferred_en,sample\nword,one,true\nword,"u8, 0xC1, 0xAA, (byte)'\n'])),
        ["file.unreadable"] = ("terms.csv", p => p.Hold("terms.csv")),
        ["file.rows"] = ("terms.csv:1000002", p => p.Write("terms.csv", "kind,preferred_en,sample\n" + string.Concat(Enumerable.Repeat("a,b,true\n", 1_000_001)))),
        ["file.columns"] = ("terms.csv:2", p => p.Write("terms.csv", "kind,preferred_en,sample\n" + new string(',', 60_000_000))),
        ["faults.more"] = ("terms.csv", p => p.Write("terms.csv", "kind,preferred_en,sample\n" + string.Concat(Enumerable.Repeat(",b,true\n", 1_001)))),
        ["column.unknown"] = ("items.csv:1:colour", p => p.Add("items", "colour", "red")),
        ["column.twice"] = ("items.csv:1:due", p => p.Add("items", "due", "2024-06-30")),
        ["column.missing"] = ("items.csv:1:due", p => p.Replace("items.csv", ",due,", ",published,")),
        ["column.language"] = ("items.csv:1:title_it", p => p.Add("items", "title_it", "x")),
        ["row.columns"] = ("terms.csv:2", p => p.Replace("terms.csv", ",true\n", ",true,\n")),
        ["row.quote"] = ("terms.csv:3", p => p.Replace("terms.csv", "joint office", "\"joint office")),
        ["row.source"] = ("items.csv:2:source", p => p.Set("items", 2, "sample", "")),
        ["cell.missing"] = ("items.csv:2:due", p => p.Set("items", 2, "due", "")),
        ["cell.binding"] = ("items.csv:2:title_en", p => p.Set("items", 2, "title_en", "")),
        ["cell.integer"] = ("items.csv:2:first_revision", p => p.Set("items", 2, "first_revision", "1.5")),
        ["cell.number"] = ("reports.csv:2:percent", p => p.Set("reports", 2, "percent", "1,000")),
        ["cell.date"] = ("items.csv:2:due", p => p.Set("items", 2, "due", "2024-06-31")),
        ["cell.boolean"] = ("organizations.csv:3:office", p => p.Set("organizations", 3, "office", "yes")),
        ["cell.period"] = ("observations.csv:2:period", p => p.Set("observations", 2, "period", "last year")),
        ["cell.code"] = ("zones.csv:2:code", p => p.Set("zones", 2, "code", "=Z 1")),
        ["cell.form"] = ("parties.csv:2:color", p => p.Set("parties", 2, "color", "blue")),
        ["cell.range"] = ("reports.csv:2:percent", p => p.Set("reports", 2, "percent", "101")),
        ["cell.value"] = ("items.csv:2:class", p => p.Set("items", 2, "class", "open")),
        ["cell.long"] = ("terms.csv:2", p => p.Set("terms", 2, "note", new string('x', 70_000))),
        ["cell.control"] = ("terms.csv:2:note", p => p.Set("terms", 2, "note", "\u001b[2J")),
        ["cell.reference"] = ("items.csv:2:list", p => p.Set("items", 2, "list", "2024H3")),
        ["cell.scheme"] = ("items.csv:2:theme", p => p.Set("items", 2, "theme", "links")),
        ["cell.numbered"] = ("asks.csv:2:passage", p => p.Set("asks", 2, "passage", "9")),
        ["words.language"] = ("words.it.txt", p => p.Write("words.it.txt", "nav.lists = Liste\n")),
        ["words.line"] = ("words.de.txt:1", p => p.Write("words.de.txt", "nav.lists: Listen\n")),
        ["words.twice"] = ("words.de.txt:2:overview.title", p => p.Write("words.de.txt", "overview.title = Lage\noverview.title = Stand\n")),
        ["words.unknown"] = ("words.de.txt:2:overview.colour", p => p.Write("words.de.txt", "# none\noverview.colour = rot\n")),
        ["words.values"] = ("words.de.txt:1:overview.decide-all", p => p.Write("words.de.txt", "overview.decide-all = Verspätet {1}\n")),
        ["key.twice"] = ("zones.csv:3:code", p => p.Copy("zones", 2)),
        ["key.case"] = ("zones.csv:3:code", p => p.Copy("zones", 2, "code=z1")),
        ["value.twice"] = ("milestones.csv:3:number", p => p.Set("milestones", 3, "number", "1")),
        ["tree.cycle"] = ("areas.csv:3:parent", p => p.Set("areas", 2, "parent", "A-N")),
        ["date.after-as-of"] = ("item_ends.csv:2:date", p => p.Set("item_ends", 2, "date", "2024-06-01")),
        ["date.order"] = ("lists.csv:2:ends", p => p.Set("lists", 2, "ends", "2023-12-31")),
        ["yaml.syntax"] = ("region.yaml:2", p => p.Replace("region.yaml", "code: three-rivers", "code: \"three\" rivers")),
        ["yaml.alias"] = ("region.yaml:2", p => p.Replace("region.yaml", "code: three-rivers", "code: &a three-rivers")),
        ["yaml.depth"] = ("region.yaml:2", p => p.Replace("region.yaml", "code: three-rivers", "code: " + new string('[', 100_000))),
        ["yaml.key"] = ("region.yaml:2", p => p.Replace("region.yaml", "code: three-rivers", "[code]: three-rivers")),
        ["yaml.twice"] = ("region.yaml:3:code", p => p.Replace("region.yaml", "code: three-rivers", "code: three-rivers\ncode: two-rivers")),
        ["setting.unknown"] = ("region.yaml:2:colour", p => p.Replace("region.yaml", "code:", "colour: red\ncode:")),
        ["setting.missing"] = ("region.yaml:1:currency", p => p.Replace("region.yaml", "currency: EUR\n", "")),
        ["setting.map"] = ("region.yaml:3:name", p => p.Replace("region.yaml", "name:\n  en: Three Rivers Region\n  de: Region Drei Flüsse\n  fr: Région des Trois-Rivières", "name: Three Rivers")),
        ["setting.list"] = ("region.yaml:2:name_stops", p => p.Replace("region.yaml", "code:", "name_stops: none-at-all\ncode:")),
        ["setting.text"] = ("region.yaml:2:currency", Each(p => p.Replace("region.yaml", "currency: EUR\n", ""), p => p.Replace("region.yaml", "code:", "currency: [EUR]\ncode:"))),
        ["setting.type"] = ("region.yaml:24:as_of", p => p.Replace("region.yaml", "2024-05-31", "May 2024")),
        ["setting.format"] = ("region.yaml:1:format", p => p.Replace("region.yaml", "format: 1", "format: 2")),
        ["setting.languages"] = ("region.yaml:13:languages", p => p.Replace("region.yaml", "code: fr", "code: de")),
        ["setting.time-zone"] = ("region.yaml:22:time_zone", p => p.Replace("region.yaml", "Europe/Paris", "Europe/Nowhere")),
        ["geo.syntax"] = ("areas.geojson:2", p => p.Replace("areas.geojson", "{\"type\":\"Feature\"", "{\"type\":\"Feature")),
        ["geo.collection"] = ("areas.geojson", p => p.Write("areas.geojson", "[]")),
        ["geo.positions"] = ("project_lines.geojson:1", p => p.Write("project_lines.geojson", Line(2_000_001))),
        ["geo.shape"] = ("areas.geojson:1:geometry", p => p.Replace("areas.geojson", "\"Polygon\"", "\"Point\"")),
        ["geo.short"] = ("project_lines.geojson:1:geometry", p => p.Write("project_lines.geojson", Line(1))),
        ["geo.open"] = ("areas.geojson:1:geometry", p => p.Replace("areas.geojson", "[[[10,50]", "[[[10.1,50]")),
        ["geo.range"] = ("areas.geojson:1:geometry", p => p.Replace("areas.geojson", "[[[10,50]", "[[[10,95]")),
        ["geo.twice"] = ("areas.geojson:2:code", p => p.Replace("areas.geojson", "A-N2", "A-N")),
        ["geo.schematic"] = ("project_lines.geojson:1:schematic", p => p.Replace("project_lines.geojson", ",\"schematic\":true", "")),
        ["unit.party"] = ("item_units.csv:2:organization", p => p.Set("item_units", 2, "organization", "S-TRA")),
        ["column.scheme"] = ("list_columns.csv:5:scheme", p => p.Set("list_columns", 5, "scheme", "nowhere")),
        ["value.column"] = ("item_values.csv:2:column", p => p.Write("item_values.csv", "item,column,value,sample\n2024H1-001,length,12,true\n")),
        ["value.type"] = ("item_values.csv:2:value", Each(p => p.Set("lists", 2, "kind", "lines"), p => p.Write("item_values.csv", "item,column,value,sample\n2024H1-001,length,long,true\n"))),
        ["item.lead"] = ("items.csv:2:code", p => p.Delete("item_units", 4)),
        ["revision.missing"] = ("revision_changes.csv:3:revision", p => p.Set("revision_changes", 3, "revision", "3")),
        ["change.first"] = ("revision_changes.csv:3:revision", p => p.Set("revision_changes", 3, "revision", "1")),
        ["change.empty"] = ("revision_changes.csv:3:due", p => p.Set("revision_changes", 3, "due", "")),
        ["change.leads"] = ("revision_changes.csv:4:leads", p => p.Set("revision_changes", 4, "leads", "N-TRA, S-TRA")),
        ["change.list"] = ("revision_changes.csv:3:item", Each(p => p.Copy("lists", 2, "code=2023H2"), p => p.Set("items", 5, "list", "2023H2"))),
        ["change.added"] = ("revision_changes.csv:2:revision", p => p.Set("items", 7, "first_revision", "1")),
        ["change.missing"] = ("items.csv:7:first_revision", p => p.Delete("revision_changes", 2)),
        ["change.dropped"] = ("revision_changes.csv:5:item", p => p.Copy("revision_changes", 3, "item=2024H1-003", "kind=dropped", "due=")),
        ["end.successor"] = ("item_ends.csv:2:successor", p => p.Set("item_ends", 2, "end", "carried")),
        ["end.same-list"] = ("item_ends.csv:2:successor", Each(p => p.Set("item_ends", 2, "end", "carried"), p => p.Set("item_ends", 2, "successor", "2024H1-003"))),
        ["list.balance"] = ("lists.csv:2:code", p => p.Copy("item_ends", 2)),
        ["milestone.cycle"] = ("milestone_links.csv:10:after", p => p.Copy("milestone_links", 2, $"before={Chain}", "after=2024H1-001-1")),
        ["milestone.owner"] = ("milestones.csv:2:item", p => p.Set("milestones", 2, "project", "RING")),
        ["milestone.estimate"] = ("milestones.csv:3:likely", p => p.Set("milestones", 3, "low", "90")),
        ["report.lead"] = ("reports.csv:2:organization", p => p.Set("reports", 2, "organization", "N-DIS")),
        ["report.list"] = ("reports.csv:2:round", Each(p => p.Copy("lists", 2, "code=2023H2"), p => p.Set("rounds", 2, "list", "2023H2"))),
        ["report.released"] = ("reports.csv:2:released", p => p.Set("reports", 2, "released", "")),
        ["report.missing"] = ("report_dates.csv:3:round", p => p.Set("report_dates", 3, "round", "2024H1-R3")),
        ["report.date"] = ("report_dates.csv:2:actual", p => p.Set("report_dates", 2, "likely", "2024-06-01")),
        ["report.milestone"] = ("report_dates.csv:2:milestone", p => p.Set("report_dates", 2, "milestone", "2024H1-004-2")),
        ["report.side"] = ("report_dates.csv:2:milestone", p => p.Set("report_dates", 2, "milestone", "2024H1-001-2")),
    };

    private static Action<SamplePack> Each(params Action<SamplePack>[] acts) => pack => Array.ForEach(acts, act => act(pack));

    // Holes cost no disk, and no time where nobody reads them.
    private static void Grow(SamplePack pack, string file, int mebibytes)
    {
        using var stream = File.OpenWrite(pack.Of(file));
        stream.SetLength(mebibytes * 1024L * 1024);
    }

    private static string Line(int positions)
    {
        var text = new StringBuilder("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"project":"RING","schematic":true},"geometry":{"type":"LineString","coordinates":[[1,1]""");
        for (var i = 1; i < positions; i++) text.Append(",[1,1]");
        return text.Append("]}}]}").ToString();
    }
}
