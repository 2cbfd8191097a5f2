using Microsoft.EntityFrameworkCore;
using TwinHub.Data;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Data;

/// <summary>Commits wait for the disk together.</summary>
public sealed class LogSyncTests
{
    [Fact]
    public async Task All_who_wait_are_answered_also_where_the_log_is_emptied_meanwhile()
    {
        var path = Path.GetTempFileName();
        var sync = LogSync.Of(path);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            if (i == 100) File.Delete(path);
            await sync.DurableAsync();
        }))).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_disk_that_refuses_is_told_to_each_who_waits_and_to_the_next()
    {
        var folder = Directory.CreateTempSubdirectory("twinhub-log-");
        var sync = LogSync.Of(folder.FullName); // a folder is no log
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Assert.ThrowsAnyAsync<Exception>(sync.DurableAsync)));
        await Assert.ThrowsAnyAsync<Exception>(sync.DurableAsync);
        folder.Delete();
    }

    [Fact]
    public async Task Connections_commit_without_the_disk_and_overwrite_what_is_deleted()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        for (var i = 0; i < 3; i++) // new, and from the pool
        {
            var found = await record.ReadAsync(async db =>
            {
                await db.Database.OpenConnectionAsync();
                return (await NumberAsync(db, "synchronous"), await NumberAsync(db, "secure_delete"), await NumberAsync(db, "busy_timeout"));
            });
            Assert.Equal((1L, 1L, 30_000L), found);
            await record.CallAsync($"023 {i}");
        }

        await record.AssertSoundAsync();
    }

    private static async Task<long> NumberAsync(TwinHubDb db, string pragma)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
