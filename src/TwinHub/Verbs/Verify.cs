using System.CommandLine;
using System.Globalization;
using TwinHub.Data.Journal;
using TwinHub.Merkle;

namespace TwinHub.Verbs;

/// <summary><c>verify</c>: holds the whole record against its entries. <c>verify FILE</c>: checks an export offline, with nothing but the file.</summary>
internal static class Verify
{
    private static readonly Argument<FileInfo?> Export = new("FILE") { Description = "Export of a journal; without one, the record in --data.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Key = new("--key") { Description = "Public key of the log, got by another way than the file." };
    private static readonly Option<FileInfo[]> Heads = new("--head") { Description = "Signed head kept from earlier; the file must continue it. May stand more than once." };

    public static Command Verb()
    {
        var verify = new Command("verify", "Verifies a record, or an export. Examples: twinhub verify --data data --json; twinhub verify journal.jsonl --key KEY")
        { Export, RecordOptions.Data, RecordOptions.Json, Key, Heads };
        verify.SetAction(RunAsync);
        return verify;
    }

    private static Task<int> RunAsync(ParseResult call, CancellationToken cancel)
    {
        if (call.GetValue(Export) is { } file) return FileAsync(call, file, cancel);
        return Directory.Exists(RecordOptions.Folder(call).FullName) ? RecordOptions.InScopeAsync(call, (services, c) => RecordAsync(call, services, c), cancel)
            : SaidAsync($"There is no record in {RecordOptions.Folder(call)}.", ExitCode.Call);
    }

    private static async Task<int> RecordAsync(ParseResult call, IServiceProvider services, CancellationToken cancel)
    {
        var verdict = await services.GetRequiredService<VerifyRecord>().HandleAsync(null, cancel);
        if (call.GetValue(RecordOptions.Json)) Report.Print(new { entries = verdict.Entries, root = verdict.Root, replay = Replay(verdict) });
        else
        {
            Console.WriteLine($"{verdict.Entries} entries, root {verdict.Root}");
            Console.WriteLine(verdict.Replay == VerifyRecord.Equal ? $"The replay gives exactly the {verdict.Rows} rows of the tables." : $"{verdict.Differences} differences; the first: {Named(verdict.First!)}");
            if (verdict.Expunged > 0) Console.WriteLine($"{verdict.Expunged} texts are gone, expunged by {string.Join(", ", verdict.ExpungedBy.Select(by => $"#{by.ToString(CultureInfo.InvariantCulture)}"))}.");
        }

        return verdict.ExitCode;
    }

    private static async Task<int> FileAsync(ParseResult call, FileInfo file, CancellationToken cancel)
    {
        try
        {
            var heads = await Task.WhenAll((call.GetValue(Heads) ?? []).Select(async head => Checkpoint.Parse(SignedNote.Parse(await File.ReadAllBytesAsync(head.FullName, cancel)).Text)));
            var key = call.GetValue(Key) is { } given ? NoteKey.Parse(given) : null;
            await using var input = file.OpenRead();
            return Say(call, await new VerifyExport(key, heads).HandleAsync(input, cancel));
        }
        catch (FormatException fault)
        {
            return await SaidAsync(fault.Message, ExitCode.Data);
        }
    }

    private static int Say(ParseResult call, VerifyExport.Verdict verdict)
    {
        if (call.GetValue(RecordOptions.Json)) Report.Print(verdict);
        else
        {
            Console.WriteLine($"{verdict.Origin}, for {verdict.Audience}: {verdict.Entries} entries, {verdict.Clear} in clear, root {verdict.Root}");
            Console.WriteLine($"Signature: {verdict.Signature}. {(verdict.IsSound ? "Sound." : $"{verdict.Differences} differences; the first: {Named(verdict.First!)}")}");
        }

        return verdict.ExitCode;
    }

    /// <summary>equal, or what differs first.</summary>
    private static string Replay(VerifyRecord.Verdict verdict) => verdict.First is { } first ? $"differs: {Named(first)}" : verdict.Replay;

    private static string Named(Difference first) => string.Join(' ', new[]
    {
        first.What, first.Entry is { } entry ? "entry " + entry.ToString(CultureInfo.InvariantCulture) : null, first.Entity, first.Key, first.Column,
        first.Expected is { } expected ? $"expected \"{expected}\"" : null, first.Found is { } found ? $"found \"{found}\"" : null,
    }.OfType<string>());

    private static async Task<int> SaidAsync(string message, int exitCode)
    {
        await Console.Error.WriteLineAsync(message);
        return exitCode;
    }
}
