using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using YamlDotNet.RepresentationModel;

namespace TwinHub.Architecture.Tests;

/// <summary>What stands nowhere in the tree.</summary>
public sealed partial class TreeTests
{
    private const int ShortestName = 2, ShortestLatinName = 4;
    private static readonly string[] Texts = [".cs", ".razor", ".txt", ".json", ".csproj", ".props", ".targets", ".slnx", ".yaml", ".yml", ".md", ".css", ".js", ".sh", ".tsv"];
    private static readonly string[] Own = ["tests/Architecture/TreeTests.cs"];

    private static IEnumerable<string> TextFiles => SourceTree.All.Where(f => Texts.Any(t => f.EndsWith(t, StringComparison.Ordinal)) && !Own.Contains(f)).Concat(["twinhub", "test", ".ci/run"]);

    /// <summary>Names of the regions' own packs, in every language that they have.</summary>
    public static IReadOnlyList<string> PlaceNames { get; } = [.. Directory.GetDirectories(Path.Combine(SourceTree.Root, "packs")).SelectMany(NamesOf).Concat(["成渝", "川渝"]).Where(IsTelling).Distinct()];

    [Fact]
    public void The_source_knows_no_place()
    {
        Assert.True(PlaceNames.Count > 8);
        var places = new Regex(string.Join('|', PlaceNames.Select(n => n.Any(IsHan) ? n : $@"\b{Regex.Escape(n)}\b")), RegexOptions.IgnoreCase);
        SourceTree.None(Found(SourceTree.All.Where(f => f.StartsWith("src/", StringComparison.Ordinal)), places));
    }

    [Fact]
    public void Nothing_is_left_for_later() => SourceTree.None(Found(TextFiles.Where(f => !f.StartsWith("packs/", StringComparison.Ordinal)), Later()));

    [Fact]
    public void No_path_of_a_machine_stands_in_the_tree() => SourceTree.None(Found(TextFiles, Machine()));

    [Fact]
    public void Package_locks_name_no_host()
    {
        var locks = SourceTree.All.Where(f => f.EndsWith("packages.lock.json", StringComparison.Ordinal)).ToList();
        Assert.True(locks.Count >= 6);
        SourceTree.None(Found(locks, Host()));
    }

    [Fact]
    public void Every_project_is_in_the_solution_and_locked() => SourceTree.None(
        from project in SourceTree.All.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal))
        where !SourceTree.Read("TwinHub.slnx").Contains($"\"{project}\"", StringComparison.Ordinal) || !SourceTree.All.Contains(Path.GetDirectoryName(project) + "/packages.lock.json")
        select project);

    private static IEnumerable<string> Found(IEnumerable<string> files, Regex wrong) =>
        from file in files
        from line in SourceTree.Lines(file).Index()
        where wrong.IsMatch(line.Item)
        select $"{file}:{line.Index + 1} {line.Item.Trim()[..Math.Min(160, line.Item.Trim().Length)]}";

    private static bool IsTelling(string name) => name.Any(IsHan) ? name.Length >= ShortestName : name.Length >= ShortestLatinName;

    private static bool IsHan(char c) => c > 0x2E80;

    private static IEnumerable<string> NamesOf(string pack)
    {
        using var text = new StreamReader(Path.Combine(pack, "region.yaml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        var region = (YamlMappingNode)yaml.Documents[0].RootNode;
        var own = new[] { "name", "short" }.SelectMany(k => ((YamlMappingNode)region[k]).Children.Values).Append(region["code"]).Select(n => n.ToString());
        return own.Concat(RowNames(Path.Combine(pack, "parties.csv"))).Concat(RowNames(Path.Combine(pack, "areas.csv"))).SelectMany(n => Parts(n).Append(n));
    }

    private static List<string> RowNames(string file)
    {
        using var reader = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        var columns = reader.HeaderRecord!.Where(c => c.StartsWith("name_", StringComparison.Ordinal) || c.StartsWith("short_", StringComparison.Ordinal)).ToList();
        var names = new List<string>();
        while (reader.Read()) names.AddRange(columns.Select(c => reader.GetField(c)!));
        return names;
    }

    /// <summary>A joined name, Here–There, names both places.</summary>
    private static IEnumerable<string> Parts(string name) => name.Split('–', ' ').Where(p => p.Length > 0 && char.IsUpper(p[0]) && !General().IsMatch(p));

    [GeneratedRegex("^(Municipality|Province|Region|Twin-Hub|Mega-Region|Delta|City|Integration|Demonstration|Zone|Area|Green|Ecological|River|Integrated|Development|Economic|Circle|Three|Special|Administrative|State|County|District|Upper|Oberer|Haut|the)$", RegexOptions.IgnoreCase)]
    private static partial Regex General();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|NotImplementedException|NotSupportedYet|\bSkip\s*=|\[Ignore")]
    private static partial Regex Later();

    [GeneratedRegex(@"(?<![\w.])/(work|root)/|/home/\w+/|\b[A-Z]:\\Users\\")]
    private static partial Regex Machine();

    [GeneratedRegex("https?://")]
    private static partial Regex Host();
}
