using System.Text.RegularExpressions;

namespace TwinHub.Texts;

/// <summary>The number before a heading: 一、 （二） 3. (4) IV.</summary>
public static partial class HeadingNumber
{
    /// <summary>Whether the text begins with one.</summary>
    public static bool Has(string text) => Pattern.IsMatch(text);

    /// <summary>The text without it.</summary>
    public static string Without(string text) => Pattern.Replace(text, "");

    [GeneratedRegex(@"^\s*(?:第?[一二三四五六七八九十百]{1,4}(?:[、.．]|[是类]、?|(?=\s))|[(（](?:[一二三四五六七八九十百]{1,4}|[0-9]{1,3})[)）][、.．]?|[0-9]{1,3}(?:[、．]|\.(?![0-9]))|[IVX]{1,5}[.、])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }
}
