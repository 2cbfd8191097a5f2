using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TwinHub.Architecture.Tests;

/// <summary>The files that the rules for all code read.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();
    private static readonly string[] Outside = ["artifacts", "bin", "obj", "node_modules", ".git", "data", "out", "BenchmarkDotNet.Artifacts"];
    private static readonly Lazy<IReadOnlyList<string>> Known = new(() => [.. Walk(Root).Order(StringComparer.Ordinal)]);
    private static readonly Lazy<IReadOnlyList<SyntaxTree>> Parsed = new(() => [.. Under("src/", ".cs").Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal)).Select(Parse)]);

    /// <summary>Every file of the tree, its path from the root, with slashes.</summary>
    public static IReadOnlyList<string> All => Known.Value;

    /// <summary>C# of src, without generated migrations.</summary>
    public static IReadOnlyList<SyntaxTree> Source => Parsed.Value;

    public static IEnumerable<string> Under(string folder, params string[] endings) =>
        All.Where(f => f.StartsWith(folder, StringComparison.Ordinal) && endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    public static IEnumerable<T> Nodes<T>() where T : SyntaxNode => Source.SelectMany(t => t.GetRoot().DescendantNodes().OfType<T>());

    /// <summary>Where a node stands: file and line.</summary>
    public static string Place(SyntaxNode node) => $"{node.SyntaxTree.FilePath}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    /// <summary>Fails with every breach, one a line.</summary>
    public static void None(IEnumerable<string> breaches)
    {
        var all = breaches.ToList();
        Assert.True(all.Count == 0, $"{all.Count}:\n{string.Join('\n', all)}");
    }

    private static SyntaxTree Parse(string file) => CSharpSyntaxTree.ParseText(Read(file), new CSharpParseOptions(LanguageVersion.Latest), file);

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.GetFiles(folder)) yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        foreach (var below in Directory.GetDirectories(folder).Where(d => !Outside.Contains(Path.GetFileName(d))))
        {
            foreach (var file in Walk(below)) yield return file;
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TwinHub.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No TwinHub.slnx above {AppContext.BaseDirectory}.");
    }
}
