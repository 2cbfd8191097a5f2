using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Regions;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Regions.Packs;
using static TwinHub.Regions.Founding.PackTexts;

namespace TwinHub.Regions.Founding;

/// <summary>Lists with their past revisions, items, milestones, rounds and reports.</summary>
internal sealed class FoundDeliver(PackTexts t)
{
    private readonly Dictionary<string, ItemList> lists = [];
    private readonly Dictionary<string, Item> items = [];
    private readonly Dictionary<string, Milestone> milestones = [];
    private readonly Dictionary<string, Round> rounds = [];
    private readonly Dictionary<string, ListKind> kinds = FoundReference.Kinds(t).ToDictionary(k => k.Code);
    private readonly ILookup<string, PackRow> values = t.Pack["item_values"].ToLookup(r => r.Needed("item"));

    public IReadOnlyList<object> Rows()
    {
        foreach (var row in t.Pack["lists"]) lists[row.Needed("code")] = List(row);
        foreach (var row in t.Pack["items"]) AddItem(row);
        foreach (var row in t.Pack["item_units"]) items[row.Needed("item")].Add(Unit(row));
        foreach (var row in t.Pack["item_refs"]) items[row.Needed("item")].Add(new ItemRef { Id = Keys.New(), Kind = Word<RefKind>(row.Needed("kind")), Ref = row.Needed("ref") });
        foreach (var row in t.Pack["deliverables"]) items[row.Needed("item")].Add(new Deliverable { Id = Keys.New(), Order = row.Int("order")!.Value, Text = t.Local(row, "text") });
        foreach (var row in t.Pack["milestones"]) milestones[row.Needed("code")] = Milestone(row);
        foreach (var list in lists.Values) FoundPast(list);
        foreach (var row in t.Pack["rounds"]) rounds[row.Needed("code")] = Round(row);
        return [.. lists.Values, .. Contacts(), .. milestones.Values, .. Links(), .. rounds.Values, .. Reports(), .. t.Map("issued_documents", Document)];
    }

    private ItemList List(PackRow r)
    {
        var list = new ItemList(Keys.New(), r.Needed("code"), t.Local(r, "title"), r.Codes("parties"))
        {
            Kind = r.Needed("kind"),
            Starts = r.Date("starts")!.Value,
            Ends = r.Date("ends")!.Value,
            Meeting = r.Text("meeting"),
            Source = r.Source,
            Sample = r.Sample,
        };
        if (kinds.GetValueOrDefault(list.Kind) is { } kind) list.Begin(kind);
        return list;
    }

    private void AddItem(PackRow r)
    {
        var list = lists[r.Needed("list")];
        var fields = new ItemFields(r.Needed("theme"), t.Local(r, "title"), t.Local(r, "scope"), r.Date("due")!.Value)
        { Values = ItemValues.Write(values[r.Needed("code")].Select(v => (v.Needed("column"), v.Needed("value")))) };
        var item = new Item(Keys.New(), list.Id, r.Needed("code"), fields) { Class = Word<Class>(r.Needed("class")), Published = r.Bool("published"), Source = r.Source, Sample = r.Sample };
        list.Add(item);
        items[item.Code] = item;
    }

    private static ItemUnit Unit(PackRow r) =>
        new() { Id = Keys.New(), Party = r.Text("party"), Lead = r.Needed("role") == "lead", Order = r.Int("order")!.Value, Organization = r.Needed("organization") };

    private void FoundPast(ItemList list)
    {
        var first = t.Pack["items"].Where(r => r.Text("list") == list.Code && r.Int("first_revision") is not null).ToDictionary(r => r.Needed("code"), r => r.Int("first_revision")!.Value);
        var changes = t.Pack["revision_changes"].Where(r => r.Text("list") == list.Code).ToLookup(r => r.Int("revision"));
        var revisions = t.Pack["list_revisions"].Where(r => r.Text("list") == list.Code).Select(r => Revision(r, changes[r.Int("number")])).ToList();
        var ends = t.Pack["item_ends"].Where(r => first.ContainsKey(r.Needed("item"))).Select(End).ToList();
        list.Found(first, new(revisions, ends, [.. milestones.Values]), Keys.New);
    }

    private PastRevision Revision(PackRow r, IEnumerable<PackRow> changes) => new(Keys.New(), r.Int("number")!.Value, Word<RevisionState>(r.Needed("state")), r.Date("date")!.Value)
    {
        Meeting = r.Text("meeting"),
        Decision = r.Text("decision"),
        Ground = t.Local(r, "ground"),
        Source = r.Source,
        Sample = r.Sample,
        Changes = [.. changes.Select(c => new PastChange(c.Needed("item"), t.Local(c, "reason"))
        {
            Due = c.Date("due"), Scope = t.Local(c, "scope") is { IsEmpty: false } scope ? scope : null, Leads = c.Text("leads"),
        })],
    };

