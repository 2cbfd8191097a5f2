using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwinHub.Architecture.Tests;

public sealed class NameTests
{
    private static readonly string[] Vague = ["Helper", "Helpers", "Util", "Utils", "Utility", "Manager", "Service", "Dto"];

    private static IEnumerable<BaseTypeDeclarationSyntax> Types => SourceTree.Nodes<BaseTypeDeclarationSyntax>();

    [Fact]
    public void No_type_is_named_as_a_namespace_is()
    {
        var namespaces = SourceTree.Nodes<BaseNamespaceDeclarationSyntax>().SelectMany(n => n.Name.ToString().Split('.')).ToHashSet(StringComparer.Ordinal);
        var views = SourceTree.Under("src/", ".razor").Where(f => namespaces.Contains(Path.GetFileNameWithoutExtension(f)));
        SourceTree.None(Types.Where(t => namespaces.Contains(t.Identifier.Text)).Select(SourceTree.Place).Concat(views));
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        SourceTree.None(Types.Where(t => Vague.Any(v => t.Identifier.Text.EndsWith(v, StringComparison.Ordinal))).Select(t => $"{SourceTree.Place(t)} {t.Identifier.Text}"));

    [Fact]
    public void A_namespace_is_its_folder() => SourceTree.None(
        from space in SourceTree.Nodes<BaseNamespaceDeclarationSyntax>()
        let folder = Path.GetDirectoryName(space.SyntaxTree.FilePath)!["src/".Length..].Replace('/', '.')
        where space.Name.ToString() != folder
        select $"{SourceTree.Place(space)} {space.Name}, in {folder}");

    [Fact]
    public void No_warning_is_switched_off_in_the_source() =>
        SourceTree.None(SourceTree.Under("src/", ".cs").Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal) && SourceTree.Read(f).Contains("#pragma warning " + "disable", StringComparison.Ordinal)));
}
