using System.CommandLine;
using System.Data.Common;
using TwinHub.Core;
using TwinHub.Language;
using TwinHub.Web;

namespace TwinHub;

/// <summary>The verbs. What goes wrong in one ends here: said on the error stream, and as the exit code.</summary>
internal static class CommandLine
{
    private const string ExitCodes = "Exit codes: 0 done, 1 the data is at fault, 2 the call is, 3 the machine is.";

    public static async Task<int> RunAsync(string[] args)
    {
        var call = Root().Parse(Whole(args));
        try
        {
            var exit = await call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return call.Errors.Count > 0 ? ExitCode.Call : exit;
        }
        catch (Exception fault) when (Read(fault) is var (code, message))
        {
            await Console.Error.WriteLineAsync(message);
            return code;
        }
    }

    /// <summary>Without a verb the demonstration starts: <c>twinhub</c>, <c>twinhub --pack packs/example</c>.</summary>
    public static string[] Whole(string[] args) =>
        args is [] || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version")) ? ["serve", "--demo", "--prepare", .. args] : args;

    public static RootCommand Root()
    {
        var root = new RootCommand("TwinHub: the record of what governments develop together. " + ExitCodes);
        foreach (var verb in Verbs.AllVerbs.Commands) root.Subcommands.Add(verb);
        foreach (var verb in Leaves(root)) verb.Description += " " + ExitCodes;
        return root;
    }

    public static IEnumerable<Command> Leaves(Command command) => command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);

    /// <summary>Null for what is our own defect: that ends with its trace.</summary>
    private static (int Code, string Message)? Read(Exception fault) => fault switch
    {
        RefusedException refused => (ExitCode.Data, Words.In("en").Say(refused.Refusal)),
        NotFoundException missing => (ExitCode.Data, $"There is no {missing.Kind} {missing.Key}."),
        FileNotFoundException => (ExitCode.Call, fault.Message),
        IOException or UnauthorizedAccessException or DbException => (ExitCode.Machine, fault.Message),
        OperationCanceledException => (ExitCode.Machine, "Stopped before it was done. Nothing was written."),
        _ => null,
    };
}

internal static class ExitCode
{
    public const int Done = 0, Data = 1, Call = 2, Machine = 3;
}
