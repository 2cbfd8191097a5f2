using TwinHub.Core;
using TwinHub.Data.Standing;
using TwinHub.Publish.Documents;
using static TwinHub.Publish.Meetings.PaperFront;

namespace TwinHub.Publish.Meetings;

/// <summary>Every item of the list: scope, leads, due date, what each party reported, state by dates and reports.</summary>
internal sealed class ItemTable(MeetingFacts facts, PaperVoice voice)
{
    private int Width => 6 + 2 * facts.Parties.Count;

    public PaperDocument Write() => Of(facts, voice, voice.Say("table.title", facts.List.Title)) with
    {
        Shape = PageShape.Landscape,
        IsCompact = true,
        Blocks = [Lead(facts, voice.Say("table.lead", facts.Balance.Total, facts.Balance.Adopted, facts.Balance.Added, facts.Items.Count) + Withheld), Table(), new PaperNote(voice.Say("table.note", facts.BehindFrom, facts.SlightlyBehindFrom))],
    };

    private string Withheld => facts.Standing.Withheld.Count > 0 ? voice.Say("table.withheld", facts.Standing.Withheld.Count) : "";

    private PaperTable Table() => new(
        [Code(2.9), Text(6.5), .. facts.Parties.Select(_ => Text(2.5)), Text(3), .. facts.Parties.Select(_ => Number(1.6)), Number(2.3), Text(2.6), Text(9)],
        [Head([Column("code"), Column("item-scope"), .. facts.Parties.Select(p => voice.Say("paper.column.leads", voice.Party(p))), Column("due"), .. facts.Parties.Select(p => voice.Say("paper.column.percent", voice.Mark(p))), Column("lead"), Column("state"), Column("last-report")])],
        [.. facts.Themes.SelectMany(t => t.Items.Select(Row).Prepend(Group(voice.Theme(t.Code!), Width)))]);

    private PaperRow Row(ItemFacts item) => new(
    [
        item.At.Code,
        new PaperCell([voice.Title(item) with { Bold = true }, "\n", voice.Run(item.At.Scope)]),
        .. facts.Parties.Select(p => new PaperCell(voice.Units(item.At.Item.LeadsOf(p).Select(u => u.Organization)))),
        voice.Day(item.At.Due, facts),
        .. facts.Parties.Select(p => new PaperCell(Side(item, p) is { } side ? voice.Percent(side.Latest?.Percent) : "")),
        item.IsOpen ? voice.Forms.Signed(item.At.Lead) : "",
        voice.Say("paper.state", item.State),
        new PaperCell(Said(item)),
    ]);

    private static SideStanding? Side(ItemFacts item, string party) => item.At.Sides.FirstOrDefault(s => s.Party == party);

    /// <summary>The last released report of each party, with its month where that is not the latest round's; how the item ended, where it did.</summary>
    private List<PaperRun> Said(ItemFacts item)
    {
        if (!item.IsOpen) return [voice.Say("table.ended", voice.Day(item.At.Item.EndedOn, facts)), voice.Run(item.At.Item.EndReason)];
        var runs = new List<PaperRun>();
        foreach (var side in item.At.Sides)
        {
            if (runs.Count > 0) runs.Add("\n");
            runs.Add(new PaperRun(voice.Say("table.side", voice.Mark(side.Party))) with { Bold = true });
            runs.AddRange(Said(side));
        }

        return runs;
    }

    private IEnumerable<PaperRun> Said(SideStanding side)
    {
        if (side.Latest is not { } report) return [voice["table.never"]];
        var month = side.InRound || facts.Standing.Rounds.FirstOrDefault(r => r.Id == report.Round) is not { } round ? "" : voice.Say("table.older", voice.Forms.ShortMonth(round.Period));
        return [month, voice.Run(report.Text.IsEmpty ? LocalText.Empty : report.Text)];
    }

    private string Column(string code) => voice["paper.column." + code];
}
