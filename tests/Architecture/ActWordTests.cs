using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TwinHub.Language;

namespace TwinHub.Architecture.Tests;

/// <summary>Whatever the program writes into the journal, people read in words.</summary>
public sealed class ActWordTests
{
    [Fact]
    public void Every_act_that_the_program_writes_has_words_in_both_languages() => SourceTree.None(
        from act in Written()
        from language in (string[])["zh", "en"]
        where !Words.In(language).Has("journal.act." + act.Name)
        select $"{act.Place} writes {act.Name}, which {language} has no word for");

    [Fact]
    public void No_two_acts_have_the_same_words() => SourceTree.None(
        from language in (string[])["zh", "en"]
        from same in Written().Select(a => a.Name).Distinct().GroupBy(n => Words.In(language)["journal.act." + n])
        where same.Count() > 1
        select $"{language} {same.Key}: {string.Join(", ", same)}");

    /// <summary>The names in every <c>new Act(…)</c>: written there, or in the constant or method that is named there.</summary>
    private static IEnumerable<(string Name, string Place)> Written() =>
        from made in SourceTree.Nodes<ObjectCreationExpressionSyntax>()
        where made.Type.ToString() is "Act" or "Data.Act" && made.ArgumentList is { Arguments.Count: > 1 }
        let named = made.ArgumentList!.Arguments[0].Expression
        from name in Literals(named) is { Count: > 0 } here ? here : Named(named)
        select (name, SourceTree.Place(made));

    private static List<string> Named(ExpressionSyntax expression)
    {
        var name = (expression as InvocationExpressionSyntax)?.Expression.ToString() ?? expression.ToString();
        var declared = expression.SyntaxTree.GetRoot().DescendantNodes().Where(n => n is MethodDeclarationSyntax m ? m.Identifier.Text == name : n is VariableDeclaratorSyntax v && v.Identifier.Text == name);
        var literals = declared.SelectMany(Literals).ToList();
        Assert.True(literals.Count > 0, $"{SourceTree.Place(expression)}: no act name can be read from {expression}");
        return literals;
    }

    private static List<string> Literals(SyntaxNode node) =>
        [.. node.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Where(l => l.IsKind(SyntaxKind.StringLiteralExpression)).Select(l => l.Token.ValueText)];
}
