using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Data.Whole;

namespace TwinHub.Deliver.Workbooks;

/// <summary>What the sender says when confirming.</summary>
/// <param name="Reason">Why, for a proposed change; in the binding language.</param>
/// <param name="Release">An office releases the reports that it brings at once.</param>
public sealed record Said(string? Reason, bool Release);

/// <summary>Takes a checked workbook in: all of it in one act, or nothing. Drafts, a recorded list, or one proposed change request.</summary>
public sealed class TakeIn(TwinHubDb db, PlanImport plans, KnownLayouts layouts, ReferenceCache references, Today today, TimeProvider clock, Actor actor)
{
    /// <param name="said">What the sender said beside the workbook.</param>
    /// <returns>The plan, carried out where it has no problems and changes something; the code of the proposed change where it made one.</returns>
    /// <exception cref="RefusedException">The file is no workbook that can be read, or a rule says no. Nothing is written.</exception>
    public async Task<(ImportPlan Plan, string? Change)> HandleAsync(Incoming incoming, Said said, CancellationToken cancel)
    {
        await using var transaction = await db.BeginAsOnlyWriterAsync(cancel); // the codes that it gives are given once
        var (plan, found) = await plans.HandleAsync(incoming, cancel);
        if (plan.Problems.Count > 0 || plan.ChangesNothing) return (plan, null);
        var region = (await references.GetAsync(cancel))!.Region;
        var whole = found ?? new WholeList(Make(plan, region), null, []);
        var list = whole.List;
        var items = new TakeInRows(actor, region.Binding).Write(plan, list);
        db.ChangeTracker.AutoDetectChangesEnabled = false; // the save looks once
        foreach (var added in items.Values.Where(i => db.Entry(i).State == EntityState.Detached)) db.Add(added);
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        if (found is null) db.Add(list);
        var change = plan.Mode switch
        {
            ImportMode.Record => await RecordAsync(plan, whole, region, cancel),
            ImportMode.Propose => await ProposeAsync(plan, whole, (region, said.Reason), cancel),
            _ => null,
        };
        await WriteReportsAsync(plan, list, (region, said.Release), cancel);
        await ShowFirstListAsync(list, cancel);
        await layouts.KeepAsync(plan.Table!, cancel);
        db.Act(new Act("workbook.taken-in", actor, list.Code, said.Reason is { Length: > 0 } why ? LocalText.Of(region.Binding, (region.Binding, why)) : null));
        await db.SaveOrRefuseAsync(cancel);
        await transaction.CommitAsync(cancel);
        references.Forget();
        return (plan, change?.Code);
    }

    private ItemList Make(ImportPlan plan, Region region) => new(Keys.New(), plan.Code, LocalText.Of(region.Binding, plan.Facts.Title.Select(t => (t.Key, t.Value))), [.. references.Current!.Parties.Select(p => p.Code)])
    {
        Starts = plan.Facts.Starts!.Value,
        Ends = plan.Facts.Ends!.Value,
    };

    private async Task<ChangeRequest> RecordAsync(ImportPlan plan, WholeList whole, Region region, CancellationToken cancel)
    {
        var (facts, list) = (plan.Facts, whole.List);
        var document = await db.IssuedDocuments.Select(d => d.Code).NextCodeAsync("ISS-", cancel);
        var rows = list.Items.Where(i => i.IsDraft).OrderBy(i => i.Code, StringComparer.Ordinal).Select((item, i) => Row(i, (item, RowKind.Adopt, ""), whole)).ToList();
        var reason = LocalText.Of(region.Binding, (region.Binding, facts.DocumentTitle ?? facts.DocumentNumber!));
        var change = new ChangeRequest(Keys.New(), await db.Changes.Select(c => c.Code).NextCodeAsync("CR-", cancel), list, new Proposal(actor, clock.GetUtcNow(), reason, rows) { Document = document });
        change.Record(actor);
        whole.Apply(change, facts.AdoptedOn!.Value);
        db.Add(change);
        db.Add(new IssuedDocument
        {
            Id = Keys.New(),
            Code = document,
            Kind = "list",
            List = list.Code,
            Revision = list.Adopted!.Number,
            Number = facts.DocumentNumber!,
            Date = facts.DocumentDate!.Value,
            Issuers = string.Join(';', facts.Issuers),
            Main = LocalText.Empty,
            Copies = LocalText.Empty,
            Title = reason,
            TextSha256 = list.Adopted.TextSha256(),
        });
        return change;
    }

