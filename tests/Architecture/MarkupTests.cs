using System.Text.RegularExpressions;

namespace TwinHub.Architecture.Tests;

/// <summary>What the Content-Security-Policy forbids does not stand in the markup, and a view only shows.</summary>
public sealed partial class MarkupTests
{
    [Fact]
    public void No_view_holds_style_or_script_of_its_own() => SourceTree.None(Found(Inline()));

    [Fact]
    public void No_view_injects_or_awaits() => SourceTree.None(Found(Reaching()));

    /// <summary>Sentences lie beside the slice, in every language.</summary>
    [Fact]
    public void No_markup_holds_chinese() => SourceTree.None(Found(Chinese()));

    /// <summary>Forms of numbers and dates are tables of characters, not sentences.</summary>
    [Fact]
    public void No_sentence_in_chinese_stands_in_the_code_of_the_pages() => SourceTree.None(
        from file in SourceTree.Under("src/TwinHub/", ".cs")
        where !file.StartsWith("src/TwinHub/Language/", StringComparison.Ordinal) && !file.StartsWith("src/TwinHub/Publish/Documents/", StringComparison.Ordinal)
        from literal in Literal().Matches(string.Join('\n', SourceTree.Lines(file).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)).Select(WithoutComment)))
        where Chinese().Count(literal.Value) > 1
        select $"{file} {literal.Value}");

    private static string WithoutComment(string line) => line.Contains(" // ", StringComparison.Ordinal) ? line[..line.IndexOf(" // ", StringComparison.Ordinal)] : line;

    private static IEnumerable<string> Found(Regex wrong) =>
        from file in SourceTree.Under("src/", ".razor")
        from line in SourceTree.Lines(file).Index()
        where wrong.IsMatch(line.Item)
        select $"{file}:{line.Index + 1} {line.Item.Trim()}";

    [GeneratedRegex("""\sstyle\s*=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"@inject|\[Inject\]|\bawait\b|OnInitializedAsync|OnParametersSetAsync")]
    private static partial Regex Reaching();

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();

    [GeneratedRegex("\"[^\"\\n]*\"")]
    private static partial Regex Literal();
}
