using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Evidence;
using TwinHub.Core.Items;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Items;

public sealed class ItemPageTests
{
    private static readonly Actor Chongqing = TestRecord.Account("chongqing", Roles.Office, "cq-drc");

    [Fact]
    public async Task Every_item_of_the_first_region_has_a_complete_page_with_the_same_numbers_in_both_languages()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("sc-viewer", "zh");
        foreach (var number in Enumerable.Range(1, 107).Where(n => n % 7 == 1 || n is 2 or 22 or 56))
        {
            const string figures = ".big, .row.sm > b, .st + .mono";
            reader.Language = "zh";
            var zh = await PageRules.CompleteAsync(reader, $"items/2023H2-{number:000}");
            reader.Language = "en";
            var en = await PageRules.CompleteAsync(reader, $"items/2023H2-{number:000}");
            Assert.Equal(PageRules.Numbers(zh, figures).Where(n => n.EndsWith('%')), PageRules.Numbers(en, figures).Where(n => n.EndsWith('%')));
            Assert.Equal(zh.QuerySelectorAll("[aria-labelledby=ms] tbody tr").Length, en.QuerySelectorAll("[aria-labelledby=ms] tbody tr").Length);
        }
    }

    [Theory, InlineData("en"), InlineData("de")]
    public async Task An_item_of_three_parties_gives_each_its_row(string language)
    {
        await using var site = await TestSite.StartAsync();
        using var reader = await site.SignInAsync("east-office", language);
        var codes = await site.Record.ReadAsync(db => db.Items.Where(i => i.FirstRevision != null).Select(i => i.Code).ToListAsync());
        foreach (var code in codes)
        {
            var page = await PageRules.CompleteAsync(reader, "items/" + code);
            var parties = await site.Record.ReadAsync(db => db.Items.Where(i => i.Code == code).SelectMany(i => i.Units).Where(u => u.Party != null).Select(u => u.Party).Distinct().CountAsync());
            Assert.Equal(parties, page.QuerySelectorAll(".face > :not(.j)").Length);
        }
    }

    [Fact]
    public async Task A_report_that_is_not_released_shows_to_its_own_party_only()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        await site.Record.ActAsync(new Act("report.submitted", Chongqing, "2023H2-003"), async db =>
        {
            var (item, round) = (await db.Items.SingleAsync(i => i.Code == "2023H2-003"), await db.Rounds.SingleAsync(r => r.Code == "2023H2-R4"));
            var report = new Report(Guid.CreateVersion7(), new(round.Id, item.Id, "cq-energy", "chongqing"), 7);
            report.Write(Chongqing, new ReportText(63, LocalText.Of("zh", ("zh", "铁塔组立六成三，尚待核实")), LocalText.Empty, LocalText.Empty) { CameBy = CameBy.Phone, Submit = true }, new(2023, 10, 31));
            db.Reports.Add(report);
        });
        Assert.Contains("铁塔组立六成三", await TextAsync(site, "cq-office", "items/2023H2-003"), StringComparison.Ordinal);
        Assert.DoesNotContain("铁塔组立六成三", await TextAsync(site, "sc-office", "items/2023H2-003"), StringComparison.Ordinal);
        Assert.DoesNotContain("铁塔组立六成三", await TextAsync(site, "sc-office", "lists/2023H2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_shows_to_its_own_party_until_it_is_shared()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        const string phone = "023-5555-0102"; // of the second lead of 001
        Assert.Contains(phone, await TextAsync(site, "cq-office", "items/2023H2-001"), StringComparison.Ordinal);
        Assert.DoesNotContain("023-5555", await TextAsync(site, "sc-office", "items/2023H2-001"), StringComparison.Ordinal);
        await site.Record.ActAsync(new Act("contact.shared", Chongqing, "2023H2-001"), async db =>
        {
            var item = await db.Items.SingleAsync(i => i.Code == "2023H2-001");
            (await db.Contacts.SingleAsync(c => c.ItemId == item.Id && c.Phone == phone)).Shared = true;
        });
        Assert.Contains(phone, await TextAsync(site, "sc-office", "items/2023H2-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_internal_to_a_party_stays_with_it()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        await site.Record.ActAsync(new Act("evidence.brought", Chongqing, "2023H2-002"), db =>
        {
            foreach (var (name, @class) in new[] { ("渝段移交确认书.pdf", Class.Joint), ("渝方内部测算.xlsx", Class.Internal) })
            {
                db.Evidence.Add(new EvidenceFile { Id = Guid.CreateVersion7(), Sha256 = new string('a', 64), Name = name, ContentType = "application/pdf", Size = 4096, Class = @class, Party = "chongqing", Subject = "item/2023H2-002", By = Chongqing.Account, At = TestClock.Start });
            }

            return Task.CompletedTask;
        });
        var (own, other) = (await TextAsync(site, "cq-office", "items/2023H2-002"), await TextAsync(site, "sc-office", "items/2023H2-002"));
        Assert.Contains("渝方内部测算.xlsx", own, StringComparison.Ordinal);
        Assert.Contains("渝段移交确认书.pdf", other, StringComparison.Ordinal);
        Assert.DoesNotContain("渝方内部测算.xlsx", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_a_party_keeps_is_not_there_for_the_other()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        await site.Record.ActAsync(new Act("item.drafted", Chongqing, "2023H2-900"), async db =>
        {
            var list = await db.Lists.SingleAsync(l => l.Code == "2023H2");
            var draft = new Item(Guid.CreateVersion7(), list.Id, "2023H2-900", new("ecology", LocalText.Of("zh", ("zh", "嘉陵江联合执法")), LocalText.Of("zh", ("zh", "两地联合执法四次")), new(2023, 12, 31)));
            draft.KeepTo("chongqing");
            draft.Add(new ItemUnit { Id = Guid.CreateVersion7(), Party = "chongqing", Lead = true, Order = 1, Organization = "cq-drc" });
            db.Items.Add(draft);
        });
        using var own = await site.SignInAsync("cq-office", "zh");
        using var other = await site.SignInAsync("sc-office", "zh");
        await PageRules.CompleteAsync(own, "items/2023H2-900");
        await other.PageAsync("items/2023H2-900", status: 404);
        Assert.Contains("嘉陵江联合执法", await TextAsync(site, "cq-office", "lists/2023H2"), StringComparison.Ordinal);
        Assert.DoesNotContain("嘉陵江联合执法", await TextAsync(site, "sc-office", "lists/2023H2"), StringComparison.Ordinal);
    }

    [Theory, InlineData("2023H2-999"), InlineData("2023H2"), InlineData("-"), InlineData("1999H1-001")]
    public async Task An_unknown_item_is_a_404(string code)
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "en");
        await reader.PageAsync("items/" + code, status: 404);
    }

    [Fact]
    public async Task The_page_of_an_item_asks_the_database_at_most_twelve_times()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "zh");
        await reader.PageAsync("items/2023H2-002");
        using var queries = new QueryCount(site.Record.Store);
        await reader.PageAsync("items/2023H2-002");
        Assert.True(queries.Count is > 0 and <= PageRules.MostQueries, $"{queries.Count} queries:\n{queries.Texts}");
    }

    private static async Task<string> TextAsync(TestSite site, string account, string path)
    {
        using var reader = await site.SignInAsync(account, "zh");
        return (await reader.PageAsync(path)).DocumentElement.OuterHtml;
    }
}
