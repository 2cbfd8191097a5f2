using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace TwinHub.Tests.Publish.Documents;

/// <summary>What the tests of the three writers share: bytes, faults found by the validator, hostile text.</summary>
internal static class Written
{
    private static readonly string[] Hostile = ["\0", "\u0001", "\u001b", "\u007f", "\u0085", "\ud800", "\udc00", "\ufffe", "\uffff", "\ufdd0", "\r\n", "\r", "\n", "\t", " ", "<b>", "</style>", "</w:t>", "]]>", "&amp;", "&", "\"", "'", "=1+1", "_x0041_", "_x0041_x0042_", "😀", "政", "“", "—"];

    /// <summary>Any UTF-16 units, well formed or not, mixed with what breaks formats.</summary>
    public static readonly Gen<string> AnyText = Gen.OneOf(Gen.OneOfConst(Hostile), Gen.String).Array[0, 6].Select(string.Concat);

    public static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    /// <summary>Empty when Office 2019 would take the file.</summary>
    public static string FaultsOfDocx(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return Faults(document);
    }

    public static string FaultsOfXlsx(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return Faults(document);
    }

    private static string Faults(OpenXmlPackage package) =>
        string.Join('\n', new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));

    /// <summary>The text as every format must give it back.</summary>
    public static string Carried(string text) => string.Concat(Pairs(text).Where(IsCarried));

    // well-formed code points of the text, one string each, with line ends made LF
    private static IEnumerable<string> Pairs(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var isPair = i + 1 < lines.Length && char.IsSurrogatePair(lines[i], lines[i + 1]);
            if (isPair || !char.IsSurrogate(lines[i])) yield return lines.Substring(i, isPair ? 2 : 1);
            if (isPair) i++;
        }
    }

    private static bool IsCarried(string codePoint)
    {
        var code = char.ConvertToUtf32(codePoint, 0);
        var isControl = code is < 0x20 and not 0x09 and not 0x0a or >= 0x7f and < 0xa0;
        return !isControl && code is not (>= 0xfdd0 and <= 0xfdef) && (code & 0xfffe) != 0xfffe;
    }
}
