using TwinHub.Publish.Documents;

namespace TwinHub.Publish.Meetings;

/// <summary>What every paper of a meeting bears: title, stage, meeting, day and revision, the sample mark, and the record it rests on.</summary>
internal static class PaperFront
{
    public static PaperDocument Of(MeetingFacts facts, PaperVoice voice, string title) => new(voice.Tag, title)
    {
        StageMark = voice["paper.stage"],
        Subtitle = voice.Say("paper.for", voice.Name(facts.Meeting)),
        AsOf = voice.Say("paper.as-of", facts.Day, facts.Revision),
        SampleNote = facts.Sample ? voice.Say("paper.sample", voice.In(facts.Region.SampleNote)) : null,
        SampleTag = voice["sample"],
        Footer = Footer(facts, voice),
    };

    public static string Footer(MeetingFacts facts, PaperVoice voice) =>
        voice.Say("paper.footer", facts.List.Code, facts.Revision, facts.Day, facts.JournalSize, facts.JournalRoot[..12]);

    /// <summary>Behind a lead-in, where the block that follows holds sample data.</summary>
    public static PaperParagraph Lead(MeetingFacts facts, string text) => new([new PaperRun(text, Sample: facts.Sample)]);

    public static PaperRow Head(params IEnumerable<string> cells) => new([.. cells.Select(c => new PaperCell(c))]);

    public static PaperRow Group(PaperRun run, int span) => new([new PaperCell([run], span)], IsGroup: true);

    public static PaperRow Row(params IEnumerable<PaperRun> cells) => new([.. cells.Select(c => new PaperCell([c]))]);

    public static PaperColumn Code(double share) => new(share, HeadsRow: true);

    public static PaperColumn Number(double share) => new(share, ColumnAlignment.End);

    public static PaperColumn Text(double share) => new(share);

    public static PaperColumn Centre(double share) => new(share, ColumnAlignment.Centre);
}
