using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace TwinHub.Publish.Documents;

/// <summary>
/// An Open Packaging file (ECMA-376 part 2), written part by part in one pass, nothing kept in memory.
/// Every entry bears the same time and every relationship a given id, so the same parts give the same bytes.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Opc = "http://schemas.openxmlformats.org/package/2006/";
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly DateTimeOffset ZipBeginning = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive zip;
    private readonly List<(string Path, string ContentType)> parts = [];
    private readonly List<(string Owner, string Id, string Type, string Target)> relations = [];

    public OfficePackage(Stream stream) => zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);

    /// <summary>A new part, to be written and closed before the next; its path is from the root, without a leading slash.</summary>
    public Stream Open(string path, string contentType, CompressionLevel level = CompressionLevel.Optimal)
    {
        parts.Add((path, contentType));
        return Entry(path, level);
    }

    public void Add(string path, string contentType, OpenXmlElement root)
    {
        using var xml = Xml(Open(path, contentType));
        xml.WriteStartDocument(standalone: true);
        root.WriteTo(xml);
    }

    /// <summary>One part refers to another (an empty owner: the package does). The target is seen from the owner's folder.</summary>
    public void Relate(string owner, string id, string type, string target) => relations.Add((owner, id, type, target));

    /// <summary>Title and language, and no moment: a file says when it was made only where its text does.</summary>
    public void AddCoreProperties(string title, string language)
    {
        const string core = Opc + "metadata/core-properties";
        using (var xml = Xml(Open("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")))
        {
            xml.WriteStartElement("cp", "coreProperties", core);
            xml.WriteElementString("dc", "title", Dc, title);
            xml.WriteElementString("dc", "language", Dc, language);
            xml.WriteEndElement();
        }
        Relate("", "core", Opc + "relationships/metadata/core-properties", "docProps/core.xml");
    }

    /// <summary>Writes what joins the parts. Without it the file is no package.</summary>
    public void Finish()
    {
        foreach (var owned in relations.GroupBy(r => r.Owner)) WriteRelations(owned.Key, owned);
        using var xml = Xml(Entry("[Content_Types].xml", CompressionLevel.Optimal));
        xml.WriteStartElement("Types", Opc + "content-types");
        WriteType(xml, "Default", ("Extension", "rels"), "application/vnd.openxmlformats-package.relationships+xml");
        foreach (var (path, type) in parts) WriteType(xml, "Override", ("PartName", "/" + path), type);
        xml.WriteEndElement();
    }

    public void Dispose() => zip.Dispose();

    public static XmlWriter Xml(Stream stream) =>
        XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true, NewLineHandling = NewLineHandling.None });

    private Stream Entry(string path, CompressionLevel level)
    {
        var entry = zip.CreateEntry(path, level);
        entry.LastWriteTime = ZipBeginning;
        return entry.Open();
    }

    private void WriteRelations(string owner, IEnumerable<(string Owner, string Id, string Type, string Target)> owned)
    {
        var slash = owner.LastIndexOf('/') + 1;
        using var xml = Xml(Entry($"{owner[..slash]}_rels/{owner[slash..]}.rels", CompressionLevel.Optimal));
        xml.WriteStartElement("Relationships", Opc + "relationships");
        foreach (var (_, id, type, target) in owned)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", type);
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteType(XmlWriter xml, string element, (string Name, string Value) subject, string contentType)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString(subject.Name, subject.Value);
        xml.WriteAttributeString("ContentType", contentType);
        xml.WriteEndElement();
    }
}
