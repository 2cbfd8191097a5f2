using TwinHub.Tests.Record;

namespace TwinHub.Tests.Data;

public sealed class PreparedRecordTests
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Preparing_a_record_again_changes_nothing_in_it(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await record.CallAsync("023 1");
        var before = await record.VerifyAsync();
        await record.UseAsync(db => record.Store.PrepareAsync(db, TestContext.Current.CancellationToken));
        var after = await record.VerifyAsync();
        Assert.Equal((before.Entries, before.Root, before.Replay, before.Rows), (after.Entries, after.Root, after.Replay, after.Rows));
        await record.CallAsync("023 2");
        await record.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_empty_record_verifies(string engine)
    {
        await using var record = await TestRecord.EmptyAsync(engine);
        var verdict = await record.VerifyAsync();
        Assert.Equal((0L, 0, Merkle.Hash.OfEmptyTree.ToBase64()), (verdict.Entries, verdict.ExitCode, verdict.Root));
    }
}
