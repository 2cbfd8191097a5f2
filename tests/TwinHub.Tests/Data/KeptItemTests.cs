using System.Text;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Tests.Record;
using static TwinHub.Tests.Data.Acts;

namespace TwinHub.Tests.Data;

/// <summary>An item above joint stays with the party whose it is, adopted or not.</summary>
public sealed class KeptItemTests
{
    private const string Code = "2024H1-090", Quiet = "Quiet quarry";

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task No_other_partys_export_holds_an_internal_item_in_any_of_its_rows(string engine)
    {
        await using var record = await KeptAsync(engine, Class.Internal);
        var own = Encoding.UTF8.GetString(await ExportTests.ExportAsync(record, SouthOffice));
        foreach (var words in new[] { "title", "scope", "step", "deliverable", "report", "revision", "contact" }) Assert.Contains($"{Quiet} {words}", own, StringComparison.Ordinal);
        foreach (var other in new[] { NorthOffice, EastOffice })
        {
            var file = await ExportTests.ExportAsync(record, other);
            Assert.DoesNotContain(Quiet, Encoding.UTF8.GetString(file), StringComparison.Ordinal);
            Assert.DoesNotContain($"\"{Code}\"", string.Join('\n', Encoding.UTF8.GetString(file).Split('\n').Where(l => l.Contains("\"rows\":[{", StringComparison.Ordinal))), StringComparison.Ordinal);
            Assert.True((await ExportTests.VerifyAsync(file)).IsSound);
        }

        await record.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_act_on_a_joint_and_an_internal_item_writes_an_entry_for_each(string engine)
    {
        await using var record = await KeptAsync(engine, Class.Secret);
        await record.ActAsync(new Act("items.circulated", SouthOffice, "2024H1"), async db =>
        {
            foreach (var item in await db.Items.Where(i => i.Code == Code || i.Code == Ring).ToListAsync()) item.Circulate();
        });
        var (joint, own) = ((await record.EntriesAsync())[^2], (await record.EntriesAsync())[^1]);
        Assert.Equal((null, "south"), (joint.Audience, own.Audience));
        Assert.Equal((Ring, Code), (EntryText.Read(joint.Body).Rows.Single().Of, EntryText.Read(own.Body).Rows.Single().Of));
        await record.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_internal_item_opens_whole_when_another_party_takes_part(string engine)
    {
        await using var record = await KeptAsync(engine, Class.Internal);
        await record.ActAsync(new Act("item.written", SouthOffice, Code), async db =>
        {
            var item = await db.Items.Include(i => i.Units).SingleAsync(i => i.Code == Code);
            item.Add(new ItemUnit { Id = Keys.New(), Party = "north", Lead = true, Order = 1, Organization = "N-TRA" });
            item.Circulate();
        });
        var entry = (await record.EntriesAsync())[^1];
        var opened = EntryText.Read(entry.Body).Rows.Where(r => r.Op == "opened").Select(r => r.Entity);
        Assert.Null(entry.Audience);
        Assert.Equal(["Deliverable", "Item", "ItemUnit", "Milestone"], opened.Order());
        Assert.Contains($"{Quiet} title", Encoding.UTF8.GetString(await ExportTests.ExportAsync(record, EastOffice)), StringComparison.Ordinal);
        await record.AssertSoundAsync();
    }

    /// <summary>The south's item, shown to all who may see its class, with everything that an item has.</summary>
    private static async Task<TestRecord> KeptAsync(string engine, Class @class)
    {
        var (record, key) = (await TestRecord.FoundedAsync(engine), Keys.New());
        await record.ActAsync(new Act("item.drafted", SouthOffice, Code), async db =>
        {
            var list = await db.Lists.SingleAsync();
            var item = new Item(key, list.Id, Code, new("transport", Text($"{Quiet} title"), Text($"{Quiet} scope"), new(2024, 6, 30))) { Class = @class };
            item.Add(new ItemUnit { Id = Keys.New(), Party = "south", Lead = true, Order = 1, Organization = "S-TRA" });
            item.Add(new Deliverable { Id = Keys.New(), Order = 1, Text = Text($"{Quiet} deliverable") });
            db.Add(item);
        });
        await record.ActAsync(new Act("milestone.added", SouthOffice, Code), db =>
        {
            db.Add(new Milestone { Id = Keys.New(), Code = $"{Code}-1", Number = 900, ItemId = key, Order = 1, Name = Text($"{Quiet} step"), Kind = "works", Baseline = new(2024, 6, 1) });
            return Task.CompletedTask;
        });
        await AdoptAsync(record);
        await TellAsync(record, key);
        return record;
    }

    private static Task AdoptAsync(TestRecord record) => record.ActAsync(new Act("revision.made", SouthOffice, "2024H1"), async db =>
    {
        var revision = new ListRevision { Id = Keys.New(), Number = 90, State = RevisionState.Circulated, Date = new(2024, 5, 1) };
        revision.Add(new RevisionRow { Id = Keys.New(), Item = Code, Theme = "transport", Title = Text($"{Quiet} title"), Scope = Text($"{Quiet} revision"), Due = new(2024, 6, 30), Leads = "south=S-TRA" });
        db.Add(revision);
        db.Entry(revision).Property("ListId").CurrentValue = (await db.Lists.SingleAsync()).Id;
    });

    private static async Task TellAsync(TestRecord record, Guid item)
    {
        await record.ReleaseAsync(await record.ReportAsync($"{Quiet} report", Code));
        await record.ActAsync(new Act("contact.added", SouthOffice, Code), db =>
        {
            db.Add(new UnitContact { Id = Keys.New(), ItemId = item, Organization = "S-TRA", Party = "south", Person = Text($"{Quiet} contact"), Contact = LocalText.Empty, Phone = "", Shared = true });
            return Task.CompletedTask;
        });
    }
}
