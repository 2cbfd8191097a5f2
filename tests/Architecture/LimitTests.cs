using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwinHub.Architecture.Tests;

public sealed class LimitTests
{
    private const int MostMethodLines = 40, MostMedianLines = 8, MostFileLines = 300, MostTestLines = 500, MostViewLines = 120, MostParameters = 4;

    private static readonly string[] Passing = ["ReadOnlySpan<", "Span<", "Vector256<", "CancellationToken"];

    private static IEnumerable<SyntaxNode> Bodies => SourceTree.Nodes<SyntaxNode>().Where(n => n is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax { Body: not null });

    [Fact]
    public void A_method_has_at_most_forty_lines() =>
        SourceTree.None(Bodies.Where(m => Lines(m) > MostMethodLines).Select(m => $"{SourceTree.Place(m)} {Lines(m)} lines"));

    [Fact]
    public void Half_of_the_methods_have_at_most_eight_lines() =>
        Assert.InRange(Bodies.Select(Lines).Order().ElementAt(Bodies.Count() / 2), 1, MostMedianLines);

    [Fact]
    public void A_file_has_at_most_three_hundred_lines() => SourceTree.None(TooLong("src/", ".cs", MostFileLines));

    [Fact]
    public void A_file_of_tests_has_at_most_five_hundred_lines() => SourceTree.None(TooLong("tests/", ".cs", MostTestLines));

    [Fact]
    public void A_view_has_at_most_a_hundred_and_twenty_lines() => SourceTree.None(TooLong("src/", ".razor", MostViewLines));

    /// <summary>Spans of an engine are columns of one table, its registers and running places are one state; the token to cancel goes along with every call.</summary>
    [Fact]
    public void A_method_takes_at_most_four_things() => SourceTree.None(
        from node in SourceTree.Nodes<SyntaxNode>()
        let parameters = node switch { MethodDeclarationSyntax m => m.ParameterList, LocalFunctionStatementSyntax l => l.ParameterList, _ => null }
        where parameters?.Parameters.Count(Counts) > MostParameters
        select $"{SourceTree.Place(node)} {parameters.Parameters.Count(Counts)} parameters");

    private static bool Counts(ParameterSyntax parameter) =>
        parameter.Type?.ToString() is not { } type || !(Passing.Any(p => type.StartsWith(p, StringComparison.Ordinal)) || parameter.Modifiers.Any(m => m.Text == "ref"));

    private static int Lines(SyntaxNode node)
    {
        var first = node.DescendantTokens().First(t => !t.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.OpenBracketToken));
        var span = node.SyntaxTree.GetLineSpan(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(first.SpanStart, node.Span.End));
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static IEnumerable<string> TooLong(string folder, string ending, int most) =>
        from file in SourceTree.Under(folder, ending)
        where !file.Contains("/Migrations/", StringComparison.Ordinal)
        let lines = SourceTree.Lines(file).Length
        where lines > most
        select $"{file} {lines} lines";
}
