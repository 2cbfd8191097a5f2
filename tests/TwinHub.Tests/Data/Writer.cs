using System.Diagnostics;
using System.Globalization;
using TwinHub.Data;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Data;

/// <summary>Another process that commits acts to a record and says which, until it is killed.</summary>
internal sealed class Writer : IDisposable
{
    private readonly Process process;
    private readonly List<string> said = [];
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task reading;

    private Writer(Process process)
    {
        this.process = process;
        reading = Task.Run(ReadAsync);
    }

    /// <summary>Acts that it said were committed, so far.</summary>
    public string[] Said
    {
        get
        {
            lock (said) return [.. said];
        }
    }

    /// <summary>Starts one that writes to many SQLite records at the same time, and waits until each has an act.</summary>
    public static async Task<Writer> StartAsync(IReadOnlyCollection<Store> stores, string name)
    {
        var writer = await StartAsync(new Store(string.Join(Path.PathSeparator, stores.Select(s => s.Folder)), null), name);
        while (writer.Said.Select(s => s[..s.LastIndexOf('-')]).Distinct().Count() < stores.Count && !writer.reading.IsCompleted) await Task.Delay(1);
        return writer;
    }

    /// <summary>Starts one and waits for its first act.</summary>
    public static async Task<Writer> StartAsync(Store store, string name)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var program = Path.Combine(PackFolders.Root, "artifacts", "bin", "RecordWriter", configuration, "RecordWriter.dll");
        string[] words = store.Postgres is { } postgres ? [program, store.Folder, name, postgres] : [program, store.Folder, name];
        var writer = new Writer(Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true })!);
        await Task.WhenAny(writer.first.Task, writer.reading);
        Assert.NotEmpty(writer.Said);
        return writer;
    }

    /// <summary>kill -9.</summary>
    /// <returns>All that it said.</returns>
    public async Task<string[]> KillAsync()
    {
        process.Kill();
        await reading;
        await process.WaitForExitAsync();
        return Said;
    }

    /// <summary>Stops it where it stands, so that its files are those that a kill would leave, does something, and lets it go on.</summary>
    public async Task FrozenAsync(Func<Task> look)
    {
        await SignalAsync("STOP");
        while (!await IsStoppedAsync()) await Task.Yield();
        await look();
        await SignalAsync("CONT");
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private async Task<bool> IsStoppedAsync()
    {
        foreach (var thread in Directory.GetDirectories($"/proc/{process.Id}/task"))
        {
            var state = await File.ReadAllTextAsync(Path.Combine(thread, "stat"));
            if (state[state.LastIndexOf(')') + 2] != 'T') return false;
        }

        return true;
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (said) said.Add(line);
            first.TrySetResult();
        }
    }
}