    private async Task<ChangeRequest?> ProposeAsync(ImportPlan plan, WholeList whole, (Region Region, string? Reason) at, CancellationToken cancel)
    {
        var rows = plan.Rows.SelectMany(r => Changes(r, whole.List)).Select((r, i) => Row(i, (r.Item, r.Kind, r.New), whole)).ToList();
        if (rows.Count == 0) return null;
        RefusedException.ThrowIf(string.IsNullOrWhiteSpace(at.Reason) ? Refusal.Of("change.reason") : null);
        var proposal = new Proposal(actor, clock.GetUtcNow(), LocalText.Of(at.Region.Binding, (at.Region.Binding, at.Reason!.Trim())), rows);
        RefusedException.ThrowIf(whole.WhyNot(proposal));
        var change = new ChangeRequest(Keys.New(), await db.Changes.Select(c => c.Code).NextCodeAsync("CR-", cancel), whole.List, proposal);
        db.Add(change);
        return change;
    }

    private static IEnumerable<(Item Item, RowKind Kind, string? New)> Changes(PlannedRow row, ItemList list)
    {
        if (row.Item is null)
        {
            yield return (list.Find(row.Code)!, RowKind.Add, null);
            yield break;
        }

        var item = row.Item;
        if (row.Row.Due is { } due && due != item.Due) yield return (item, RowKind.Redate, Rows.WriteDate(due));
        if (row.Changes.Any(c => c.Kind == ColumnKind.Leads)) yield return (item, RowKind.Relead, TakeInRows.Leads(row, item, list));
        if (row.Changes.FirstOrDefault(c => c.Kind == ColumnKind.Scope && c.Part == item.Scope.Binding) is { } scope) yield return (item, RowKind.Rescope, scope.New);
    }

    private static ChangeRow Row(int order, (Item Item, RowKind Kind, string? To) row, WholeList at)
    {
        var old = Rows.Current(row.Kind, row.Item, at.List, at.Milestones);
        return new() { Id = Keys.New(), Order = order + 1, Item = row.Item.Code, Kind = row.Kind, Old = old, New = row.To ?? "", Reason = LocalText.Empty };
    }

    private async Task WriteReportsAsync(ImportPlan plan, ItemList list, (Region Region, bool Release) at, CancellationToken cancel)
    {
        var rounds = await db.Rounds.Where(r => r.ListId == list.Id).ToDictionaryAsync(r => r.Period, cancel);
        var existing = (await db.Reports.Include(r => r.Dates).Where(r => r.Party == actor.Party && !r.Superseded && rounds.Values.Select(x => x.Id).Contains(r.RoundId)).ToListAsync(cancel)).ToDictionary(r => (r.RoundId, r.ItemId, r.Organization));
        foreach (var planned in plan.Reports.OrderBy(r => r.Period, StringComparer.Ordinal))
        {
            var round = rounds.TryGetValue(planned.Period, out var known) ? known : rounds[planned.Period] = Round(list, planned.Period, rounds.Count + 1);
            var place = new ReportPlace(round.Id, list.Find(planned.ItemCode)!.Id, planned.Organization, planned.Party);
            if (existing.GetValueOrDefault((place.Round, place.Item, place.Organization)) is { State: not ReportState.Draft }) continue; // what was sent stays
            var report = existing.GetValueOrDefault((place.Round, place.Item, place.Organization)) ?? New(place);
            var text = planned.Text is { } said ? LocalText.Of(at.Region.Binding, (at.Region.Binding, said)) : LocalText.Empty;
            report.Write(actor, new ReportText(planned.Percent, text, LocalText.Empty, LocalText.Empty) { CameBy = CameBy.File, Submit = actor.Is(Roles.Office) }, today.Day);
            if (at.Release) report.Release(actor, today.Day);
        }
    }

    /// <summary>The first list of a record is the one that its overview shows.</summary>
    private async Task ShowFirstListAsync(ItemList list, CancellationToken cancel)
    {
        var region = await db.Regions.SingleAsync(cancel);
        if (region.CurrentList is null || !await db.Lists.AnyAsync(l => l.Code == region.CurrentList, cancel)) region.CurrentList = list.Code;
    }

    private Report New(ReportPlace place)
    {
        var report = new Report(Keys.New(), place, 1);
        db.Add(report);
        return report;
    }

    private Round Round(ItemList list, string period, int number)
    {
        var round = new Round { Id = Keys.New(), ListId = list.Id, Code = $"{list.Code}-R{number}", Number = number, Period = period, Opens = Period.FirstDay(period), Closes = Period.LastDay(period) };
        db.Add(round);
        return round;
    }
}
