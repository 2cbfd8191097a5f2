using CsCheck;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Tests.Record;
using static TwinHub.Tests.Data.Acts;

namespace TwinHub.Tests.Data;

/// <summary>Whatever the accounts do in whatever order, replaying the entries gives the tables.</summary>
public sealed class RandomActsTests
{
    private const int MostActs = 12;

    /// <summary>What is done, to which row (modulo how many there are), and a number to do it with.</summary>
    private static readonly Gen<(int What, int Row, int Number)[]> Sequences = Gen.Select(Gen.Int[0, 8], Gen.Int[0, 1000], Gen.Int[0, 99]).Array[1, MostActs];

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Replay_gives_the_tables_after_any_acts(string engine) => await Sequences.SampleAsync(async acts =>
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        foreach (var (what, row, number) in acts) await DoAsync(record, what, row, number);
        var verdict = await record.VerifyAsync();
        return verdict.ExitCode == 0 ? true : throw new InvalidOperationException($"{verdict}");
    }, iter: 15, threads: 1);

    private static Task DoAsync(TestRecord record, int what, int row, int number) => record.ActAsync(new Act($"random.{what}", SouthOffice, Ring, Text($"{number}")), async db =>
    {
        switch (what)
        {
            case 0: await DraftAsync(db, row, number); break;
            case 1: (await PickAsync(db.Items.Include(i => i.Units).Where(i => i.DraftOf == "south"), row))?.EditDraft(SouthOffice, new("transport", Text($"Title {number}"), LocalText.Empty, new(2024, 6, 1 + (number % 28))), Units(number)); break;
            case 2: (await PickAsync(db.Items.Where(i => i.DraftOf != null), row))?.Circulate(); break;
            case 3: await ReportAsync(db, record, row, number); break;
            case 4: await RewriteAsync(db, record, row, number); break;
            case 5: (await PickAsync(db.Reports.Where(r => r.State == ReportState.Submitted && r.CameBy != CameBy.Unit && r.Party == "south"), row))?.Release(SouthOffice, record.Today.Day); break;
            case 6: (await PickAsync(db.Contacts, row))!.Shared = number % 2 == 0; break;
            case 7: await CellAsync(db, row, number); break;
            default: if (await PickAsync(db.MilestoneLinks, row) is { } link) db.Remove(link); break;
        }
    });

    private static async Task DraftAsync(TwinHubDb db, int row, int number)
    {
        var list = await db.Lists.Include(l => l.Items).SingleAsync();
        var draft = new Item(Keys.New(), list.Id, list.NextItemCode(), new("transport", Text($"Draft {number}"), LocalText.Empty, new(2024, 6, 30)));
        if (row % 2 == 0) draft.KeepTo("south");
        foreach (var unit in Units(number)) draft.Add(unit);
        db.Add(draft);
        db.Add(new Milestone { Id = Keys.New(), Code = $"{draft.Code}-1", Number = 1000 + await db.Milestones.CountAsync(), ItemId = draft.Id, Order = 1, Name = Text($"Step {number}"), Kind = "works", Baseline = new(2024, 6, 1), Likely = number / 10m });
    }

    private static ItemUnit[] Units(int number) => [.. Enumerable.Range(1, number % 3).Select(order => new ItemUnit { Id = Keys.New(), Party = "south", Lead = true, Order = order, Organization = "S-TRA" })];

    private static async Task ReportAsync(TwinHubDb db, TestRecord record, int row, int number)
    {
        var (round, item) = (await db.Rounds.OrderBy(r => r.Number).LastAsync(), await PickAsync(db.Items.AsNoTracking(), row));
        var version = await db.Reports.Where(r => r.RoundId == round.Id && r.ItemId == item!.Id && r.Organization == "S-DIS").CountAsync();
        var report = new Report(Keys.New(), new(round.Id, item!.Id, "S-DIS", "south"), version + 1);
        report.Write(SouthOffice, await SaidAsync(db, number), record.Today.Day);
        db.Add(report);
    }

    private static async Task RewriteAsync(TwinHubDb db, TestRecord record, int row, int number)
    {
        if (await PickAsync(db.Reports.Where(r => r.State == ReportState.Submitted && r.CameBy != CameBy.Unit && r.Party == "south"), row) is { } report) report.Write(SouthOffice, await SaidAsync(db, number), record.Today.Day);
    }

    private static async Task<ReportText> SaidAsync(TwinHubDb db, int number)
    {
        var milestones = await db.Milestones.AsNoTracking().OrderBy(m => m.Number).Take(3).Select(m => m.Id).ToListAsync();
        return new ReportText(number, number % 5 == 0 ? LocalText.Empty : Text($"Said {number}"), Text("None"), LocalText.Empty)
        {
            CameBy = CameBy.Chat,
            Submit = true,
            Dates = [.. milestones.Where((_, i) => ((number >> i) & 1) == 1).Select(m => new ReportDate { Id = Keys.New(), Milestone = m, Likely = new(2024, 7, 1 + (number % 28)) })],
        };
    }

    private static async Task CellAsync(TwinHubDb db, int row, int number)
    {
        var (list, item) = (await db.Lists.AsNoTracking().SingleAsync(), await PickAsync(db.Items.AsNoTracking(), row));
        var column = await db.PartyColumns.FirstOrDefaultAsync(c => c.Party == "south");
        if (column is null) db.Add(column = new PartyColumn { Id = Keys.New(), ListId = list.Id, Party = "south", Order = 1, Name = Text("Own"), Kind = "text" });
        if (await db.PartyCells.SingleOrDefaultAsync(c => c.ColumnId == column.Id && c.ItemId == item!.Id) is { } cell) cell.Value = $"{number}";
        else db.Add(new PartyCell { Id = Keys.New(), ColumnId = column.Id, ItemId = item!.Id, Party = "south", Value = $"{number}" });
    }

    private static async Task<T?> PickAsync<T>(IQueryable<T> rows, int row) where T : class
    {
        var found = await rows.ToListAsync();
        return found.Count == 0 ? null : found[row % found.Count];
    }
}