    private PastEnd End(PackRow r) => new(r.Needed("item"), Word<ItemEnd>(r.Needed("end")), r.Date("date")!.Value, t.Local(r, "reason"), r.Text("decision"))
    { Successor = r.Text("successor") is { } successor ? items[successor] : null };

    private IEnumerable<UnitContact> Contacts() => t.Pack["item_units"]
        .Where(r => r.Text("party") is not null && (r.Text("phone") is not null || r.Local("person").Count > 0 || r.Local("contact").Count > 0))
        .DistinctBy(r => (r.Text("item"), r.Text("organization")))
        .Select(r => new UnitContact
        {
            Id = Keys.New(),
            ItemId = items[r.Needed("item")].Id,
            Organization = r.Needed("organization"),
            Party = r.Needed("party"),
            Person = t.Local(r, "person"),
            Contact = t.Local(r, "contact"),
            Phone = r.Text("phone") ?? "",
        });

    private Milestone Milestone(PackRow r)
    {
        var milestone = new Milestone
        {
            Id = Keys.New(),
            Code = r.Needed("code"),
            Number = r.Int("number")!.Value,
            ItemId = r.Text("item") is { } item ? items[item].Id : null,
            Project = r.Text("project"),
            Order = r.Int("order")!.Value,
            Party = r.Text("party"),
            Name = t.Local(r, "name"),
            Kind = r.Needed("kind"),
            Baseline = r.Date("baseline")!.Value,
            Low = r.Decimal("low"),
            Likely = r.Decimal("likely"),
            High = r.Decimal("high"),
            Source = r.Source,
            Sample = r.Sample,
        };
        milestone.Recorded(r.Date("started"), r.Date("actual"));
        return milestone;
    }

    private IEnumerable<MilestoneLink> Links() => t.Map("milestone_links", r => new MilestoneLink
    {
        Id = Keys.New(),
        BeforeId = milestones[r.Needed("before")].Id,
        AfterId = milestones[r.Needed("after")].Id,
        Lag = r.Decimal("lag") ?? 0,
    });

    private Round Round(PackRow r) => new()
    {
        Id = Keys.New(),
        ListId = lists[r.Needed("list")].Id,
        Code = r.Needed("code"),
        Number = r.Int("number")!.Value,
        Period = r.Needed("period"),
        Opens = r.Date("opens")!.Value,
        Closes = r.Date("closes")!.Value,
        Sample = r.Sample,
    };

    private IEnumerable<Report> Reports()
    {
        var dates = t.Pack["report_dates"].ToLookup(r => (r.Text("round"), r.Text("item"), r.Text("organization")));
        var parties = t.Pack["organizations"].ToDictionary(r => r.Needed("code"), r => r.Text("party") ?? "");
        return t.Pack["reports"].OrderBy(r => r.Text("round"), StringComparer.Ordinal)
            .Select(r => Report(r, parties[r.Needed("organization")], [.. dates[(r.Text("round"), r.Text("item"), r.Text("organization"))]]));
    }

    private Report Report(PackRow r, string party, IReadOnlyList<PackRow> dates)
    {
        var place = new ReportPlace(rounds[r.Needed("round")].Id, items[r.Needed("item")].Id, r.Needed("organization"), party);
        var report = new Report(Keys.New(), place, 1);
        report.Found(
            new ReportText(r.Decimal("percent"), t.Local(r, "text"), t.Local(r, "problems"), t.Local(r, "asks"))
            {
                Judgement = WordOrNull<Judgement>(r.Text("judgement")),
                CameBy = Word<CameBy>(r.Needed("came_by")),
                Sample = r.Sample,
                Dates = [.. dates.Select(d => new ReportDate { Id = Keys.New(), Milestone = milestones[d.Needed("milestone")].Id, Actual = d.Date("actual"), Likely = d.Date("likely") })],
            },
            Word<ReportState>(r.Needed("state")),
            (r.Date("submitted"), r.Date("released")));
        foreach (var date in dates.Where(_ => report.IsReleased)) milestones[date.Needed("milestone")].Report(date.Date("actual"), date.Date("likely"));
        return report;
    }

    private IssuedDocument Document(PackRow r)
    {
        var revision = r.Text("list") is { } list && r.Int("revision") is { } number ? lists[list].Revisions.FirstOrDefault(v => v.Number == number) : null;
        return new()
        {
            Id = Keys.New(),
            Code = r.Needed("code"),
            Kind = r.Needed("kind"),
            List = r.Text("list"),
            Revision = r.Int("revision"),
            Number = r.Needed("number"),
            Date = r.Date("date")!.Value,
            Issuers = r.Needed("issuers"),
            Main = t.Local(r, "main"),
            Copies = t.Local(r, "copies"),
            Title = t.Local(r, "title"),
            TextSha256 = revision?.TextSha256(),
            Source = r.Source,
            Sample = r.Sample,
        };
    }
}
