using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TwinHub.Data;

namespace TwinHub.Web;

/// <summary>Addresses of static files with their content in the address, so that they may be kept for a year.</summary>
internal static class StaticFile
{
    private static readonly ConcurrentDictionary<string, string> Paths = new(StringComparer.Ordinal);

    public static string Root { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "wwwroot");

    public static string Path(string file) => Paths.GetOrAdd(file, f => $"/{f}?v={Short(File.ReadAllBytes(System.IO.Path.Combine(Root, f)))}");

    public static string Region(Reference reference) => $"/region.css?v={Short(Encoding.UTF8.GetBytes(RegionCss(reference)))}";

    /// <summary>The parties' colours as classes p1, p2, …: text on paper and a pale ground are mixed from the pack's colour.</summary>
    public static string RegionCss(Reference reference)
    {
        var (light, dark) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < reference.Parties.Count; i++)
        {
            var party = reference.Parties[i];
            light.Append(CultureInfo.InvariantCulture, $".p{i + 1}{{--pc:{party.Color};--pc-t:{Mix(party.Color, "#000000", .12)};--pc-bg:{Mix(party.Color, "#FFFFFF", .9)}}}");
            dark.Append(CultureInfo.InvariantCulture, $"[data-theme=dark] .p{i + 1}{{--pc:{party.ColorDark};--pc-t:{Mix(party.ColorDark, "#FFFFFF", .2)};--pc-bg:{Mix(party.ColorDark, "#14181C", .85)}}}");
        }

        var auto = dark.ToString().Replace("[data-theme=dark]", ":root:not([data-theme=light])", StringComparison.Ordinal);
        return $"{light}{dark}@media screen and (prefers-color-scheme:dark){{{auto}}}";
    }

    private static string Mix(string color, string with, double share)
    {
        int Channel(int at) => (int)Math.Round((Byte(color, at) * (1 - share)) + (Byte(with, at) * share));
        return $"#{Channel(1):X2}{Channel(3):X2}{Channel(5):X2}";
    }

    private static int Byte(string color, int at) => int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Short(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
}
