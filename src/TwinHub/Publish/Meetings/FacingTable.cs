using TwinHub.Data.Standing;
using TwinHub.Publish.Documents;
using static TwinHub.Publish.Meetings.PaperFront;

namespace TwinHub.Publish.Meetings;

/// <summary>What the parties say of late items: two face each other, first party left; three or more stand one below the other. The order is the list's.</summary>
internal sealed class FacingTable(MeetingFacts facts, PaperVoice voice)
{
    private bool FaceToFace => facts.Parties.Count == 2;

    public PaperTable Of(IReadOnlyList<ItemFacts> items) => FaceToFace
        ? new([Text(1), Text(1)], [Head(facts.Parties.Select(voice.Party))], [.. items.SelectMany(i => new[] { ItemRow(i), new([.. facts.Parties.Select(p => new PaperCell(Says(i, p)))]) })])
        : new([Code(1), Text(5)], [Head(voice["paper.column.party"], voice["paper.column.says"])], [.. items.SelectMany(PartyRows)]);

    private IEnumerable<PaperRow> PartyRows(ItemFacts item) =>
        item.At.Sides.Select(s => new PaperRow([voice.Party(s.Party), new PaperCell(Says(item, s.Party))])).Prepend(ItemRow(item));

    private PaperRow ItemRow(ItemFacts item)
    {
        var title = voice.Title(item);
        var due = voice.Say(item.State == FactState.DuePassed ? "late.due-passed" : "late.due", voice.Day(item.At.Due, facts), facts.Day.DayNumber - item.At.Due.DayNumber);
        var figures = voice.Say("late.figures", due, voice.Percent(item.At.Progress), voice.Against(item.At.Lead));
        return new([new PaperCell([voice.Say("late.item", item.At.Code) + title.Text, new("\n" + figures + (item.At.Disagree ? voice["late.disagree"] : ""))], 2)], IsGroup: true);
    }

    private List<PaperRun> Says(ItemFacts item, string party)
    {
        if (item.At.Sides.FirstOrDefault(s => s.Party == party) is not { } side) return [voice["late.no-lead"]];
        if (side.Latest is not { } report) return [voice.Say("late.never", voice.Unit(side.Leads[0]))];
        var runs = new List<PaperRun> { voice.Say("late.unit", voice.Unit(report.Organization), voice.Percent(report.Percent)) + Age(side) };
        runs.Add(voice.Run(report.Text));
        Add(runs, "late.problem", report.Problems);
        Add(runs, "late.ask", report.Asks);
        return runs;
    }

    private void Add(List<PaperRun> runs, string code, Core.LocalText text)
    {
        if (!text.IsEmpty) runs.AddRange(["\n" + voice[code], voice.Run(text)]);
    }

    /// <summary>Says of which round a report is, where the latest one lacks it.</summary>
    private string Age(SideStanding side) =>
        side.InRound || facts.Standing.Rounds.FirstOrDefault(r => r.Id == side.Latest!.Round) is not { } round ? voice["late.colon"] : voice.Say("late.older", voice.Forms.ShortMonth(round.Period));
}
