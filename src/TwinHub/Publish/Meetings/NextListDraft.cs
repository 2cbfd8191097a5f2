using TwinHub.Core.Items;
using TwinHub.Publish.Documents;
using static TwinHub.Publish.Meetings.PaperFront;

namespace TwinHub.Publish.Meetings;

/// <summary>A proposal for the next list: what to carry over by stated rules, and the asks that no item answers. It adopts nothing.</summary>
internal sealed class NextListDraft(MeetingFacts facts, PaperVoice voice)
{
    private readonly List<PaperBlock> blocks = [];

    public PaperDocument Write()
    {
        Rules();
        blocks.Add(new PaperPageBreak(PageShape.Landscape));
        Carried();
        Added();
        Drafts();
        return Of(facts, voice, voice.Say("next.title", Title)) with { Blocks = blocks };
    }

    public string Title => facts.Region.NextListTitle.IsEmpty ? voice["next.title.none"] : voice.In(facts.Region.NextListTitle);

    private void Rules()
    {
        blocks.Add(Lead(facts, voice.Say("next.intro", facts.Carried.Count, facts.Unanswered.Count, facts.Carried.Count + facts.Unanswered.Count)));
        if (facts.Drafts.Count > 0) blocks.Add(new PaperParagraph(voice.Say("next.intro.drafts", facts.Drafts.Count)));
        blocks.Add(new PaperParagraph(voice["next.standing"]));
        blocks.Add(new PaperHeading(1, voice["next.rules"]));
        blocks.Add(new PaperParagraph(voice["next.rules.lead"]));
        blocks.Add(new PaperList(true,
        [
            [voice.Say("next.rule.due-passed", facts.Count(FactState.DuePassed))],
            [voice.Say("next.rule.likely", facts.List.Ends, Under(2))],
            [voice.Say("next.rule.behind", facts.BehindFrom, Under(3))],
        ]));
        blocks.Add(new PaperParagraph(voice.Say("next.rules.rest", facts.Count(FactState.Done))));
        blocks.Add(new PaperSignature([voice["paper.signer"]], voice.Forms.Day(facts.Day)));
    }

    private int Under(int rule) => facts.Carried.Count(c => c.Rules.Contains(rule));

    private void Carried()
    {
        blocks.Add(new PaperHeading(1, voice.Say("next.carried", facts.Carried.Count)));
        if (facts.Carried.Count == 0) return;
        var rows = facts.Carried.GroupBy(c => c.Item.At.Theme).OrderBy(g => facts.Themes.ToList().FindIndex(t => t.Code == g.Key))
            .SelectMany(g => g.Select(CarriedRow).Prepend(Group(voice.Theme(g.Key), 7 + facts.Parties.Count)));
        blocks.Add(new PaperTable(
            [Code(3), Text(4), Text(6), .. facts.Parties.Select(_ => Text(2.7)), Text(3), Number(1.7), Text(1.9), Text(2)],
            [Head([.. Columns("code-now", "item", "scope"), .. facts.Parties.Select(p => voice.Say("paper.column.leads", voice.Party(p))), .. Columns("due-now", "progress-now", "rule", "due-new")])], [.. rows]));
    }

    private PaperRow CarriedRow(CarryProposal carry)
    {
        var at = carry.Item.At;
        return Row([at.Code, voice.Title(carry.Item), voice.Run(at.Scope), .. facts.Parties.Select(p => Leads(at.Item, p)),
            voice.Day(at.Due, facts), voice.Percent(at.Progress), voice.Forms.Join(carry.Rules.Select(r => voice.Say("next.rule.number", r))), voice["next.open"]]);
    }

    private PaperRun Leads(Item item, string party) => voice.Units(item.LeadsOf(party).Select(u => u.Organization));

    private void Added()
    {
        blocks.Add(new PaperHeading(1, voice.Say("next.added", facts.Unanswered.Count)));
        if (facts.Last is { } last) blocks.Add(Lead(facts, voice.Say("next.added.lead", voice.ShortName(last))));
        if (facts.Unanswered.Count == 0) return;
        blocks.Add(new PaperTable([Code(2.3), Text(8), Text(3), .. facts.Parties.Select(_ => Text(3)), Text(2.4)],
            [Head([.. Columns("ask-code", "asked", "theme"), .. facts.Parties.Select(p => voice.Say("paper.column.leads", voice.Party(p))), .. Columns("due")])],
            [.. facts.Unanswered.Select(a => Row([a.Ask.Code, voice.Run(a.Ask.Text), voice.ShortTheme(a.Ask.Theme), .. facts.Parties.Select(_ => new PaperRun(voice["next.open"])), voice["next.open"]]))]));
    }

    private void Drafts()
    {
        if (facts.Drafts.Count == 0) return;
        blocks.Add(new PaperHeading(1, voice.Say("next.drafts", facts.Drafts.Count)));
        blocks.Add(new PaperTable([Code(2.3), Text(4), Text(7), .. facts.Parties.Select(_ => Text(3)), Text(2.4)],
            [Head([.. Columns("code", "item", "scope"), .. facts.Parties.Select(p => voice.Say("paper.column.leads", voice.Party(p))), .. Columns("due")])],
            [.. facts.Drafts.Select(d => Row([d.Code, voice.Run(d.Title), voice.Run(d.Scope), .. facts.Parties.Select(p => Leads(d, p)), voice.Forms.Day(d.Due)]))]));
    }

    private IEnumerable<string> Columns(params IEnumerable<string> codes) => codes.Select(c => voice["paper.column." + c]);
}
