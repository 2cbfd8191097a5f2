using System.Text.RegularExpressions;

namespace TwinHub.Deliver.Workbooks.Formats;

/// <summary>Tells a formula, typed as text or stored, that a list's cell does not hold.</summary>
internal static partial class FormulaText
{
    /// <summary>A text that a spreadsheet would compute once it is opened: <c>=1+1</c>, <c>@SUM(A1)</c>, <c>-cmd|'/C calc'!A0</c>. A dash alone, -3 and +5% are none.</summary>
    public static bool IsFormula(string text) => text.Length > 1 && text[0] is '=' or '+' or '-' or '@' && Typed.IsMatch(text);

    /// <summary>A stored formula that reaches out of its workbook, whatever value it holds.</summary>
    public static bool ReachesOut(string formula) => Outward.IsMatch(formula);

    [GeneratedRegex(@"^(?:=\s*[^=\s]|[+\-@]\s*[A-Za-z_\\][\w.\\]*\s*[(!|])", RegexOptions.CultureInvariant)]
    private static partial Regex Typed { get; }

    [GeneratedRegex(@"\b(?:HYPERLINK|WEBSERVICE|IMPORT\w+|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|DDE|FILTERXML)\s*\(|\||://|\[[^\]]*\.\w{3,4}\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Outward { get; }
}
