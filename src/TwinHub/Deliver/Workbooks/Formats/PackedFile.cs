using System.IO.Compression;
using System.Xml;

namespace TwinHub.Deliver.Workbooks.Formats;

/// <summary>A zip whose parts are unpacked within a limit: what its directory claims is not believed.</summary>
internal sealed class PackedFile : IDisposable
{
    private const int MostEntries = 10_000;
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private long unpacked;

    public PackedFile(byte[] file)
    {
        zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostEntries) throw BookLimits.TooMuch();
        foreach (var entry in zip.Entries) entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    public bool Has(string path) => entries.ContainsKey(path);

    public void Dispose() => zip.Dispose();

    /// <summary>Null: there is no such part.</summary>
    public XmlReader? Xml(string path) => Open(path) is { } stream ? XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        CheckCharacters = false,
    }) : null;

    private CountedStream? Open(string path) => entries.TryGetValue(path, out var entry) ? new CountedStream(entry.Open(), entry.CompressedLength, this) : null;

    private void Count(int bytes, long ofPart, long packed)
    {
        unpacked += bytes;
        if (ofPart > BookLimits.UnsuspiciousBytes && ofPart / Math.Max(1, packed) > BookLimits.MostRatio) throw BookLimits.Bomb();
        if (unpacked > BookLimits.MostUnpackedBytes) throw BookLimits.TooMuch();
    }

    /// <summary>Stops a part that grows beyond the limits while it is read.</summary>
    private sealed class CountedStream(Stream inner, long packed, PackedFile file) : Stream
    {
        private long read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var bytes = inner.Read(buffer);
            read += bytes;
            file.Count(bytes, read, packed);
            return bytes;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
