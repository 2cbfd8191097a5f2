using TwinHub.Core;
using TwinHub.Data.Standing;
using TwinHub.Publish.Documents;

namespace TwinHub.Publish.Meetings;

/// <summary>The item table as a workbook: a sheet for the list, one for the proposal of the next, one for the asks and the items that answer them.</summary>
internal sealed class ItemWorkbook(MeetingFacts facts, PaperVoice voice)
{
    public XlsxWorkbook Write() => new(voice.Tag, voice.Say("table.title", facts.List.Title).Replace('\n', ' '), [List(), Next(), Asks()]);

    private XlsxSheet List() => new(facts.List.Code,
        [
            new(Column("code"), Width: 13), new(Column("theme"), Width: 14), new(Column("item"), Width: 28, Wrap: true), new(Column("scope"), Width: 44, Wrap: true),
            .. facts.Parties.Select(p => new XlsxColumn(voice.Say("paper.column.leads", voice.Party(p)), Width: 22, Wrap: true)),
            new(Column("supporting"), Width: 22, Wrap: true), new(Column("due"), XlsxForm.Date, 12),
            .. facts.Parties.Select(p => new XlsxColumn(voice.Say("paper.column.percent", voice.Party(p)), XlsxForm.Percent, 10)),
            new(Column("progress-now"), XlsxForm.Percent, 10), new(Column("share-now"), XlsxForm.Percent, 10), new(Column("lead"), XlsxForm.Points, 10), new(Column("state"), Width: 14),
            .. facts.Parties.SelectMany(SideColumns),
            new(Column("completed-on"), XlsxForm.Date, 12), new(Column("sample"), Width: 8),
        ],
        facts.Items.Select(ItemRow))
    { Title = voice.In(facts.List.Title), Lines = Lines, SampleNote = Note, FrozenColumns = 3 };

    private IEnumerable<XlsxColumn> SideColumns(string party) =>
    [
        new(voice.Say("paper.column.round-of", voice.Party(party)), Width: 12), new(voice.Say("paper.column.text-of", voice.Party(party)), Width: 48, Wrap: true),
        new(voice.Say("paper.column.problems-of", voice.Party(party)), Width: 36, Wrap: true), new(voice.Say("paper.column.asks-of", voice.Party(party)), Width: 36, Wrap: true),
    ];

    private IReadOnlyList<XlsxValue> ItemRow(ItemFacts item)
    {
        var at = item.At;
        return
        [
            at.Code, voice.ShortTheme(at.Theme), Text(at.Title), Text(at.Scope),
            .. facts.Parties.Select(p => (XlsxValue)voice.Units(at.Item.LeadsOf(p).Select(u => u.Organization))),
            voice.Units(at.Item.Units.Where(u => !u.Lead).OrderBy(u => u.Order).Select(u => u.Organization)), at.Due,
            .. facts.Parties.Select(p => XlsxValue.FromNumber(Side(item, p)?.Latest?.Percent)),
            XlsxValue.FromNumber(at.Progress), XlsxValue.FromNumber(Tenths(at.Share)), XlsxValue.FromNumber(item.IsOpen ? Tenths(at.Lead) : null), voice.Say("paper.state", item.State),
            .. facts.Parties.SelectMany(p => SideCells(Side(item, p)?.Latest)),
            XlsxValue.FromDay(at.Item.EndedOn), at.Sample ? voice["sample"] : "",
        ];
    }

    private IEnumerable<XlsxValue> SideCells(ReleasedReport? report) => report is null ? Enumerable.Repeat(XlsxValue.Empty, 4)
        : [facts.Standing.Rounds.First(r => r.Id == report.Round).Period, Text(report.Text), Text(report.Problems), Text(report.Asks)];

    private XlsxSheet Next() => new(facts.Region.NextList ?? Column("next-list"),
        [
            new(Column("code-now"), Width: 13), new(Column("theme"), Width: 14), new(Column("item"), Width: 30, Wrap: true), new(Column("scope"), Width: 44, Wrap: true),
            .. facts.Parties.Select(p => new XlsxColumn(voice.Say("paper.column.leads", voice.Party(p)), Width: 22, Wrap: true)),
            new(Column("due-now"), XlsxForm.Date, 12), new(Column("progress-now"), XlsxForm.Percent, 10), new(Column("rule"), Width: 10), new(Column("due-new"), XlsxForm.Date, 12),
        ],
        facts.Carried.Select(CarriedRow).Concat(facts.Unanswered.Select(AddedRow)))
    { Title = new NextListDraft(facts, voice).Title, Lines = [.. Lines, voice["next.standing"]], SampleNote = Note, FrozenColumns = 3 };

    private IReadOnlyList<XlsxValue> CarriedRow(CarryProposal carry) =>
    [
        carry.Item.At.Code, voice.ShortTheme(carry.Item.At.Theme), Text(carry.Item.At.Title), Text(carry.Item.At.Scope),
        .. facts.Parties.Select(p => (XlsxValue)voice.Units(carry.Item.At.Item.LeadsOf(p).Select(u => u.Organization))),
        carry.Item.At.Due, XlsxValue.FromNumber(carry.Item.At.Progress), voice.Forms.Join(carry.Rules.Select(r => voice.Say("next.rule.number", r))), XlsxValue.Empty,
    ];

    private IReadOnlyList<XlsxValue> AddedRow(AskFacts ask) => [ask.Ask.Code, voice.ShortTheme(ask.Ask.Theme), Text(ask.Ask.Text), XlsxValue.Empty];

    private XlsxSheet Asks() => new(Column("asks-sheet"),
        [new(Column("ask-code"), Width: 10), new(Column("theme"), Width: 14), new(Column("asked"), Width: 48, Wrap: true), new(Column("items"), XlsxForm.Whole, 8), new(Column("answering"), Width: 48, Wrap: true)],
        facts.Asks.Select(a => (IReadOnlyList<XlsxValue>)[a.Ask.Code, voice.ShortTheme(a.Ask.Theme), Text(a.Ask.Text), a.Items.Count,
            a.Items.Count == 0 ? voice["paper.no-item"] : voice.Forms.Join(a.Items.Select(i => voice.Say("paper.item-state", i.At.Code, i.State)))]))
    { Title = facts.Last is { } last ? voice.Say("progress.asks", voice.ShortName(last)) : Column("asks-sheet"), Lines = Lines, SampleNote = Note, FrozenColumns = 1 };

    private IReadOnlyList<string> Lines => [voice["paper.stage"], voice.Say("paper.for", voice.Name(facts.Meeting)), voice.Say("paper.as-of", facts.Day, facts.Revision)];

    private string? Note => facts.Sample ? voice.Say("paper.sample", voice.In(facts.Region.SampleNote)) : null;

    private static SideStanding? Side(ItemFacts item, string party) => item.At.Sides.FirstOrDefault(s => s.Party == party);

    private static decimal? Tenths(decimal? value) => value is { } v ? Math.Round(v, 1, MidpointRounding.AwayFromZero) : null;

    private XlsxValue Text(LocalText text) => voice.Run(text).Text;

    private string Column(string code) => voice["paper.column." + code];
}
