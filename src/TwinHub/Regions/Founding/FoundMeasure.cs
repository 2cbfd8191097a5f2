using TwinHub.Core.Indicators;
using TwinHub.Core.Projects;
using TwinHub.Data;
using TwinHub.Regions.Packs;

namespace TwinHub.Regions.Founding;

/// <summary>Projects and their figures, indicators and observations.</summary>
internal static class FoundMeasure
{
    public static IEnumerable<object> Rows(PackTexts t)
    {
        var (years, months) = (t.Pack["project_years"].ToLookup(r => r.Text("project")), t.Pack["project_months"].ToLookup(r => r.Text("project")));
        return [.. t.Map("projects", r => Project(t, r, (years[r.Text("code")], months[r.Text("code")]))), .. t.Map("indicators", r => Indicator(t, r))];
    }

    public static IEnumerable<IReadOnlyList<object>> Bulk(PackTexts t) =>
    [
        [.. t.Map("observations", Observation)],
        [.. t.Map("project_lists", r => Figure(t, r))],
    ];

    private static Project Project(PackTexts t, PackRow r, (IEnumerable<PackRow> Years, IEnumerable<PackRow> Months) figures) => new()
    {
        Code = r.Needed("code"),
        Name = t.Local(r, "name"),
        Type = r.Needed("type"),
        Theme = r.Needed("theme"),
        Parties = r.Needed("parties"),
        Areas = r.Text("areas") ?? "",
        Total = t.Money(r, "total"),
        TotalAsOf = r.Text("total_as_of"),
        LengthKm = r.Decimal("length_km"),
        Starts = r.Text("starts"),
        PlannedFinish = r.Text("planned_finish"),
        ActualFinish = r.Text("actual_finish"),
        Status = r.Needed("status"),
        StatusAsOf = r.Text("status_as_of"),
        Stage = r.Text("stage"),
        Facts = t.Local(r, "facts"),
        Conflict = t.Local(r, "conflict"),
        Source = r.Source,
        Sample = r.Sample,
        Years = [.. figures.Years.Select(y => new ProjectYear { Year = y.Int("year")!.Value, Party = y.Needed("party"), Plan = t.Money(y, "plan")!.Value, Source = y.Source, Sample = y.Sample })],
        Months = [.. figures.Months.Select(m => new ProjectMonth
        {
            Year = m.Int("year")!.Value, Month = m.Int("month")!.Value, Party = m.Needed("party"), Done = t.Money(m, "done")!.Value, Source = m.Source, Sample = m.Sample,
        })],
    };

    private static Indicator Indicator(PackTexts t, PackRow r) => new()
    {
        Code = r.Needed("code"),
        Name = t.Local(r, "name"),
        Unit = t.Local(r, "unit"),
        Aspect = r.Needed("aspect"),
        Direction = r.Needed("direction"),
        BaselinePeriod = r.Text("baseline_period"),
        Baseline = r.Decimal("baseline"),
        TargetPeriod = r.Text("target_period"),
        Target = r.Decimal("target"),
        Source = r.Source,
        Sample = r.Sample,
    };

    private static Observation Observation(PackRow r) => new()
    {
        Id = Keys.New(),
        Indicator = r.Needed("indicator"),
        Area = r.Needed("area"),
        Period = r.Needed("period"),
        Value = r.Decimal("value")!.Value,
        Quality = r.Needed("quality"),
        Source = r.Source,
        Sample = r.Sample,
    };

    private static ProjectListFigure Figure(PackTexts t, PackRow r) => new()
    {
        Id = Keys.New(),
        List = r.Needed("list"),
        Title = t.Local(r, "title"),
        AsOf = r.Needed("as_of"),
        Category = r.Needed("category"),
        Projects = r.Int("projects"),
        Total = t.Money(r, "total"),
        Plan = t.Money(r, "plan"),
        Done = t.Money(r, "done"),
        Percent = r.Decimal("percent"),
        Share = r.Decimal("share"),
        Lead = r.Decimal("lead"),
        StartsPlanned = r.Int("starts_planned"),
        StartsDone = r.Int("starts_done"),
        Note = t.Local(r, "note"),
        Source = r.Source,
    };
}
