using System.IO.Compression;
using System.Text;

namespace TwinHub.Data.Files;

/// <summary>What a file is, told by its content; its name and what the browser says of it count for nothing.</summary>
public static class FileKinds
{
    public const string Unknown = "application/octet-stream", Html = "text/html", Svg = "image/svg+xml", Plain = "text/plain", Xml = "application/xml";
    private const int MostLookedAt = 4096;

    private static readonly (byte[] Start, string Type)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "application/pdf"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"), ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("GIF87a"u8.ToArray(), "image/gif"), ("GIF89a"u8.ToArray(), "image/gif"), ([0x49, 0x49, 0x2A, 0x00], "image/tiff"), ([0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"), ("Rar!"u8.ToArray(), "application/vnd.rar"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"), ([0x1F, 0x8B], "application/gzip"), ("{\\rtf"u8.ToArray(), "application/rtf"),
    ];

    private static readonly (string Part, string Type)[] Packages =
    [
        ("OFD.xml", "application/ofd"), ("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ];

    /// <summary>Media type of the content. The stream can be read again from its start afterwards.</summary>
    public static string Of(Stream content)
    {
        content.Position = 0;
        var start = new byte[(int)Math.Min(MostLookedAt, content.Length)];
        content.ReadExactly(start);
        content.Position = 0;
        if (start.AsSpan().StartsWith("PK\x03\x04"u8)) return OfPackage(content);
        if (start.AsSpan().StartsWith("RIFF"u8) && start.Length > 12 && start.AsSpan(8).StartsWith("WEBP"u8)) return "image/webp";
        return Array.Find(Signatures, s => start.AsSpan().StartsWith(s.Start)).Type ?? OfText(start);
    }

    /// <summary>True where the ending of the name promises another content: page.png that holds HTML.</summary>
    public static bool NameDiffers(string name, string type) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".png" or ".jpg" or ".jpeg" or ".gif" or ".tif" or ".tiff" or ".webp" => !type.StartsWith("image/", StringComparison.Ordinal) || type == Svg,
        ".pdf" => type != "application/pdf",
        ".ofd" => type != "application/ofd",
        ".docx" => !type.EndsWith("wordprocessingml.document", StringComparison.Ordinal),
        ".xlsx" => !type.EndsWith("spreadsheetml.sheet", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>The type a download says: what a browser could run is sent as bytes.</summary>
    public static string Passive(string type) => type is Html or Svg or Xml ? Unknown : type;

    private static string OfPackage(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return Array.Find(Packages, p => zip.GetEntry(p.Part) is not null).Type ?? OpenDocument(zip) ?? "application/zip";
        }
        catch (InvalidDataException)
        {
            return "application/zip";
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static string? OpenDocument(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { Length: > 0 and < 100 } entry) return null;
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        var type = reader.ReadToEnd().Trim();
        return type.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal) ? type : null;
    }

    private static string OfText(byte[] start)
    {
        if (start.AsSpan().Contains((byte)0)) return Unknown;
        var text = Encoding.UTF8.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (IsMarkup(text, "<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<img")) return Html;
        if (text.Contains("<svg", StringComparison.OrdinalIgnoreCase)) return Svg;
        if (text.Contains("<script", StringComparison.OrdinalIgnoreCase) || text.Contains("<html", StringComparison.OrdinalIgnoreCase)) return Html;
        return IsMarkup(text, "<?xml") ? Xml : Plain;
    }

    private static bool IsMarkup(string text, params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
