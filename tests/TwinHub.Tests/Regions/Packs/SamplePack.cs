using System.Globalization;
using System.Text;
using CsvHelper;
using TwinHub.Regions.Packs;

namespace TwinHub.Tests.Regions.Packs;

/// <summary>A copy of tests/TwinHub.Tests/Packs/three-parties in a folder of its own, to be spoilt by a test.</summary>
internal sealed class SamplePack : IDisposable
{
    private FileStream? held;

    public SamplePack()
    {
        Folder = Directory.CreateTempSubdirectory("pack-").FullName;
        foreach (var file in Directory.EnumerateFiles(Original)) File.Copy(file, Of(Path.GetFileName(file)));
    }

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    public static string Original { get; } = Path.Combine(Root, "tests", "TwinHub.Tests", "Packs", "three-parties");

    public string Folder { get; }

    public string Of(string file) => Path.Combine(Folder, file);

    public (Pack Pack, IReadOnlyList<PackFault> Faults) Read() => ReadPack.FromFolder(Folder);

    public void Write(string file, string text) => File.WriteAllText(Of(file), text);

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(Of(file), bytes);

    public void Remove(string file) => File.Delete(Of(file));

    /// <summary>Replaces the first occurrence of a text, which must be there.</summary>
    public void Replace(string file, string old, string by)
    {
        var text = File.ReadAllText(Of(file));
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no {old}");
        Write(file, text[..at] + by + text[(at + old.Length)..]);
    }

    /// <summary>Writes one cell; lines count from 1, the header being the first.</summary>
    public void Set(string table, int line, string column, string value) => Edit(table, rows => rows[line - 1][Array.IndexOf(rows[0], column)] = value);

    /// <summary>Appends a copy of a line with other values in some columns, as column=value.</summary>
    public void Copy(string table, int line, params string[] values) => Edit(table, rows =>
    {
        string[] row = [.. rows[line - 1]];
        foreach (var pair in values) row[Array.IndexOf(rows[0], pair[..pair.IndexOf('=')])] = pair[(pair.IndexOf('=') + 1)..];
        rows.Add(row);
    });

    /// <summary>Adds a column with one value in every row.</summary>
    public void Add(string table, string column, string value) => Edit(table, rows =>
    {
        for (var i = 0; i < rows.Count; i++) rows[i] = [.. rows[i], i == 0 ? column : value];
    });

    public void Delete(string table, int line) => Edit(table, rows => rows.RemoveAt(line - 1));

    /// <summary>Keeps a file open so that nobody else may.</summary>
    public void Hold(string file) => held = new FileStream(Of(file), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

    public void Dispose()
    {
        held?.Dispose();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private void Edit(string table, Action<List<string[]>> edit)
    {
        var rows = new List<string[]>();
        using (var parser = new CsvParser(new StreamReader(Of(table + ".csv")), CultureInfo.InvariantCulture))
        {
            while (parser.Read()) rows.Add(parser.Record!);
        }
        edit(rows);
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendJoin(',', row.Select(c => $"\"{c.Replace("\"", "\"\"")}\"")).Append('\n');
        Write(table + ".csv", text.ToString());
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TwinHub.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
