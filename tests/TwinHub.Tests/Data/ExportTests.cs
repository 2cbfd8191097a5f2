using System.Text;
using System.Text.Json.Nodes;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data.Journal;
using TwinHub.Merkle;
using TwinHub.Tests.Record;
using static TwinHub.Tests.Data.Acts;

namespace TwinHub.Tests.Data;

public sealed class ExportTests
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_export_proves_the_whole_journal_offline(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await record.ReportAsync("Complaints of noise");
        var verdict = await VerifyAsync(await ExportAsync(record, SouthOffice));
        var whole = await record.VerifyAsync();
        Assert.Equal((true, whole.Entries, whole.Root, "own"), (verdict.IsSound, verdict.Entries, verdict.Root, verdict.Signature));
        Assert.Equal((3L, "south", "three-rivers"), (verdict.Clear, verdict.Audience, verdict.Origin)); // joint, its contacts, its report
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Nothing_of_an_unreleased_report_is_in_another_partys_export(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        var report = await record.ReportAsync("Complaints of noise");
        var north = Encoding.UTF8.GetString(await ExportAsync(record, NorthOffice));
        foreach (var trace in new[] { "noise", "report.written", report.ToString("D"), SouthOffice.Account.ToString("D") }) Assert.DoesNotContain(trace, north, StringComparison.Ordinal);
        Assert.Contains("noise", Encoding.UTF8.GetString(await ExportAsync(record, SouthOffice)), StringComparison.Ordinal);
        await record.ReleaseAsync(report);
        Assert.Contains("noise", Encoding.UTF8.GetString(await ExportAsync(record, NorthOffice)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_that_was_changed_anywhere_is_found()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        await record.ReportAsync("Complaints of noise");
        var lines = Encoding.UTF8.GetString(await ExportAsync(record, SouthOffice)).Split('\n');
        Assert.Equal("head.root", await FirstAsync(lines, 5, l => l.Replace("\"Percent\":\"60\"", "\"Percent\":\"90\"", StringComparison.Ordinal)));
        Assert.Equal("value.digest", await FirstAsync(lines, 5, l => l.Replace("noise", "music", StringComparison.Ordinal)));
        Assert.Equal("value.missing", await FirstAsync(lines, 5, l => l[..l.LastIndexOf(",\"values\"", StringComparison.Ordinal)] + "}"));
        Assert.Equal("head.root", await FirstAsync(lines, 2, l => l.Replace("\"hash\":\"", "\"hash\":\"" + Hash.OfEmptyTree.ToBase64() + "\",\"was\":\"", StringComparison.Ordinal)));
        Assert.Equal("head.signature", await FirstAsync(lines, 0, l => l, NoteSigner.Create("three-rivers", NoteKeyKind.Log).Key));
        Assert.Equal("entry.gap", (await VerifyAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, i) => i != 2))))).First!.What);
    }

    [Fact]
    public async Task A_file_that_a_tool_wrote_anew_is_the_same_export()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        var lines = Encoding.UTF8.GetString(await ExportAsync(record, SouthOffice)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var escaped = lines.Select(l => JsonNode.Parse(l)!.ToJsonString()); // "ü" comes out as an escape: other bytes, the same JSON
        Assert.NotEqual(lines, escaped);
        Assert.True((await VerifyAsync(Encoding.UTF8.GetBytes(string.Join('\n', escaped)))).IsSound);
    }

    [Fact]
    public async Task A_head_that_was_kept_must_be_continued()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        var kept = (await SignAsync(record)).Checkpoint;
        await record.ReportAsync("Complaints of noise");
        var file = await ExportAsync(record, EastOffice);
        Assert.True((await VerifyAsync(file, null, kept)).IsSound);
        var other = new Checkpoint(kept.Origin, new TreeHead(kept.Head.Size, Hash.OfEmptyTree));
        Assert.Equal("head.held", (await VerifyAsync(file, null, other)).First!.What);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_head_is_signed_by_a_key_that_only_its_owner_reads(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        var (first, second) = (await SignAsync(record), await SignAsync(record));
        Assert.Equal(first.Key, second.Key);
        Assert.True(SignedNote.Parse(Encoding.UTF8.GetBytes(first.Note)).Verify(NoteKey.Parse(first.Key)).IsTrusted);
        Assert.Equal((await record.VerifyAsync()).Root, first.Checkpoint.Head.Root.ToBase64());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(record.Store.Folder, "journal.key")));
    }

    [Fact]
    public async Task A_record_that_was_set_back_signs_no_more()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        await using var old = await TestRecord.FoundedAsync(Engines.Sqlite);
        await record.CallAsync("1");
        await SignAsync(record);
        foreach (var name in new[] { "journal.key", "journal.head" }) File.Copy(Path.Combine(record.Store.Folder, name), Path.Combine(old.Store.Folder, name));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => SignAsync(old));
        Assert.Equal("journal.forked", refused.Refusal.Code);
        await old.CallAsync("2");
        await old.CallAsync("3");
        await Assert.ThrowsAsync<RefusedException>(() => SignAsync(old));
    }

    internal static Task<SignTreeHead.Signed> SignAsync(TestRecord record) => record.ReadAsync(async db =>
    {
        using var key = new LogKey(record.Store);
        return await new SignTreeHead(db, record.Store, key).HandleAsync(CancellationToken.None);
    });

    internal static Task<byte[]> ExportAsync(TestRecord record, Actor actor) => record.ReadAsync(async db =>
    {
        using var key = new LogKey(record.Store);
        using var output = new MemoryStream();
        await new ExportJournal(db, new SignTreeHead(db, record.Store, key)).HandleAsync(output, actor, CancellationToken.None);
        return output.ToArray();
    });

    internal static Task<VerifyExport.Verdict> VerifyAsync(byte[] file, NoteKey? key = null, params Checkpoint[] held) =>
        new VerifyExport(key, held).HandleAsync(new MemoryStream(file), CancellationToken.None);

    private static async Task<string> FirstAsync(string[] lines, int line, Func<string, string> change, NoteKey? key = null)
    {
        var changed = lines.Select((l, i) => i == line ? change(l) : l);
        return (await VerifyAsync(Encoding.UTF8.GetBytes(string.Join('\n', changed)), key)).First!.What;
    }
}
