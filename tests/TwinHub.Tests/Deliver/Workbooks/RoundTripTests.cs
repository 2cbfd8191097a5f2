using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Data;
using TwinHub.Tests.Publish.Documents;
using TwinHub.Tests.Record;
using static TwinHub.Tests.Deliver.Acting;

namespace TwinHub.Tests.Deliver.Workbooks;

/// <summary>What goes out comes back in and changes nothing.</summary>
public sealed class RoundTripTests
{
    private const int Many = 10_000;

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_export_of_an_adopted_list_that_comes_back_changes_nothing(string engine)
    {
        await using var record = await Importing.RecordAsync(engine);
        foreach (var format in new[] { "xlsx", "ods", "csv" })
        {
            var plan = await record.PlanAsync(await record.ExportAsync("2024H1", format), "2024H1");
            Assert.Equal(("", true, 6), (plan.Told(), plan.ChangesNothing, plan.Left));
        }
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task So_does_one_in_either_language_of_the_first_region(string language)
    {
        await using var record = await Importing.RecordAsync(pack: PackFolders.FirstRegion);
        foreach (var format in new[] { "xlsx", "ods", "csv" })
        {
            var plan = await record.PlanAsync(await record.ExportAsync("2023H2", format, "chongqing", language), "2023H2", "chongqing", language);
            Assert.Equal(("", true, 107), (plan.Told(), plan.ChangesNothing, plan.Left));
        }
    }

    [Fact]
    public async Task Ten_thousand_items_go_out_and_come_back_unchanged_in_every_format()
    {
        await using var record = await Importing.RecordAsync();
        Assert.Equal(("", Many), (await record.TakeAsync(Table(Many), "2024H2")) is var taken ? (taken.Told(), taken.Added) : default);
        foreach (var format in new[] { "xlsx", "ods", "csv" })
        {
            var plan = await record.PlanAsync(await record.ExportAsync("2024H2", format), "2024H2");
            Assert.Equal(("", 0, 0, Many), (plan.Told(), plan.Added, plan.Changed, plan.Left));
        }
    }

    [Fact]
    public async Task The_same_workbook_twice_adds_nothing_the_second_time_and_a_changed_cell_changes_its_item()
    {
        await using var record = await Importing.RecordAsync();
        await record.TakeAsync(Table(3), "2024H2");
        var size = await record.SizeAsync();
        Assert.True((await record.TakeAsync(Table(3), "2024H2")).ChangesNothing);
        Assert.Equal(size, await record.SizeAsync());
        var changed = await record.TakeAsync(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Table(3)).Replace("Scope 2", "Another scope", StringComparison.Ordinal)), "2024H2");
        Assert.Equal((0, 1, 2), (changed.Added, changed.Changed, changed.Left));
        Assert.Equal(("Scope 2", "Another scope"), (changed.Rows[1].Changes[0].Old, changed.Rows[1].Changes[0].New));
    }

    [Fact]
    public async Task LibreOffice_opens_what_goes_out_and_computes_nothing()
    {
        await using var record = await Importing.RecordAsync();
        await record.AddNextListAsync();
        await record.ActAsync(new Act("item.drafted", Drafter, "2024H2-001"), async db =>
        {
            var list = await db.Lists.Include(l => l.Items).SingleAsync(l => l.Code == "2024H2");
            list.Add(new Item(Keys.New(), list.Id, "2024H2-001", new("transport", Said("=1+1"), Said("two  blanks, a comma\nand a line"), new(2024, 11, 30))));
        });
        using var office = new LibreOffice();
        foreach (var format in new[] { "xlsx", "ods", "csv" })
        {
            await File.WriteAllBytesAsync(office.Path("list." + format), await record.ExportAsync("2024H2", format));
            var text = await File.ReadAllTextAsync(format == "csv" ? office.Path("list.csv") : await office.ConvertAsync(office.Path("list." + format), "csv"));
            foreach (var told in new[] { "=1+1", "2024-11-30", "two  blanks", "2024H2-001" }) Assert.Contains(told, text, StringComparison.Ordinal);
            File.Delete(office.Path("list.csv"));
        }

        Assert.Contains("2024H2-001", await LibreOffice.TextAsync(await office.ConvertAsync(office.Path("list.ods"), "pdf"), 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_codes_and_every_language_with_filter_and_day()
    {
        await using var record = await Importing.RecordAsync();
        using var json = JsonDocument.Parse(await record.ExportAsync("2024H1", "json"));
        var (root, item) = (json.RootElement, json.RootElement.GetProperty("items")[0]);
        Assert.Equal(("2024H1", true, 6), (root.GetProperty("list").GetString(), root.GetProperty("sample").GetBoolean(), root.GetProperty("items").GetArrayLength()));
        Assert.Equal(("2024H1-001", "Ringbahn, Lückenschluss", "2024-06-30"), (item.GetProperty("code").GetString(), item.GetProperty("title").GetProperty("de").GetString(), item.GetProperty("due").GetString()));
    }

    /// <summary>A table of text of so many items, as an office would send it.</summary>
    internal static byte[] Table(int items)
    {
        var text = new StringBuilder("Item,Scope,Theme,Lead units,Supporting units,Deadline\r\n");
        for (var i = 1; i <= items; i++) text.Append(CultureInfo.InvariantCulture, $"Item {i},Scope {i},Transport,Northland Transport; Southland Transport,Rivers Railway,2024-{7 + i % 6:00}-15\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
