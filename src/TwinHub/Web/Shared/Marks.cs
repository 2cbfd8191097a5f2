using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using TwinHub.Core.Items;

namespace TwinHub.Web.Shared;

/// <summary>The marks of <see cref="Glyph"/> and <see cref="PartyMark"/> as ready markup, for registers with thousands of them.</summary>
internal static class Marks
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["r"] = """<rect class="fr" x="1.1" y="1.1" width="9.7" height="9.7"/>""",
        ["a"] = """<path class="fa" d="M6 .6L11.8 10.9H.2Z"/>""",
        ["g"] = """<circle class="fg" cx="6" cy="6" r="5.4"/>""",
        ["d"] = """<circle class="fd" cx="6" cy="6" r="5.4"/><path class="tick" d="M3.3 6l2 2.2l3.5 -4"/>""",
        ["n"] = """<circle class="fn" cx="6" cy="6" r="4.5"/>""",
    };

    public static string Encode(string text) => Html.Encode(text);

    /// <summary>A shape of 12 × 12 without words.</summary>
    public static string Shape(string mark) => Shapes[mark];

    public static string Glyph(string mark) => $"""<svg class="gl" viewBox="0 0 12 12" aria-hidden="true">{Shapes[mark]}</svg>""";

    /// <summary>Shape and word in the colour of the state.</summary>
    public static MarkupString State(Page page, ItemState state) => Of(page, Shared.Glyph.Of(state), page["ItemState." + state]);

    public static MarkupString Of(Page page, string mark, string words) => new($"""<span class="st {mark}">{Glyph(mark)}{Encode(words)}</span>""");

    public static MarkupString Party(Page page, string code)
    {
        var party = page.Reference.Party(code);
        return new($"""<span class="pt p{page.Order(code)}" title="{Encode(page.In(party.Short))}">{Encode(page.In(party.Mark))}</span>""");
    }

    public static MarkupString Parties(Page page, IEnumerable<string> codes) => new(string.Join(' ', codes.Select(c => Party(page, c).Value)));

    /// <summary>A key, whole when turned, broken while it waits.</summary>
    public static MarkupString Key(bool turned, string words) => new($"""
        <span class="key{(turned ? "" : " no")}"><svg viewBox="0 0 26 14" aria-hidden="true"><circle class="kl" cx="6.5" cy="7" r="5"/><path class="kl{(turned ? "" : " br")}" d="{(turned ? "M11.5 7H24M20 7v5M16 7v4" : "M11.5 7H24")}"/></svg>{Encode(words)}</span>
        """);
}
