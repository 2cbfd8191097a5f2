using System.Globalization;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Regions.Packs;
using static TwinHub.Regions.Founding.PackTexts;

namespace TwinHub.Regions.Founding;

/// <summary>The region, its parties, areas, zones, units and classifications.</summary>
internal static class FoundReference
{
    public static IEnumerable<object> Rows(PackTexts t) =>
    [
        Region(t), .. t.Map("parties", r => Party(t, r)), .. t.Map("organizations", r => Organization(t, r)), .. t.Map("areas", r => Area(t, r)),
        .. t.Map("zones", r => Zone(t, r)), .. t.Map("classifications", r => Classification(t, r)),
        .. Kinds(t),
        .. t.Map("calendars", r => new CalendarDay { Party = r.Needed("party"), Day = r.Date("date")!.Value, Works = r.Needed("kind") == "work", Notice = r.Text("notice") }),
    ];

    public static IEnumerable<IReadOnlyList<object>> Bulk(PackTexts t) =>
    [
        [.. t.Pack.AreaShapes.Select(s => new AreaOutline { Area = s.Area, Rings = string.Join('|', s.Polygons.SelectMany(p => p).Select(Positions)) })],
        [.. t.Pack.ProjectLines.Select(l => new ProjectCourse { Id = Keys.New(), Project = l.Project, Schematic = l.Schematic, Lines = string.Join('|', l.Lines.Select(Positions)) })],
        [.. t.Pack.Words.SelectMany(w => w.Texts.Select(s => new PackWord { Language = w.Language, Code = s.Key, Text = s.Value }))],
        [.. t.Map("terms", r => new Term { Id = Keys.New(), Kind = r.Needed("kind"), Preferred = t.Local(r, "preferred"), Note = r.Text("note"), Source = r.Source })],
    ];

    private static Region Region(PackTexts t)
    {
        var (s, limits) = (t.Region, t.Region.Thresholds);
        return new()
        {
            Code = s.Code,
            Name = t.Local(s.Name),
            Short = t.Local(s.Short),
            Binding = s.Binding,
            Languages = string.Join(';', s.Languages.Select(l => $"{l.Code}={l.Tag}={l.Name}")),
            TimeZone = s.TimeZone,
            Currency = s.Currency,
            AsOf = s.AsOf,
            SampleNote = t.Local(s.SampleNote),
            CurrentList = s.CurrentList,
            NextList = s.NextList,
            NextListTitle = t.Local(s.NextListTitle),
            NextMeeting = s.NextMeeting,
            Ceiling = WordOrNull<Class>(s.ClassCeiling) ?? Class.Internal,
            MapNote = t.Local(s.MapNote),
            MapApproval = s.MapApproval,
            AtRiskLag = limits.AtRiskLag ?? -5,
            LateLag = limits.LateLag ?? -15,
            Disagreement = limits.Disagreement ?? 10,
            DueSoonDays = limits.DueSoonDays ?? 30,
            NameStops = string.Join(';', s.NameStops),
        };
    }

    private static Party Party(PackTexts t, PackRow r) => new()
    {
        Code = r.Needed("code"),
        Order = r.Int("order")!.Value,
        Name = t.Local(r, "name"),
        Short = t.Local(r, "short"),
        Mark = t.Local(r, "mark"),
        Color = r.Needed("color"),
        ColorDark = r.Needed("color_dark"),
        Iso = r.Text("iso"),
        Area = r.Needed("area"),
        Weekend = r.Needed("weekend"),
    };

    private static Organization Organization(PackTexts t, PackRow r) => new()
    {
        Code = r.Needed("code"),
        Party = r.Text("party"),
        Kind = r.Needed("kind"),
        Office = r.Bool("office"),
        Area = r.Text("area"),
        Name = t.Local(r, "name"),
        Short = t.Local(r, "short"),
        Source = r.Source,
        Sample = r.Sample,
    };

    private static Area Area(PackTexts t, PackRow r) => new()
    {
        Code = r.Needed("code"),
        Parent = r.Text("parent"),
        Party = r.Text("party"),
        Level = r.Needed("level"),
        Role = r.Needed("role"),
        Hub = r.Text("hub"),
        InRegion = r.Needed("in_region"),
        Name = t.Local(r, "name"),
        Short = t.Local(r, "short"),
        Lon = Real(r.Decimal("lon")),
        Lat = Real(r.Decimal("lat")),
        AreaKm2 = Real(r.Decimal("area_km2")),
        ValidFrom = r.Date("valid_from"),
        ValidTo = r.Date("valid_to"),
        Successor = r.Text("successor"),
        Note = t.Local(r, "note"),
        Source = r.Source,
    };

    private static Zone Zone(PackTexts t, PackRow r) => new()
    {
        Code = r.Needed("code"),
        Kind = r.Needed("kind"),
        Name = t.Local(r, "name"),
        Short = t.Local(r, "short"),
        Number = r.Int("number"),
        AreaKm2 = Real(r.Decimal("area_km2")),
        Approved = r.Date("approved"),
        ApprovalRef = r.Text("approval_ref"),
        PlanRef = r.Text("plan_ref"),
        Note = t.Local(r, "note"),
        Source = r.Source,
        Sample = r.Sample,
        Members = [.. t.Pack["zone_members"].Where(m => m.Text("zone") == r.Text("code")).Select(m => new ZoneMember { Area = m.Needed("area"), Scope = m.Needed("scope") })],
    };

    /// <summary>The kinds of list that the pack has, each with its columns.</summary>
    public static IEnumerable<ListKind> Kinds(PackTexts t) => t.Map("list_kinds", r =>
    {
        var kind = new ListKind { Code = r.Needed("code"), Order = r.Int("order")!.Value, Name = t.Local(r, "name"), Note = t.Local(r, "note"), Source = r.Source, Sample = r.Sample };
        foreach (var column in t.Pack["list_columns"].Where(c => c.Text("kind") == kind.Code)) kind.Add(Column(t, column));
        return kind;
    });

    private static TypedColumn Column(PackTexts t, PackRow r) => new()
    {
        Code = r.Needed("code"),
        Order = r.Int("order")!.Value,
        Name = t.Local(r, "name"),
        Type = Word<ColumnType>(r.Needed("type")),
        Unit = t.Local(r, "unit"),
        Scheme = r.Text("scheme"),
        Required = r.Bool("required"),
    };

    private static Classification Classification(PackTexts t, PackRow r) => new()
    {
        Scheme = r.Needed("scheme"),
        Code = r.Needed("code"),
        Order = r.Int("order")!.Value,
        Name = t.Local(r, "name"),
        Short = t.Local(r, "short"),
        Note = t.Local(r, "note"),
        Source = r.Source,
        Sample = r.Sample,
    };

    private static string Positions(LonLat[] line) =>
        string.Join(' ', line.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Lon:0.####} {p.Lat:0.####}")));
}
