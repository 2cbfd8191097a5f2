using Microsoft.EntityFrameworkCore;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Data;

public sealed class FoundedRecordTests
{
    public static TheoryData<string, string> EnginesAndPacks =>
        [.. from engine in Engines.Chosen from pack in (string[])[PackFolders.ThreeParties, PackFolders.FirstRegion] select (engine, pack)];

    [Theory, MemberData(nameof(EnginesAndPacks))]
    public async Task A_pack_founds_a_record_with_its_items(string engine, string pack)
    {
        await using var record = await TestRecord.FoundedAsync(engine, pack);
        var items = await record.ReadAsync(db => db.Items.AsNoTracking().CountAsync());
        Assert.True(items > 5);
        Assert.True(record.Today.IsPinned);
    }
}
