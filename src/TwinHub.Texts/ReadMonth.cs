using System.Globalization;
using System.Text.RegularExpressions;

namespace TwinHub.Texts;

/// <summary>The month that a head names: 2023年10月, 2023-10, 10月底.</summary>
public static partial class ReadMonth
{
    /// <summary>The first month in a text of narrow digits; null: there is none.</summary>
    /// <param name="text">A head.</param>
    /// <param name="year">Of a month that names none.</param>
    public static (int Year, int Month)? Find(string text, int year)
    {
        if (Pattern.Match(text) is not { Success: true } match) return null;
        return (match.Groups["y"].Success ? int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture) : year, int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>The text without its months.</summary>
    public static string Without(string text) => Pattern.Replace(text, "");

    [GeneratedRegex(@"(?<y>20[0-9]{2})(?:年|-|/|\.)(?<m>1[0-2]|0?[1-9])(?:月份?)?(?:底|末)?|(?<![0-9])(?<m>1[0-2]|0?[1-9])月份?(?:底|末)?", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }
}
