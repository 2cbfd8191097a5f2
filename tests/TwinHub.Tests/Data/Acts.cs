using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Data;

/// <summary>The cast of the three-parties pack, and acts of theirs on the record.</summary>
internal static class Acts
{
    public const string Ring = "2024H1-001", OpenRound = "2024H1-R3";

    public static readonly Actor NorthOffice = TestRecord.Account("north", Roles.Office, "N-OFF");
    public static readonly Actor NorthDrafter = TestRecord.Account("north", Roles.Drafter, "N-TRA");
    public static readonly Actor SouthOffice = TestRecord.Account("south", Roles.Office, "S-OFF");
    public static readonly Actor EastOffice = TestRecord.Account("east", Roles.Office, "E-OFF");

    public static LocalText Text(string english) => LocalText.Of("en", ("en", english));

    public static Task SaveFailsAsync<T>(this TwinHubDb db) where T : Exception => Assert.ThrowsAsync<T>(() => db.SaveChangesAsync());

    public static Task<VerifyRecord.Verdict> VerifyAsync(this TestRecord record) =>
        record.ReadAsync(db => new VerifyRecord(db, record.Store).HandleAsync(null, CancellationToken.None));

    public static async Task AssertSoundAsync(this TestRecord record)
    {
        var verdict = await record.VerifyAsync();
        Assert.True(verdict.ExitCode == 0, $"{verdict}");
    }

    /// <summary>A report of the south for the open round, written by its office for its unit.</summary>
    public static async Task<Guid> ReportAsync(this TestRecord record, string text, string item = Ring)
    {
        var id = Keys.New();
        await record.ActAsync(new Act("report.written", SouthOffice, item), async db =>
        {
            var (round, about) = (await db.Rounds.SingleAsync(r => r.Code == OpenRound), await db.Items.AsNoTracking().SingleAsync(i => i.Code == item));
            var report = new Report(id, new(round.Id, about.Id, "S-TRA", "south"), 1);
            var milestone = await db.Milestones.AsNoTracking().FirstAsync(m => m.ItemId == about.Id);
            report.Write(SouthOffice, new ReportText(60, Text(text), Text("None"), LocalText.Empty)
            {
                CameBy = CameBy.Phone,
                Submit = true,
                Dates = [new ReportDate { Id = Keys.New(), Milestone = milestone.Id, Likely = new DateOnly(2024, 6, 20) }],
            }, record.Today.Day);
            db.Add(report);
        });
        return id;
    }

    public static Task ReleaseAsync(this TestRecord record, Guid report) => record.ActAsync(new Act("report.released", SouthOffice, Ring), async db =>
        (await db.Reports.SingleAsync(r => r.Id == report)).Release(SouthOffice, record.Today.Day));

    public static Task CallAsync(this TestRecord record, string phone, string item = Ring) => record.ActAsync(new Act("contact.changed", SouthOffice, item), async db =>
    {
        var about = await db.Items.AsNoTracking().SingleAsync(i => i.Code == item);
        (await db.Contacts.FirstAsync(c => c.ItemId == about.Id && c.Party == "south")).Phone = phone;
    });

    /// <summary>All entries, oldest first.</summary>
    public static Task<List<JournalEntry>> EntriesAsync(this TestRecord record) => record.ReadAsync(db => db.Journal.AsNoTracking().OrderBy(e => e.Index).ToListAsync());

    public static string Body(this JournalEntry entry) => System.Text.Encoding.UTF8.GetString(entry.Body);

}
