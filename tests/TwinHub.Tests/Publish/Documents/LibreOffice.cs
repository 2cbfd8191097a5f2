using System.Diagnostics;

namespace TwinHub.Tests.Publish.Documents;

/// <summary>LibreOffice and poppler as readers of what we write. Each folder has its own profile, so that tests may run side by side.</summary>
public sealed class LibreOffice : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("twinhub-documents-");

    public string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    public async Task<string> ConvertAsync(string file, string format)
    {
        await RunAsync("soffice", $"-env:UserInstallation=file://{Path("profile")}", "--headless", "--norestore", "--convert-to", format, "--outdir", folder.FullName, file);
        var made = System.IO.Path.ChangeExtension(file, format.Split(':')[0]);
        Assert.True(File.Exists(made), $"LibreOffice made no {made}.");
        return made;
    }

    public static Task<string> TextAsync(string pdf, int page) =>
        RunAsync("pdftotext", "-f", $"{page}", "-l", $"{page}", "-layout", pdf, "-");

    public static Task<string> BoxesAsync(string pdf, int page) =>
        RunAsync("pdftotext", "-f", $"{page}", "-l", $"{page}", "-bbox-layout", pdf, "-");

    public static Task<string> FactsAsync(string pdf) => RunAsync("pdfinfo", pdf);

    private static async Task<string> RunAsync(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}");
        return output;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
