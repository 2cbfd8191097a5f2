using TwinHub.Tests.Record;

namespace TwinHub.Tests.Verbs;

public sealed class OneRegionTests
{
    [Fact]
    public void Without_a_verb_the_demonstration_starts_with_the_options_given()
    {
        Assert.Equal(["serve", "--demo", "--prepare"], CommandLine.Whole([]));
        Assert.Equal(["serve", "--demo", "--prepare", "--pack", "packs/example"], CommandLine.Whole(["--pack", "packs/example"]));
        Assert.Equal(["--help"], CommandLine.Whole(["--help"]));
        Assert.Equal(["verify"], CommandLine.Whole(["verify"]));
    }

    [Fact]
    public async Task A_record_that_holds_a_region_refuses_the_pack_of_another_and_stays_as_it_is()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        var (said, before) = (new StringWriter(), Console.Error);
        Console.SetError(said);
        var exit = await CommandLine.RunAsync(["prepare", "--data", record.Store.Folder, "--pack", PackFolders.Of("rhine"), "--out", Path.Combine(record.Store.Folder, "out")]);
        Console.SetError(before);
        Assert.Equal(ExitCode.Data, exit);
        Assert.Contains("three-rivers", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("--data", said.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(record.Store.Folder, "out")));
    }

    [Theory]
    [InlineData(null, null, "data")]
    [InlineData("packs/example", null, "data-example")]
    [InlineData("packs/example", "elsewhere", "elsewhere")]
    public void A_pack_that_is_named_has_a_folder_of_its_own(string? pack, string? data, string folder)
    {
        string[] words = ["prepare", .. pack is null ? [] : new[] { "--pack", pack }, .. data is null ? [] : new[] { "--data", data }];
        Assert.Equal(folder, TwinHub.Verbs.RecordOptions.Folder(CommandLine.Root().Parse(words)).Name);
    }
}
