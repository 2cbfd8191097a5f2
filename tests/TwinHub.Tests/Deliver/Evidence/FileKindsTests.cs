using System.IO.Compression;
using System.Text;
using TwinHub.Data.Files;

namespace TwinHub.Tests.Deliver.Evidence;

public sealed class FileKindsTests
{
    [Theory]
    [InlineData("%PDF-1.7 …", "application/pdf")]
    [InlineData("<!DOCTYPE html><p>", "text/html")]
    [InlineData("  \n<script>x</script>", "text/html")]
    [InlineData("hello <SCRIPT>x</SCRIPT>", "text/html")]
    [InlineData("<?xml version=\"1.0\"?><svg xmlns=\"…\"/>", "image/svg+xml")]
    [InlineData("<?xml version=\"1.0\"?><a/>", "application/xml")]
    [InlineData("会议纪要", "text/plain")]
    public void Content_tells_what_a_file_is(string content, string type) => Assert.Equal(type, Of(Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData("OFD.xml", "application/ofd")]
    [InlineData("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("anything.txt", "application/zip")]
    public void A_package_is_known_by_its_parts(string part, string type) => Assert.Equal(type, Of(Zip(part)));

    [Fact]
    public void A_broken_package_and_unknown_bytes_are_only_bytes()
    {
        Assert.Equal("application/zip", Of([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]));
        Assert.Equal("application/octet-stream", Of([0, 1, 2, 3]));
        Assert.Equal("text/plain", Of([]));
    }

    [Theory]
    [InlineData("text/html"), InlineData("image/svg+xml"), InlineData("application/xml")]
    public void What_a_browser_could_run_is_given_out_as_bytes(string type) => Assert.Equal("application/octet-stream", FileKinds.Passive(type));

    private static string Of(byte[] bytes) => FileKinds.Of(new MemoryStream(bytes));

    private static byte[] Zip(string part)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry(part);
        return stream.ToArray();
    }
}
