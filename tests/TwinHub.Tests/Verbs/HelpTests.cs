using System.CommandLine;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Verbs;

public sealed class HelpTests
{
    private static readonly string Formats = File.ReadAllText(Path.Combine(PackFolders.Root, "docs", "formats", "commands.md"));

    public static TheoryData<string> Verbs => [.. CommandLine.Leaves(CommandLine.Root()).Select(WordsOf)];

    [Theory, MemberData(nameof(Verbs))]
    public void Every_verb_shows_an_example_and_its_exit_codes(string verb)
    {
        var description = Named(verb).Description!;
        Assert.Contains("Example", description, StringComparison.Ordinal);
        Assert.Contains("0 done, 1 the data is at fault, 2 the call is, 3 the machine is", description, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Verbs))]
    public void What_a_verb_reports_as_JSON_is_documented(string verb)
    {
        if (Named(verb).Options.Any(o => o.Name == "--json")) Assert.Contains($"## {verb}\n", Formats, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_not_known_is_a_fault_of_the_call() => Assert.Equal(ExitCode.Call, await CommandLine.RunAsync(["prepare", "--nowhere"]));

    [Fact]
    public async Task A_verb_without_a_record_to_act_on_says_which_account_it_lacks()
    {
        await using var record = await TestRecord.EmptyAsync(Engines.Sqlite);
        Assert.Equal(ExitCode.Call, await CommandLine.RunAsync(["export", "list", "2024H1", "--data", record.Store.Folder, "--out", "list.xlsx"]));
    }

    private static Command Named(string verb) => CommandLine.Leaves(CommandLine.Root()).Single(c => WordsOf(c) == verb);

    private static string WordsOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{WordsOf(parent)} {command.Name}" : command.Name;
}
