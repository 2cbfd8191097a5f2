using System.Reflection;
using ArchUnitNET.Loader;

namespace TwinHub.Architecture.Tests;

/// <summary>What may name what: Program → slices → Data, Web, Language, Identity → Core; the libraries know nobody.</summary>
public sealed class ArrowTests
{
    private static readonly string[] Pure = ["TwinHub.Core", "TwinHub.Merkle", "TwinHub.Scheduling", "TwinHub.Regional", "TwinHub.Texts"];
    private static readonly string[] Areas = ["TwinHub.Deliver", "TwinHub.Forecast", "TwinHub.Measure", "TwinHub.Publish"];
    private static readonly string[] Floors = ["TwinHub.Data", "TwinHub.Web", "TwinHub.Language", "TwinHub.Identity"];
    private const string Api = "TwinHub.Api";
    /// <summary>Writers of documents: they know no record, so every slice may write with them.</summary>
    private const string Documents = "TwinHub.Publish.Documents";
    private static readonly Lazy<IReadOnlyList<(string From, string Type, string To, string Target)>> Known = new(Read);

    public static TheoryData<string> Libraries => [.. Pure];

    [Theory, MemberData(nameof(Libraries))]
    public void The_domain_and_the_libraries_stand_on_the_base_library_alone(string library)
    {
        var references = Assembly.Load(library).GetReferencedAssemblies().Select(a => a.Name!);
        SourceTree.None(references.Where(r => !r.StartsWith("System", StringComparison.Ordinal) && r != "netstandard").Concat(SourceTree.Read($"src/{library}/{library}.csproj").Split('\n').Where(IsReference)));
    }

    [Fact]
    public void No_slice_names_a_type_of_another() => SourceTree.None(
        from arrow in Known.Value
        let left = Slice(arrow.From)
        let right = Slice(arrow.To)
        where left is not null && right is not null && left != right
        select $"{arrow.Type} → {arrow.Target}");

    [Fact]
    public void Data_web_language_and_identity_know_no_slice() => SourceTree.None(
        from arrow in Known.Value
        where Floors.Any(f => IsIn(arrow.From, f)) && Slice(arrow.To) is not null
        select $"{arrow.Type} → {arrow.Target}");

    [Fact]
    public void The_record_knows_no_page() => SourceTree.None(Arrows("TwinHub.Data", "TwinHub.Web"));

    [Fact]
    public void Words_and_forms_know_the_domain_only() =>
        SourceTree.None(Known.Value.Where(a => IsIn(a.From, "TwinHub.Language") && !IsIn(a.To, "TwinHub.Language") && !IsIn(a.To, "TwinHub.Core")).Select(a => $"{a.Type} → {a.Target}"));

    [Fact]
    public void The_writers_of_documents_know_no_record() =>
        SourceTree.None(Known.Value.Where(a => IsIn(a.From, Documents) && !IsIn(a.To, Documents)).Select(a => $"{a.Type} → {a.Target}"));

    private static IEnumerable<string> Arrows(string from, string to) =>
        Known.Value.Where(a => IsIn(a.From, from) && IsIn(a.To, to)).Select(a => $"{a.Type} → {a.Target}");

    /// <summary>Area and noun, such as TwinHub.Deliver.Lists; what programs read is one; null for what is no slice.</summary>
    private static string? Slice(string space) =>
        IsIn(space, Api) ? Api :
        Areas.FirstOrDefault(a => IsIn(space, a)) is { } area && space.Length > area.Length && !IsIn(space, Documents) ? string.Join('.', space.Split('.').Take(3)) : null;

    private static bool IsIn(string? space, string parent) => space is not null && (space == parent || space.StartsWith(parent + ".", StringComparison.Ordinal));

    private static bool IsReference(string line) => (line.Contains("PackageReference", StringComparison.Ordinal) || line.Contains("ProjectReference", StringComparison.Ordinal)) && !line.Contains("System.Numerics.Tensors", StringComparison.Ordinal);

    private static List<(string, string, string, string)> Read()
    {
        var architecture = new ArchLoader().LoadAssemblies(Assembly.Load("TwinHub")).Build();
        var arrows = from type in architecture.Types
                     where IsIn(type.Namespace?.FullName, "TwinHub")
                     from target in type.Dependencies.Select(d => d.Target).Distinct()
                     where IsIn(target.Namespace?.FullName, "TwinHub")
                     select (type.Namespace.FullName, type.FullName, target.Namespace.FullName, target.FullName);
        var found = arrows.Distinct().ToList();
        Assert.True(found.Count > 100, "No arrows were read.");
        return found;
    }
}
