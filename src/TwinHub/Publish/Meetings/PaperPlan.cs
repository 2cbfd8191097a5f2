using TwinHub.Core.Regions;
using TwinHub.Publish.Documents;

namespace TwinHub.Publish.Meetings;

/// <summary>One paper of the meeting pack: its place, who may read it, what composes it.</summary>
/// <param name="Number">From 1; <c>paper.{n}.file</c> and <c>paper.{n}.name</c> are its words.</param>
/// <param name="Class">Joint: every party. Internal: working material of the joint office and the leaders.</param>
internal sealed record PaperPlan(int Number, Class Class, Func<MeetingFacts, PaperVoice, PaperDocument> Compose)
{
    public static readonly IReadOnlyList<PaperPlan> All =
    [
        new(1, Class.Joint, (facts, voice) => new ProgressReport(facts, voice).Write()),
        new(2, Class.Joint, (facts, voice) => new NextListDraft(facts, voice).Write()),
        new(3, Class.Joint, (facts, voice) => new ItemTable(facts, voice).Write()) { ComposeWorkbook = (facts, voice) => new ItemWorkbook(facts, voice).Write() },
        new(4, Class.Internal, (facts, voice) => new Brief(facts, voice).Write()),
    ];

    public Func<MeetingFacts, PaperVoice, XlsxWorkbook>? ComposeWorkbook { get; init; }

    /// <summary>Files in each language.</summary>
    public int Formats => ComposeWorkbook is null ? 2 : 3;

    public string FileName(PaperVoice voice, string extension) => $"{voice[$"paper.{Number}.file"]}.{extension}";

    /// <summary>The paper in each of its formats: extension and bytes.</summary>
    public IEnumerable<(string Extension, byte[] Content)> Write(MeetingFacts facts, PaperVoice voice)
    {
        var paper = Compose(facts, voice);
        if (!voice.IsSpoken) paper = paper with { Blocks = [new PaperNote(voice.Say("paper.untranslated", voice.Language.Name)), .. paper.Blocks] };
        yield return ("docx", Bytes(stream => DocxWriter.Write(paper, stream)));
        yield return ("html", Bytes(stream => HtmlWriter.Write(paper, stream)));
        if (ComposeWorkbook is { } workbook) yield return ("xlsx", Bytes(stream => XlsxWriter.Write(workbook(facts, voice), stream)));
    }

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
