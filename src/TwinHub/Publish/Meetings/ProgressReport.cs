using TwinHub.Publish.Documents;
using static TwinHub.Publish.Meetings.PaperFront;

namespace TwinHub.Publish.Meetings;

/// <summary>The progress report on the last list: dates, released reports and counts only, no forecast.</summary>
internal sealed class ProgressReport(MeetingFacts facts, PaperVoice voice)
{
    private const double ShareOfCharacter = 0.28; // of a column's head
    private readonly List<PaperBlock> blocks = [];

    public PaperDocument Write()
    {
        Intro();
        Position();
        Completed();
        Behind();
        Disagreements();
        Raised();
        Asks();
        Reports();
        blocks.Add(new PaperParagraph(voice.Say("progress.closing", voice.ShortName(facts.Meeting)))); // the date never stands on a page without text
        blocks.Add(new PaperSignature([voice["paper.signer"]], voice.Forms.Day(facts.Day)));
        return Of(facts, voice, voice.Say("progress.title", facts.List.Title)) with { Blocks = blocks };
    }

    private void Intro()
    {
        var ground = facts.Last is { } last ? voice.Say("progress.ground", voice.Name(last)) : voice["progress.ground.none"];
        blocks.Add(new PaperParagraph(voice.Say("progress.intro", ground, facts.List.Title, facts.List.Starts, facts.List.Ends, facts.Revision)));
    }

    private void Position()
    {
        Heading("progress.position");
        var (balance, share) = (facts.Balance, facts.Balance.Total == 0 ? 0 : Math.Round(100m * facts.Balance.Completed / facts.Balance.Total, 1, MidpointRounding.AwayFromZero));
        blocks.Add(Lead(facts, voice.Say("progress.balance", balance.Adopted, balance.Added, balance.Total, facts.Day, balance.Completed, voice.Percent1(share), balance.Carried, balance.Dropped, balance.Open) + voice[balance.Holds ? "paper.balanced" : "paper.unbalanced"]));
        if (facts.Standing.Withheld.Count > 0) blocks.Add(new PaperParagraph(voice.Say("progress.withheld", facts.Standing.Withheld.Count)));
        blocks.Add(new PaperParagraph(voice.Say("progress.states", facts.Open.Count, facts.Count(FactState.DuePassed), facts.BehindFrom, facts.Count(FactState.Behind), facts.SlightlyBehindFrom,
            facts.Count(FactState.SlightlyBehind), facts.Count(FactState.OnSchedule), facts.Count(FactState.Done), facts.Count(FactState.Unknown))));
        var whole = new ThemeFacts(null, facts.Items);
        if (whole.Measured > 0) blocks.Add(new PaperParagraph(voice.Say("progress.average", whole.Measured, voice.Percent1(whole.Progress), voice.Percent1(whole.Share), voice.Against(whole.Lead))));
        blocks.Add(ThemeTable(whole));
        blocks.Add(new PaperNote(voice["progress.themes.note"]));
    }

    private PaperTable ThemeTable(ThemeFacts whole) => new(
        [Code(5), Number(2), Number(3), Number(2.2), Number(2.8), Number(2.8), Number(2.8), Number(2.4), Number(2.4)],
        [Columns("theme", "items", "completed", "open", "progress", "share", "lead", "due-passed", "behind")],
        [.. facts.Themes.Append(whole).Select(ThemeRow)])
    { Caption = voice.Say("progress.themes", facts.Revision) };

    private PaperRow ThemeRow(ThemeFacts theme) => Row(
        theme.Code is null ? new PaperRun(voice["paper.total"], Bold: true) : voice.ShortTheme(theme.Code),
        Whole(theme.Items.Count), Whole(theme.Count(FactState.Completed)), Whole(theme.Items.Count(i => i.IsOpen)),
        voice.Percent1(theme.Progress), voice.Percent1(theme.Share), voice.Forms.Signed(theme.Lead), Whole(theme.Count(FactState.DuePassed)), Whole(theme.Count(FactState.Behind)));

    private void Completed()
    {
        Heading("progress.completed");
        var done = facts.Items.Where(i => i.State == FactState.Completed).OrderBy(i => i.At.Item.EndedOn).ToList();
        blocks.Add(Lead(facts, voice.Say("progress.completed.lead", done.Count)));
        if (done.Count == 0) return;
        blocks.Add(new PaperTable([Code(2.6), Text(4.8), Text(2.8), Text(6.6)], [Columns("code", "item", "completed-on", "result")],
            [.. done.Select(i => Row(i.At.Code, voice.Title(i), voice.Day(i.At.Item.EndedOn, facts), voice.Run(i.At.Item.EndReason)))]));
    }

