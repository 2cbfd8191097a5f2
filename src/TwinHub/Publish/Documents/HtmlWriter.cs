using System.Security.Cryptography;
using System.Text;

namespace TwinHub.Publish.Documents;

/// <summary>Writes a paper as one .html file that prints: its stylesheet inside, no script, nothing fetched. The same paper gives the same bytes.</summary>
public static class HtmlWriter
{
    public static void Write(PaperDocument paper, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        Head(text, paper);
        new HtmlBody(paper, text).Write();
        text.WriteLine("</html>");
    }

    /// <summary>Text as an element's content or as an attribute's value between double quotes.</summary>
    internal static string Escape(string? text)
    {
        var clean = CleanText.Of(text);
        return clean.AsSpan().IndexOfAny("&<>\"") < 0 ? clean : clean.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
    }

    private static void Head(StreamWriter text, PaperDocument paper)
    {
        var sheet = HtmlSheet.Of(paper);
        // whatever a text smuggled in, the file runs and fetches nothing
        var policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))}'";
        text.WriteLine("<!DOCTYPE html>");
        text.WriteLine($"<html lang=\"{Escape(paper.Language)}\">");
        text.WriteLine("<head>");
        text.WriteLine("<meta charset=\"utf-8\">");
        text.WriteLine($"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        text.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        text.WriteLine($"<title>{Escape(paper.Title).Replace("\n", paper.IsChinese ? "" : " ", StringComparison.Ordinal)}</title>");
        text.WriteLine($"<style>{sheet}</style>");
        text.WriteLine("</head>");
    }
}
