using TwinHub.Core.Meetings;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Regions.Packs;
using static TwinHub.Regions.Founding.PackTexts;

namespace TwinHub.Regions.Founding;

/// <summary>The mechanism and its meetings: bodies, sittings, papers, asks, decisions, source texts.</summary>
internal static class FoundMeetings
{
    public static IEnumerable<object> Rows(PackTexts t)
    {
        var passages = t.Pack["passages"].ToLookup(r => r.Text("paper"));
        return
        [
            .. t.Map("bodies", r => Body(t, r)), .. t.Map("meetings", r => Meeting(t, r)), .. t.Map("papers", r => Paper(t, r, passages[r.Text("code")])),
            .. t.Map("asks", r => Ask(t, r)), .. t.Map("decisions", r => Decision(t, r)), .. t.Map("source_texts", r => SourceText(t, r)),
        ];
    }

    private static IEnumerable<PackRow> Of(PackTexts t, string table, string column, PackRow owner) => t.Pack[table].Where(r => r.Text(column) == owner.Text("code"));

    private static Body Body(PackTexts t, PackRow r) => new()
    {
        Code = r.Needed("code"),
        Level = r.Int("level")!.Value,
        Parent = r.Text("parent"),
        Name = t.Local(r, "name"),
        Rules = t.Local(r, "rules"),
        Source = r.Source,
        Sample = r.Sample,
        Members = [.. Of(t, "body_members", "body", r).Select(m => new BodyMember
        {
            Order = m.Int("order")!.Value, Party = m.Text("party"), Organization = m.Text("organization"), Office = t.Local(m, "office"),
            Role = m.Needed("role"), Source = m.Source, Sample = m.Sample,
        })],
        Powers = [.. Of(t, "body_powers", "body", r).Select(p => new BodyPower { Kind = p.Needed("kind"), Source = p.Source, Sample = p.Sample })],
    };

    private static Meeting Meeting(PackTexts t, PackRow r) => new()
    {
        Code = r.Needed("code"),
        Body = r.Needed("body"),
        Number = r.Int("number"),
        Starts = r.Date("starts"),
        Ends = r.Date("ends"),
        Place = t.Local(r, "place"),
        Area = r.Text("area"),
        Mode = r.Text("mode"),
        Host = r.Text("host"),
        Chair = t.Local(r, "chair"),
        Theme = t.Local(r, "theme"),
        Held = r.Needed("state") == "held",
        Certainty = r.Text("certainty"),
        Note = t.Local(r, "note"),
        Source = r.Source,
        Sample = r.Sample,
        Participants = [.. Of(t, "meeting_participants", "meeting", r).Select(p => new Participant
        {
            Order = p.Int("order")!.Value, Party = p.Text("party"), Organization = p.Text("organization"), Office = t.Local(p, "office"), Capacity = p.Needed("capacity"),
            Sitting = p.Bool("sitting"), Visit = p.Bool("visit"), Source = p.Source, Sample = p.Sample,
        })],
        Agenda = [.. Of(t, "agenda", "meeting", r).Select(a => new AgendaItem
        {
            Order = a.Int("order")!.Value, Title = t.Local(a, "title"), Treatment = Word<Treatment>(a.Needed("treatment")), Paper = a.Text("paper"), Field = a.Text("field"),
            Presenter = t.Local(a, "presenter"), Class = Word<Class>(a.Needed("class")), Source = a.Source, Sample = a.Sample,
        })],
        Visits = [.. Of(t, "visits", "meeting", r).Select(v => new Visit
        {
            Order = v.Int("order")!.Value, Place = t.Local(v, "place"), Area = v.Text("area"), About = t.Local(v, "about"), Source = v.Source, Sample = v.Sample,
        })],
    };

    private static Paper Paper(PackTexts t, PackRow r, IEnumerable<PackRow> passages) => new()
    {
        Code = r.Needed("code"),
        Meeting = r.Text("meeting"),
        Kind = r.Needed("kind"),
        Title = t.Local(r, "title"),
        Office = t.Local(r, "office"),
        Date = r.Date("date"),
        Class = Word<Class>(r.Needed("class")),
        Party = r.Text("party"),
        List = r.Text("list"),
        Source = r.Source,
        Sample = r.Sample,
        Passages = [.. passages.Select(p => new Passage { Number = p.Int("number")!.Value, Text = t.Local(p, "text"), Source = p.Source, Sample = p.Sample })],
    };

    private static Ask Ask(PackTexts t, PackRow r) => new()
    {
        Code = r.Needed("code"),
        Paper = r.Needed("paper"),
        Passage = r.Int("passage")!.Value,
        Text = t.Local(r, "text"),
        Theme = r.Text("theme"),
        Field = r.Text("field"),
        Source = r.Source,
        Sample = r.Sample,
    };

    private static Decision Decision(PackTexts t, PackRow r) => new()
    {
        Id = Keys.New(),
        Code = r.Needed("code"),
        Meeting = r.Needed("meeting"),
        Number = r.Int("number")!.Value,
        Agenda = r.Int("agenda"),
        Text = t.Local(r, "text"),
        Organization = r.Text("organization"),
        Due = r.Date("due"),
        Source = r.Source,
        Sample = r.Sample,
    };

    private static SourceText SourceText(PackTexts t, PackRow r) => new()
    {
        Code = r.Needed("code"),
        Document = t.Local(r, "document"),
        Date = r.Text("date"),
        Kind = r.Needed("kind"),
        Title = t.Local(r, "title"),
        Theme = r.Text("theme"),
        Due = r.Text("due"),
        Status = r.Text("status"),
        Ask = r.Text("ask"),
        Source = r.Source,
    };
}
