using AngleSharp.Html.Dom;

namespace TwinHub.Tests.Record;

public sealed class HistoryLinkTests
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Every_kind_of_record_leads_to_its_history_which_shows_it_as_of_a_day(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var reader = await site.SignInAsync("north-office");
        foreach (var (path, code) in new[]
        {
            ("items/2024H1-001", "2024H1-001"), ("lists/2024H1", "2024H1"), ("lists/2024H1/revisions", "2024H1"), ("meetings/JM1", "JM1"), ("papers/JM1-P1", "JM1-P1"), ("decisions/JM1-D1", "JM1-D1"),
            ("projects/RING", "RING"), ("organizations/N-TRA", "N-TRA"), ("zones/Z1", "Z1"), ("measure/population", "population"), ("rounds/2024H1-R3", "2024H1-R3"), ("issued/DOC1", "DOC1"),
        })
        {
            var link = (await reader.PageAsync(path)).QuerySelectorAll("main a").OfType<IHtmlAnchorElement>().FirstOrDefault(a => a.PathName == $"/en/history/{code}");
            Assert.True(link is not null, $"{path} leads to no history of {code}");
            var stood = await reader.PageAsync($"history/{code}?on=2024-12-31");
            Assert.True(stood.QuerySelectorAll("#stood").Length == 1 && stood.QuerySelectorAll("section[aria-labelledby=stood] dl").Length > 0, $"{code} has no as-of");
            Assert.NotEmpty(stood.QuerySelectorAll(".he .hh b"));
        }
    }
}
