using System.Diagnostics;
using Npgsql;

namespace TwinHub.Tests.Record;

/// <summary>One PostgreSQL for a run of the tests: made in a temporary folder, reached by a socket in it, gone with the test program, however that ends.</summary>
public static class PostgresServer
{
    private const string HowToInstall = "The tests of the record need PostgreSQL 15 or later: apt-get install postgresql (or set TWINHUB_POSTGRES_BIN to the folder with initdb).";
    private const int MostNameChars = 40;
    private static readonly Lazy<Task<string>> Started = new(() => Task.Run(StartAsync));
    private static int made;

    /// <summary>A new database, empty or a copy of <paramref name="template"/>, to which nobody may be connected.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateAsync(string name, string? template = null)
    {
        var database = $"{new string([.. name.Where(char.IsAsciiLetterOrDigit).Take(MostNameChars)]).ToLowerInvariant()}_{Interlocked.Increment(ref made)}";
        await RunAsync($"CREATE DATABASE {database}{(template is null ? "" : $" TEMPLATE {NameOf(template)}")}");
        return new NpgsqlConnectionStringBuilder(await Started.Value) { Database = database, MaxPoolSize = 40 }.ConnectionString;
    }

    public static async Task DropAsync(string connection)
    {
        await using (var pooled = new NpgsqlConnection(connection)) NpgsqlConnection.ClearPool(pooled);
        await RunAsync($"DROP DATABASE {NameOf(connection)} WITH (FORCE)");
    }

    private static string NameOf(string connection) => new NpgsqlConnectionStringBuilder(connection).Database!;

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await Started.Value);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A shell between us waits for its input to end, which it does with this program, and stops the server.</summary>
    private static async Task<string> StartAsync()
    {
        var bin = FindBin();
        var script = $"""
            set -e
            dir=$(mktemp -d /tmp/twinhub-postgres-XXXXXX)
            trap 'rm -rf "$dir"' EXIT
            "{bin}/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
            "{bin}/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 2>"$dir/log" &
            until "{bin}/psql" -h "$dir" -U postgres -c 'select 1' >/dev/null 2>&1; do kill -0 $! && sleep 0.05; done
            echo "$dir"
            cat >/dev/null || true
            kill -QUIT $! ; wait $! || true
            """;
        var (program, words) = Environment.UserName == "root" ? ("runuser", new[] { "-u", "postgres", "--", "sh", "-c", script }) : ("sh", ["-c", script]);
        var start = new ProcessStartInfo(program, words) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/tmp" };
        var process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.StandardInput.Close();
        var folder = await process.StandardOutput.ReadLineAsync();
        if (folder is null) throw new InvalidOperationException($"PostgreSQL does not start. {await process.StandardError.ReadToEndAsync()} {HowToInstall}");
        return new NpgsqlConnectionStringBuilder { Host = folder, Username = "postgres", Database = "postgres", IncludeErrorDetail = true }.ConnectionString;
    }

    private static string FindBin()
    {
        var named = Environment.GetEnvironmentVariable("TWINHUB_POSTGRES_BIN");
        var installed = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")) : [];
        return installed.Prepend(named).FirstOrDefault(d => d is not null && File.Exists(Path.Combine(d, "initdb"))) ?? throw new InvalidOperationException(HowToInstall);
    }
}
