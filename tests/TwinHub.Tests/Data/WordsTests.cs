using Microsoft.EntityFrameworkCore;
using TwinHub.Data.Journal;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Data;

public sealed class WordsTests
{
    private static readonly string Expected = Path.Combine(PackFolders.Root, "tests", "TwinHub.Tests", "Expected", "journal-words.txt");

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task The_words_of_the_journal_never_change(string engine)
    {
        await using var record = await TestRecord.EmptyAsync(engine);
        var words = await record.ReadAsync(db => Task.FromResult(Words(db)));
        var known = await File.ReadAllLinesAsync(Expected, TestContext.Current.CancellationToken);
        var gone = known.Except(words).ToList();
        Assert.True(gone.Count == 0, $"Entries speak of these and nothing answers to them any more. Keep the word with HasWord in the configuration: {string.Join(", ", gone)}");
        var added = words.Except(known).ToList();
        if (Environment.GetEnvironmentVariable("TWINHUB_ACCEPT") == "1") await File.WriteAllLinesAsync(Expected, words, TestContext.Current.CancellationToken);
        else Assert.True(added.Count == 0, $"New words. Once released they stay for good; to accept them run this test with TWINHUB_ACCEPT=1: {string.Join(", ", added)}");
    }

    [Fact]
    public async Task No_two_columns_have_one_word()
    {
        await using var record = await TestRecord.EmptyAsync(Engines.Sqlite);
        var words = await record.ReadAsync(db => Task.FromResult(Words(db)));
        Assert.Equal(words.Distinct(), words);
    }

    private static string[] Words(DbContext db) => [.. db.Model.GetEntityTypes().Where(e => JournalModel.IsJournaled(e) || JournalModel.IsBulk(e))
        .SelectMany(e => e.GetProperties().Select(p => $"{JournalModel.Word(e)}.{JournalModel.Word(p)}")).Order(StringComparer.Ordinal)];
}
