using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace TwinHub.Tests.Record;

/// <summary>What holds for every page in every language.</summary>
public static partial class PageRules
{
    public const int MostQueries = 12;

    /// <summary>A page without a word that the language lacks, and without a style attribute, which would be dropped by the policy.</summary>
    public static async Task<IHtmlDocument> CompleteAsync(Visitor visitor, string path)
    {
        var page = await visitor.PageAsync(path);
        Assert.Empty(Codes().Matches(page.DocumentElement.OuterHtml).Select(m => m.Value).Distinct());
        Assert.DoesNotContain(page.All, e => e.HasAttribute("style"));
        Assert.Single(page.QuerySelectorAll("h1"));
        return page;
    }

    /// <summary>The numbers of a part of a page in their order: figures stand in the same order in every language where the part is a table.</summary>
    public static IReadOnlyList<string> Numbers(IParentNode part, string selector) =>
        [.. part.QuerySelectorAll(selector).SelectMany(e => Figures().Matches(e.TextContent).Select(m => m.Value))];

    [GeneratedRegex(@"\[[a-zA-Z][\w-]*\.[\w.-]+\]")]
    private static partial Regex Codes();

    [GeneratedRegex(@"[+−]?\d+(\.\d+)?%?")]
    private static partial Regex Figures();
}
