using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Rounds;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Evidence;

public sealed class UploadTests
{
    private const string Subject = "item/2024H1-001", Bring = "evidence/new?subject=item%2F2024H1-001", Held = "evidence?subject=item%2F2024H1-001";
    private static readonly byte[] Html = Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>");

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Html_that_calls_itself_a_picture_is_known_told_and_never_run(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var visitor = await site.SignInAsync("north-office");
        using var answer = await SendAsync(visitor, "photo.png", Html, "Joint");
        var page = await visitor.FollowAsync(answer);
        Assert.Contains("the name does not match the content", page.Body!.TextContent, StringComparison.Ordinal);

        var file = await site.Record.ReadAsync(db => db.Evidence.AsNoTracking().SingleAsync());
        Assert.Equal((Subject, "text/html", "photo.png"), (file.Subject, file.ContentType, file.Name));
        Assert.True(File.Exists(Path.Combine(site.Record.Store.Files, file.Sha256[..2], file.Sha256)));
        using var download = await visitor.GetAsync($"evidence/{file.Sha256}");
        Assert.Equal("application/octet-stream", download.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", download.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(Html, await download.Content.ReadAsByteArrayAsync());
        Assert.Contains("as it was submitted", (await visitor.PageAsync($"evidence/{file.Sha256}/check")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_internal_to_a_party_is_not_there_for_another()
    {
        await using var site = await TestSite.StartAsync();
        using var north = await site.SignInAsync("north-office");
        using (await SendAsync(north, "ledger-of-north.txt", "figures of north"u8.ToArray(), "Internal")) { }
        var sha = await site.Record.ReadAsync(db => db.Evidence.AsNoTracking().Select(f => f.Sha256).SingleAsync());
        using var south = await site.SignInAsync("south-office");
        using var fetched = await south.GetAsync($"evidence/{sha}");
        using var listed = await south.GetAsync(Held);
        Assert.Equal(HttpStatusCode.NotFound, fetched.StatusCode);
        Assert.DoesNotContain("ledger-of-north", await listed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(sha, await listed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_above_the_limit_is_answered_413_and_nothing_is_kept()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = await site.SignInAsync("north-office");
        foreach (var size in new[] { (64 << 20) + 1, 66 << 20 })
        {
            using var answer = await SendAsync(visitor, "large.bin", new byte[size], "Joint");
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }

        Assert.Equal(0, await site.Record.ReadAsync(db => db.Evidence.CountAsync()));
        Assert.True(!Directory.Exists(site.Record.Store.Files) || Directory.GetFiles(site.Record.Store.Files, "*", SearchOption.AllDirectories).All(f => new FileInfo(f).Length < 1 << 20));
    }

    [Fact]
    public async Task Above_the_ceiling_only_number_holder_and_place_are_taken()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = await site.SignInAsync("north-office");
        var asked = await visitor.PageAsync(Bring + "&held=Secret");
        Assert.Empty(asked.QuerySelectorAll("input[type=file]"));
        using var made = await visitor.SubmitAsync(asked.Forms.First(f => f.Action.Contains("stubs", StringComparison.Ordinal)), new() { ["StubNumber"] = "N 7", ["Holder"] = "Archive", ["Place"] = "Room 3" });
        Assert.Contains("Archive", (await visitor.FollowAsync(made)).Body!.TextContent, StringComparison.Ordinal);

        using var refused = await SendAsync(visitor, "secret.txt", "secret"u8.ToArray(), "Secret");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(0, await site.Record.ReadAsync(db => db.Evidence.CountAsync()));
    }

    [Fact]
    public async Task One_content_is_kept_once_and_brought_twice_to_one_record_is_refused()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = await site.SignInAsync("north-office");
        using (await SendAsync(visitor, "a.txt", "same"u8.ToArray(), "Joint")) { }
        using var again = await SendAsync(visitor, "b.txt", "same"u8.ToArray(), "Joint");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        using var drafter = await site.SignInAsync("south-office");
        using (await SendAsync(drafter, "c.txt", "same"u8.ToArray(), "Joint")) { }
        Assert.Equal((2, 1), (await site.Record.ReadAsync(db => db.Evidence.CountAsync()), await site.Record.ReadAsync(db => db.Evidence.Select(f => f.Sha256).Distinct().CountAsync())));
    }

    [Fact]
    public async Task A_draft_that_others_do_not_see_takes_only_what_they_do_not_see()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = await site.SignInAsync("north-office");
        var fields = new Dictionary<string, string> { ["Theme"] = "transport", ["Title.en"] = "Night train", ["Scope.en"] = "Runs", ["Due"] = "29 June 2024", ["Lead.north"] = "N-TRA", ["Class"] = "Joint" };
        using (await visitor.PostAsync("lists/2024H1/drafts/new", fields)) { }
        using var joint = await SendAsync(visitor, "plan.txt", "plan"u8.ToArray(), "Joint", "item/2024H1-007");
        using var own = await SendAsync(visitor, "plan.txt", "plan"u8.ToArray(), "Internal", "item/2024H1-007");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found), (joint.StatusCode, own.StatusCode));
    }

    [Fact]
    public async Task What_supports_a_report_is_there_for_others_from_its_release_on()
    {
        await using var site = await TestSite.StartAsync();
        using var north = await site.SignInAsync("north-office");
        using var south = await site.SignInAsync("south-office");
        var report = await site.Record.ReadAsync(db => db.Reports.AsNoTracking().Where(r => r.Party == "north" && r.State != ReportState.Released).Select(r => r.Id).FirstOrDefaultAsync());
        Assert.NotEqual(Guid.Empty, report);
        using (await SendAsync(north, "said.txt", "not said yet"u8.ToArray(), "Joint", $"report/{report:D}")) { }
        var sha = await site.Record.ReadAsync(db => db.Evidence.AsNoTracking().Select(f => f.Sha256).SingleAsync());
        using var before = await south.GetAsync($"evidence/{sha}");
        using var listed = await south.GetAsync($"evidence?subject=report%2F{report:D}");
        using var own = await north.GetAsync($"evidence/{sha}");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK), (before.StatusCode, listed.StatusCode, own.StatusCode));
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string name, byte[] bytes, string held, string subject = Subject)
    {
        var form = (IHtmlInputElement)(await visitor.PageAsync($"evidence/new?subject={Uri.EscapeDataString(subject)}&held=Joint")).QuerySelector("input[name=__RequestVerificationToken]")!;
        using var file = new ByteArrayContent(bytes);
        using var content = new MultipartFormDataContent { { new StringContent(form.Value), "__RequestVerificationToken" }, { new StringContent(held), "Class" }, { file, "File", name } };
        return await visitor.Http.PostAsync(new Uri($"/en/evidence/new?subject={Uri.EscapeDataString(subject)}", UriKind.Relative), content);
    }
}
