using System.Collections.Concurrent;

namespace TwinHub.Data;

/// <summary>
/// Brings SQLite's log to the disk, once for all commits that wait: whoever asks while one write runs shares the next. What the log no longer holds,
/// SQLite itself brought to the disk with the database.
/// </summary>
public sealed class LogSync
{
    private static readonly ConcurrentDictionary<string, LogSync> Logs = new(StringComparer.Ordinal);
    private static readonly LogSync OfServer = new(null);
    private readonly string? path;
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private Task? next;

    private LogSync(string? path) => this.path = path;

    /// <summary>The one of a log: whoever writes to it in this process shares it.</summary>
    /// <param name="path">The write-ahead log; null: the database server does this.</param>
    public static LogSync Of(string? path) => path is null ? OfServer : Logs.GetOrAdd(path, p => new(p));

    /// <summary>Ends when every commit before this call is on disk.</summary>
    /// <exception cref="IOException">The disk refused: it is not known what of the last commits it holds.</exception>
    public Task DurableAsync()
    {
        if (path is null) return Task.CompletedTask;
        lock (gate)
        {
            if (next is not null) return next;
            return running.IsCompleted ? running = Task.Run(Flush) : next = AfterAsync(running);
        }
    }

    private async Task AfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (gate) (running, next) = (next!, null);
        Flush();
    }

    private void Flush()
    {
        try
        {
            using var log = File.OpenHandle(path!, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(log);
        }
        catch (FileNotFoundException)
        {
            // emptied into the database and removed: the last connection was closed
        }
    }
}
