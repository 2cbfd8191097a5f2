using System.Net;
using Microsoft.EntityFrameworkCore;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Issue;

public sealed class IssueTests
{
    private static readonly Dictionary<string, string> Document = new()
    {
        ["Revision"] = "2",
        ["Number"] = "JM 2024/7",
        ["Date"] = "2 April 2024",
        ["Issuers"] = "Northland Office; Southland Office",
        ["Title.en"] = "The adjusted list",
        ["Main.en"] = "All departments",
        ["Class"] = "Joint",
    };

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_issued_revision_says_that_its_sealed_copy_and_the_record_agree(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var office = await site.SignInAsync("north-office");
        using var made = await office.PostAsync("lists/2024H1/issue", new(Document));
        var page = await office.FollowAsync(made);
        Assert.Contains("reproduces revision 2 as it is on record", page.Body!.TextContent, StringComparison.Ordinal);
        var issued = await site.Record.ReadAsync(db => db.IssuedDocuments.AsNoTracking().SingleAsync(d => d.Code == "ISS-0001"));
        Assert.Equal(("N-OFF;S-OFF", new DateOnly(2024, 4, 2)), (issued.Issuers, issued.Date));
    }

    [Fact]
    public async Task A_sealed_copy_of_another_text_is_shown_to_differ()
    {
        await using var site = await TestSite.StartAsync();
        using var office = await site.SignInAsync("north-office");
        using var made = await office.PostAsync("lists/2024H1/issue", new(Document) { ["TextSha256"] = new string('a', 64) });
        Assert.Contains("The sealed copy and the record differ", (await office.FollowAsync(made)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_office_issues_and_every_field_that_is_wrong_is_told()
    {
        await using var site = await TestSite.StartAsync();
        using var drafter = await site.SignInAsync("north-transport");
        using var refused = await drafter.GetAsync("lists/2024H1/issue");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var office = await site.SignInAsync("north-office");
        using var wrong = await office.PostAsync("lists/2024H1/issue", new() { ["Revision"] = "2", ["Issuers"] = "Nobody", ["Date"] = "soon", ["Class"] = "Joint" });
        var page = await Visitor.ReadAsync(wrong, 422);
        Assert.Equal(["#Number", "#Date", "#Title", "#Issuers"], page.QuerySelectorAll("#problems a").Select(a => a.GetAttribute("href")));
    }
}
