using System.Text.Json;
using System.Text.RegularExpressions;
using TwinHub.Regions.Packs;

namespace TwinHub.Tests.Regions.Packs;

public sealed partial class FaultTests
{
    public static TheoryData<string> Codes => [.. FaultCases.All.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_kind_of_fault_is_told_where_it_is(string code)
    {
        using var pack = new SamplePack();
        var (place, spoil) = FaultCases.All[code];
        spoil(pack);
        var faults = pack.Read().Faults;
        Assert.Contains($"{place} {code}", faults.Select(f => $"{PlaceOf(f)} {f.Code}"));
        Assert.All(CheckPack.Report(faults, "zh").Concat(CheckPack.Report(faults, "en")), l => Assert.DoesNotMatch(Placeholder(), l));
    }

    [Fact]
    public void Every_kind_of_fault_has_a_case() =>
        Assert.Equal(FaultSentences.In("en").Codes.Order(), FaultCases.All.Keys.Order());

    [Fact]
    public void Both_languages_say_what_and_how_to_mend_with_the_same_values()
    {
        Assert.Equal(FaultSentences.In("en").Codes, FaultSentences.In("zh").Codes);
        foreach (var code in FaultSentences.In("en").Codes)
        {
            var (en, zh) = (FaultSentences.In("en").Of(code), FaultSentences.In("zh").Of(code));
            Assert.Equal(Names(en.What), Names(zh.What));
            Assert.Equal(Names(en.Mend), Names(zh.Mend));
        }
    }

    [Fact]
    public void No_fault_stops_another()
    {
        using var pack = new SamplePack();
        string[] together = ["file.unknown", "column.unknown", "cell.date", "cell.boolean", "item.lead", "list.balance", "milestone.cycle", "report.side", "geo.open", "setting.time-zone", "value.twice"];
        foreach (var code in together) FaultCases.All[code].Spoil(pack);
        Assert.Subset(pack.Read().Faults.Select(f => f.Code).ToHashSet(), together.ToHashSet());
    }

    [Fact]
    public void A_missing_file_is_told_once_and_not_by_every_row_that_refers_to_it()
    {
        using var pack = new SamplePack();
        pack.Remove("organizations.csv");
        Assert.Equal(["organizations.csv file.missing"], pack.Read().Faults.Select(f => $"{f.File} {f.Code}"));
    }

    [Fact]
    public void A_cycle_of_milestones_is_named()
    {
        using var pack = new SamplePack();
        FaultCases.All["milestone.cycle"].Spoil(pack);
        Assert.Equal("2024H1-001-1 → 2024H1-001-3 → 2024H1-001-1", Assert.Single(pack.Read().Faults).Values["cycle"]);
    }

    [Fact]
    public void A_planned_date_may_lie_after_as_of_and_a_fact_may_not()
    {
        using var pack = new SamplePack();
        pack.Set("milestones", 3, "baseline", "2030-01-01");
        pack.Set("meetings", 3, "ends", "2025-01-01");
        Assert.Empty(pack.Read().Faults);
        pack.Set("meetings", 3, "state", "held");
        pack.Set("observations", 2, "period", "2024");
        pack.Set("project_months", 2, "month", "6");
        pack.Set("projects", 2, "status_as_of", "2024-06 press");
        Assert.Equal(["meetings.csv:3:starts", "meetings.csv:3:ends", "observations.csv:2:period", "project_months.csv:2:month", "projects.csv:2:status_as_of"],
            pack.Read().Faults.Where(f => f.Code == "date.after-as-of").Select(PlaceOf));
    }

    [Fact]
    public void Without_as_of_facts_are_held_against_the_given_day()
    {
        using var pack = new SamplePack();
        pack.Replace("region.yaml", "as_of: 2024-05-31\n", "");
        Assert.Empty(pack.Read().Faults);
        Assert.Contains(ReadPack.FromFolder(pack.Folder, new DateOnly(2024, 1, 1)).Faults, f => f.Code == "date.after-as-of");
    }

    [Fact]
    public void Reports_of_one_line_name_place_what_and_mend()
    {
        using var pack = new SamplePack();
        FaultCases.All["item.lead"].Spoil(pack);
        var faults = pack.Read().Faults;
        Assert.Contains("items.csv:2:code 2024H1-001 has no lead unit of east. — Add a row with role lead to item_units.csv.", CheckPack.Report(faults, "en"));
        Assert.Contains("items.csv:2:code 2024H1-001没有east的牵头单位。——请在item_units.csv中增加role为lead的一行。", CheckPack.Report(faults, "zh"));
    }

    [Fact]
    public void Reports_as_json_carry_code_place_values_and_sentences()
    {
        using var pack = new SamplePack();
        FaultCases.All["cell.date"].Spoil(pack);
        var root = JsonDocument.Parse(CheckPack.Json(pack.Read().Faults, "en")).RootElement;
        Assert.False(root.GetProperty("ok").GetBoolean());
        Assert.Equal(1, root.GetProperty("count").GetInt32());
        var fault = root.GetProperty("faults")[0];
        Assert.Equal(("items.csv", 2, "due", "cell.date"), (fault.GetProperty("file").GetString(), fault.GetProperty("row").GetInt32(), fault.GetProperty("column").GetString(), fault.GetProperty("code").GetString()));
        Assert.Equal("2024-06-31", fault.GetProperty("values").GetProperty("value").GetString());
        Assert.Equal("“2024-06-31” is not a day of the calendar.", fault.GetProperty("what").GetString());
    }

    [Fact]
    public void A_cell_cannot_write_to_the_terminal_that_shows_its_fault()
    {
        using var pack = new SamplePack();
        pack.Set("items", 2, "due", "\u001b[2J{what}\u202e");
        Assert.DoesNotContain(CheckPack.Report(pack.Read().Faults, "en"), l => l.Any(c => char.IsControl(c) || c == '\u202e'));
    }

    internal static string PlaceOf(PackFault fault) =>
        $"{(fault.File.Length == 0 ? "." : fault.File)}:{fault.Row}:{fault.Column}".TrimEnd(':');

    private static IEnumerable<string> Names(string sentence) => Placeholder().Matches(sentence).Select(m => m.Value).Order();

    [GeneratedRegex(@"\{[a-z_]+\}")]
    private static partial Regex Placeholder();
}
