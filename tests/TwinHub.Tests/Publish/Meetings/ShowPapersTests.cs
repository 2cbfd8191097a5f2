using System.Text.Json;
using TwinHub.Core.Parties;
using TwinHub.Tests.Publish.Documents;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Publish.Meetings;

public sealed class ShowPapersTests
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task The_joint_office_prepares_and_every_party_fetches_the_formal_papers(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var office = await site.SignInAsync("north-office");
        var page = await office.FollowAsync(await office.PostAsync("papers", []));
        var links = page.QuerySelectorAll("main table a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(27, links.Count); // nine files in each of three languages
        foreach (var link in links) Assert.Equal(200, (int)(await office.Http.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        using var other = await site.SignInAsync("north-transport");
        Assert.Equal(21, (await other.PageAsync("papers")).QuerySelectorAll("main table a").Length);
    }

    [Fact]
    public async Task The_brief_is_there_for_the_joint_office_and_key_holders_only()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAccountAsync("south-key", "south", Roles.KeyHolder);
        await site.AddAccountAsync("east-auditor", "east", Roles.Auditor | Roles.Viewer | Roles.Administrator);
        using var office = await site.SignInAsync("north-office");
        await office.FollowAsync(await office.PostAsync("papers", []));
        foreach (var (account, brief) in new[] { ("north-office", 200), ("south-office", 200), ("south-key", 200), ("north-transport", 404), ("east-auditor", 404) })
        {
            using var visitor = await site.SignInAsync(account);
            Assert.Equal(brief, (int)(await visitor.GetAsync("papers/JM2/en/4-brief.docx")).StatusCode);
            Assert.Equal(200, (int)(await visitor.GetAsync("papers/JM2/en/1-progress-report.docx")).StatusCode);
        }
    }

    [Fact]
    public async Task Only_the_joint_office_prepares_and_only_with_the_forms_token()
    {
        await using var site = await TestSite.StartAsync();
        using var drafter = await site.SignInAsync("north-transport");
        Assert.True((await drafter.PageAsync("papers")).QuerySelector("main form button")!.HasAttribute("disabled"));
        Assert.Equal(403, (int)(await drafter.PostAsync("papers", [])).StatusCode);
        using var office = await site.SignInAsync("north-office");
        using var form = new FormUrlEncodedContent([]);
        Assert.Equal(400, (int)(await office.Http.PostAsync(new Uri("/en/papers", UriKind.Relative), form, TestContext.Current.CancellationToken)).StatusCode);
        Assert.False(Directory.Exists(Path.Combine(site.Record.Store.Folder, "papers")));
    }

    [Theory, InlineData("papers/JM2/en/manifest.json"), InlineData("papers/JM2/en/..%2Fmanifest.json"), InlineData("papers/..%2F/en/twinhub.db"), InlineData("papers/JM9/en/4-brief.docx"), InlineData("papers/JM2/xx/1-progress-report.docx")]
    public async Task What_no_manifest_names_is_not_there(string path)
    {
        await using var site = await TestSite.StartAsync();
        using var office = await site.SignInAsync("north-office");
        await office.FollowAsync(await office.PostAsync("papers", []));
        Assert.Equal(404, (int)(await office.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task An_html_paper_may_use_its_own_stylesheet_and_nothing_else()
    {
        await using var site = await TestSite.StartAsync();
        using var office = await site.SignInAsync("north-office");
        await office.FollowAsync(await office.PostAsync("papers", []));
        using var answer = await office.GetAsync("papers/JM2/en/1-progress-report.html");
        Assert.Matches("^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; ", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }
}

/// <summary>LibreOffice lays the papers out as people will see them.</summary>
public sealed class PaperPagesTests : IDisposable
{
    private readonly LibreOffice office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task The_brief_stands_on_one_page_in_each_language_and_the_other_papers_on_as_many_as_they_need()
    {
        await using var pack = await PreparedPack.OfAsync(PackFolders.FirstRegion);
        foreach (var file in pack.Files.Where(f => f.Extension() == "docx"))
        {
            var pdf = await office.ConvertAsync(Copy(pack, file), "pdf");
            var pages = int.Parse(System.Text.RegularExpressions.Regex.Match(await LibreOffice.FactsAsync(pdf), @"Pages:\s+(\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            var (least, most) = file.Paper switch { 1 => (10, 24), 2 => (3, 7), 3 => (10, 32), _ => (1, 1) };
            Assert.True(pages >= least && pages <= most, $"{file.Path} takes {pages} pages.");
            var first = (await LibreOffice.TextAsync(pdf, 1)).Replace(" ", "", StringComparison.Ordinal);
            Assert.Contains(file.Language == "zh" ? "2023年10月31日" : "31October2023", first, StringComparison.Ordinal);
        }
    }

    private string Copy(PreparedPack pack, TwinHub.Publish.Meetings.PackFile file)
    {
        var copy = office.Path($"{file.Language}-{file.Paper}.docx");
        File.Copy(file.In(pack.Prepared.Folder), copy);
        return copy;
    }
}

/// <summary>The verb ends in the same handler.</summary>
public sealed class PrepareVerbTests
{
    [Fact]
    public async Task The_verb_writes_the_papers_and_reports_them_as_JSON()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        var folder = Path.Combine(record.Store.Folder, "out");
        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(["prepare", "--data", record.Store.Folder, "--out", folder, "--json"]));
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "JM2", "manifest.json"), TestContext.Current.CancellationToken));
        Assert.Equal(27, manifest.RootElement.GetProperty("files").GetArrayLength());
        Assert.Equal("2024-05-31", manifest.RootElement.GetProperty("as_of").GetString());
    }

    [Fact]
    public async Task An_empty_record_and_a_wrong_call_have_their_exit_codes()
    {
        await using var record = await TestRecord.EmptyAsync(Engines.Sqlite);
        Assert.Equal(ExitCode.Data, await CommandLine.RunAsync(["prepare", "--data", record.Store.Folder, "--out", Path.Combine(record.Store.Folder, "out")]));
        Assert.Equal(ExitCode.Call, await CommandLine.RunAsync(["prepare", "--nowhere"]));
        var file = Path.Combine(record.Store.Folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await using var founded = await TestRecord.FoundedAsync(Engines.Sqlite);
        Assert.Equal(ExitCode.Machine, await CommandLine.RunAsync(["prepare", "--data", founded.Store.Folder, "--out", Path.Combine(file, "below")]));
    }
}