    private void Behind()
    {
        Heading("progress.late");
        blocks.Add(Lead(facts, voice.Say("progress.late.lead", facts.Late.Count, facts.Count(FactState.DuePassed), facts.Count(FactState.Behind), facts.BehindFrom)));
        if (facts.Late.Count > 0) blocks.Add(new FacingTable(facts, voice).Of(facts.Late));
        var slight = facts.Items.Where(i => i.State == FactState.SlightlyBehind).OrderBy(i => i.At.Lead).ToList();
        if (slight.Count == 0) return;
        blocks.Add(Lead(facts, voice.Say("progress.slight.lead", slight.Count, facts.SlightlyBehindFrom, facts.BehindFrom)));
        blocks.Add(new PaperTable([Code(2.6), Text(6.6), Text(3), Number(2), Number(2.4)], [Columns("code", "item", "due", "progress-now", "lead")],
            [.. slight.Select(i => Row(i.At.Code, voice.Title(i), voice.Day(i.At.Due, facts), voice.Percent(i.At.Progress), voice.Forms.Signed(i.At.Lead)))]));
    }

    private void Disagreements()
    {
        Heading("progress.disagree");
        var items = facts.Items.Where(i => i.At.Disagree).ToList();
        blocks.Add(Lead(facts, voice.Say("progress.disagree.lead", items.Count, facts.Region.Disagreement)));
        if (items.Count == 0) return;
        blocks.Add(new PaperTable([Code(2.6), Text(7), .. facts.Parties.Select(p => Number(Math.Clamp(voice.Party(p).Length * ShareOfCharacter, 2, 3))), Number(2)],
            [Head([voice["paper.column.code"], voice["paper.column.item"], .. facts.Parties.Select(voice.Party), voice["paper.column.gap"]])],
            [.. items.Select(i => Row([i.At.Code, voice.Title(i), .. facts.Parties.Select(p => Reported(i, p)), Gap(i)]))]));
    }

    private PaperRun Reported(ItemFacts item, string party) => item.At.Sides.FirstOrDefault(s => s.Party == party) is { } side ? voice.Percent(side.Latest?.Percent) : "";

    private PaperRun Gap(ItemFacts item)
    {
        var percents = item.At.Sides.Select(s => s.Latest?.Percent).OfType<decimal>().ToList();
        return voice.Forms.Number(percents.Max() - percents.Min());
    }

    private void Raised()
    {
        Heading("progress.raised");
        var period = facts.Standing.Round is { } round ? voice.Forms.Month(round.Period) : "–";
        blocks.Add(Lead(facts, voice.Say("progress.raised.lead", facts.Raised.Count, period)));
        if (facts.Raised.Count == 0) return;
        var rows = facts.Raised.GroupBy(a => (a.Side.Party, a.Report.Organization))
            .SelectMany(g => g.Select(RaisedRow).Prepend(Group(voice.Unit(g.Key.Party, g.Key.Organization), 3)));
        blocks.Add(new PaperTable([Code(2.6), Text(5), Text(9)], [Columns("code", "item", "ask")], [.. rows]));
    }

    private PaperRow RaisedRow(RaisedAsk ask) => Row(ask.Item.At.Code, voice.Title(ask.Item), voice.Run(ask.Report.Asks));

    private void Asks()
    {
        if (facts.Last is not { } last) return;
        blocks.Add(new PaperHeading(1, voice.Say("progress.asks", voice.ShortName(last))));
        blocks.Add(Lead(facts, voice.Say("progress.asks.lead", facts.Asks.Count, voice.ShortName(last), facts.Asks.Count - facts.Unanswered.Count, facts.Unanswered.Count)));
        if (facts.Asks.Count == 0) return;
        blocks.Add(new PaperTable([Code(2.2), Text(6), Text(10)], [Columns("ask-code", "asked", "answering")],
            [.. facts.Asks.Select(a => Row(a.Ask.Code, voice.Run(a.Ask.Text), Answer(a)))]));
    }

    private PaperRun Answer(AskFacts ask) => ask.Items.Count == 0
        ? new PaperRun(voice["paper.no-item"], Bold: true)
        : string.Join('\n', ask.Items.GroupBy(i => i.State).OrderBy(g => g.Key).Select(g => voice.Say("paper.items-in-state", g.Key, Codes(g))));

    /// <summary>Two a line, so that none is broken at its hyphen.</summary>
    private string Codes(IEnumerable<ItemFacts> items) => string.Join(voice["form.comma"].TrimEnd() + "\n", items.Select(i => i.At.Code).Chunk(2).Select(voice.Forms.Join));

    private void Reports()
    {
        Heading("progress.reports");
        if (facts.Standing.Round is not { } round)
        {
            blocks.Add(new PaperParagraph(voice["progress.reports.none"]));
            return;
        }

        blocks.Add(Lead(facts, voice.Say("progress.reports.lead", facts.ReportsDue, voice.Forms.Month(round.Period), facts.ReportsReleased, facts.ReportsLate, facts.ReportsDue - facts.ReportsReleased)));
        if (facts.Missing.Count == 0) return;
        blocks.Add(new PaperTable([Code(5), Number(1.6), Text(10)], [Columns("unit", "reports", "not-reported")],
            [.. facts.Missing.Select(m => Row(voice.Unit(m.Party, m.Unit), Whole(m.Items.Count), voice.Forms.Join(m.Items.Select(i => i.At.Code))))]));
    }

    private void Heading(string code) => blocks.Add(new PaperHeading(1, voice[code]));

    private PaperRow Columns(params IEnumerable<string> codes) => Head(codes.Select(c => voice["paper.column." + c]));

    private PaperRun Whole(int number) => voice.Forms.Number(number);
}
