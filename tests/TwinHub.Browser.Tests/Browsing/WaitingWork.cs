using TwinHub.Tests.Record;

namespace TwinHub.Browser.Tests.Browsing;

/// <summary>What an office finds on its desk: a change request that waits for keys, and a draft.</summary>
internal static class WaitingWork
{
    public static async Task AddAsync(TestSite site)
    {
        using var drafter = await site.SignInAsync("cq-transport-drafter", "zh");
        var rows = new[] { new { item = "2023H2-002", kind = "redate", @new = "2024-01-31", reason = new { zh = "用地批复顺延" } } };
        using var program = await site.ProgramAsync("cq-transport-drafter");
        using var proposed = await program.WriteAsync(HttpMethod.Post, ("lists/2023H2/changes", "lists/2023H2"), new { reason = new { zh = "跨界段用地批复顺延，由两方共同督办。", en = "Land approval of the section across the border is late; both parties press it." }, rows });
        Assert.True(proposed.IsSuccessStatusCode, await proposed.Content.ReadAsStringAsync());
        var fields = new Dictionary<string, string>
        {
            ["Theme"] = "infrastructure",
            ["Title.zh"] = "省际公路限高标准统一",
            ["Title.en"] = "One clearance standard for roads across the border",
            ["Scope.zh"] = "联合标准印发",
            ["Due"] = "2023年12月20日",
            ["Lead.chongqing"] = "cq-transport",
            ["Lead.sichuan"] = "sc-transport",
            ["Class"] = "Joint",
        };
        using var drafted = await drafter.PostAsync("lists/2023H2/drafts/new", fields);
        Assert.True((int)drafted.StatusCode == 302, $"The draft was answered with {(int)drafted.StatusCode}");
    }
}
