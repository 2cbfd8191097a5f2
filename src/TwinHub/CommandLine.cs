using System.CommandLine;


namespace TwinHub;

/// <summary>The verbs. Exit codes: 0 done, 1 the data is at fault, 2 the call is, 3 the machine is.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("TwinHub: the record of what governments develop together.");
        foreach (var verb in Verbs.AllVerbs.Commands) root.Subcommands.Add(verb);
        var call = root.Parse(args.Length == 0 ? ["serve", "--demo", "--prepare"] : args);
        if (call.Errors.Count > 0)
        {
            await call.InvokeAsync();
            return ExitCode.Call;
        }

        return await call.InvokeAsync();
    }
}

internal static class ExitCode
{
    public const int Done = 0, Data = 1, Call = 2, Machine = 3;
}
