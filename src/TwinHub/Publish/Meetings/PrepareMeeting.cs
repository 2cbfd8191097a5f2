using TwinHub.Core;
using TwinHub.Data;
using TwinHub.Language;

namespace TwinHub.Publish.Meetings;

/// <summary>Prepares the next meeting (编制会议材料): reads the record and writes its papers in every language of the region. It changes nothing in the record.</summary>
public sealed class PrepareMeeting(ReadMeetingFacts read, ReferenceCache references)
{
    private static readonly SemaphoreSlim One = new(1, 1); // two at a time would write over each other

    /// <param name="Folder">The pack goes into a folder below it, named by the meeting.</param>
    /// <param name="OnlyIfStale">Leaves a pack that already rests on this record, day and build.</param>
    public sealed record Command(string Folder, bool OnlyIfStale = false);

    /// <param name="Folder">Where the pack lies.</param>
    /// <param name="WasCurrent">Nothing was written: it was up to date.</param>
    public sealed record Prepared(MeetingPack Pack, string Folder, bool WasCurrent);

    /// <summary>How far a run is: files written, of how many.</summary>
    public readonly record struct Step(string File, int Done, int Total);

    /// <exception cref="RefusedException">The reasons of <see cref="ReadMeetingFacts.HandleAsync"/>. Nothing is written.</exception>
    /// <exception cref="IOException">The folder cannot be written; so too <see cref="UnauthorizedAccessException"/>.</exception>
    public async Task<Prepared> HandleAsync(Command command, IProgress<Step>? progress, CancellationToken cancel)
    {
        await One.WaitAsync(cancel);
        try
        {
            if (command.OnlyIfStale && await CurrentAsync(command.Folder, cancel) is { } current) return current;
            var facts = await read.HandleAsync(cancel);
            return await WriteAsync(facts, PackFolder(command.Folder, facts.Meeting.Code), progress, cancel);
        }
        finally
        {
            One.Release();
        }
    }

    private static Guid Build => typeof(PrepareMeeting).Module.ModuleVersionId;

    private static string PackFolder(string folder, string meeting) => Path.Combine(folder, Path.GetFileName(meeting));

    private async Task<Prepared?> CurrentAsync(string folder, CancellationToken cancel)
    {
        if ((await references.GetAsync(cancel))?.Region.NextMeeting is not { } meeting) return null;
        var at = PackFolder(folder, meeting);
        var (size, root, day) = await read.HeadAsync(cancel);
        return MeetingPack.Read(at) is { } pack && pack.Journal == new PackRecord(size, root) && pack.AsOf == day && pack.Program == Build && pack.IsWhole(at) ? new(pack, at, true) : null;
    }

    private static async Task<Prepared> WriteAsync(MeetingFacts facts, string folder, IProgress<Step>? progress, CancellationToken cancel)
    {
        var (files, untranslated, old) = (new List<PackFile>(), new SortedDictionary<string, int>(StringComparer.Ordinal), MeetingPack.Read(folder));
        Directory.CreateDirectory(folder);
        File.Delete(Path.Combine(folder, MeetingPack.FileName)); // until the last file is there, there is no pack
        var jobs = RegionLanguage.Of(facts.Region).Select(l => new PaperVoice(l, facts.Reference)).SelectMany(v => PaperPlan.All.Select(p => (Voice: v, Plan: p))).ToList();
        var total = jobs.Sum(j => j.Plan.Formats);
        foreach (var (voice, plan) in jobs)
        {
            foreach (var (extension, content) in plan.Write(facts, voice))
            {
                files.Add(await SaveAsync(folder, (voice, plan, extension), content, cancel));
                progress?.Report(new(files[^1].Path, files.Count, total));
            }

            untranslated[voice.Language.Code] = voice.Untranslated;
        }

        foreach (var stale in old?.Files.ExceptBy(files.Select(f => f.Path), f => f.Path) ?? []) File.Delete(stale.In(folder));
        var pack = Manifest(facts, files, untranslated);
        await File.WriteAllTextAsync(Path.Combine(folder, MeetingPack.FileName), pack.ToJson(), cancel);
        return new(pack, folder, false);
    }

    private static async Task<PackFile> SaveAsync(string folder, (PaperVoice Voice, PaperPlan Plan, string Extension) paper, byte[] content, CancellationToken cancel)
    {
        var language = paper.Voice.Language.Code;
        var file = new PackFile($"{language}/{paper.Plan.FileName(paper.Voice, paper.Extension)}", language, paper.Plan.Number, paper.Plan.Class, content.Length, PackFile.Digest(content));
        Directory.CreateDirectory(Path.GetDirectoryName(file.In(folder))!);
        await File.WriteAllBytesAsync(file.In(folder), content, cancel);
        return file;
    }

    private static MeetingPack Manifest(MeetingFacts facts, IReadOnlyList<PackFile> files, IReadOnlyDictionary<string, int> untranslated) => new(facts.Meeting.Code, facts.List.Code, facts.Revision, facts.Day)
    {
        Name = new SortedDictionary<string, string>(RegionLanguage.Of(facts.Region).ToDictionary(l => l.Code, l => new PaperVoice(l, facts.Reference).Heading(facts.Meeting)), StringComparer.Ordinal),
        NextList = facts.Region.NextList,
        Journal = new(facts.JournalSize, facts.JournalRoot),
        Program = Build,
        Sample = facts.Sample,
        Counts = Counts(facts),
        Untranslated = untranslated,
        Files = files,
    };

    private static Dictionary<string, int> Counts(MeetingFacts facts) => new(StringComparer.Ordinal)
    {
        ["adopted"] = facts.Balance.Adopted,
        ["added"] = facts.Balance.Added,
        ["open"] = facts.Balance.Open,
        ["completed"] = facts.Balance.Completed,
        ["carried_over"] = facts.Balance.Carried,
        ["dropped"] = facts.Balance.Dropped,
        ["past_due"] = facts.Count(FactState.DuePassed),
        ["behind"] = facts.Count(FactState.Behind),
        ["slightly_behind"] = facts.Count(FactState.SlightlyBehind),
        ["on_schedule"] = facts.Count(FactState.OnSchedule),
        ["done"] = facts.Count(FactState.Done),
        ["unknown"] = facts.Count(FactState.Unknown),
        ["asks"] = facts.Asks.Count,
        ["asks_without_item"] = facts.Unanswered.Count,
        ["reports_due"] = facts.ReportsDue,
        ["reports_released"] = facts.ReportsReleased,
        ["carried_proposed"] = facts.Carried.Count,
    };
}
