using System.CommandLine;

namespace TwinHub.Verbs;

/// <summary>All verbs of the command line, in the order of its help.</summary>
internal static class AllVerbs
{
    public static IReadOnlyList<Command> Commands => [Serve.Verb(), Prepare.Verb(), PackVerbs.Verb(), Workbook.Import(), Workbook.Export(), Verify.Verb(), Accounts.Verb()];
}
