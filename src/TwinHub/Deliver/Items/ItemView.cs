using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Evidence;
using TwinHub.Core.Items;
using TwinHub.Core.Rounds;
using TwinHub.Data.Standing;

namespace TwinHub.Deliver.Items;

/// <summary>What the page of an item shows.</summary>
public sealed record ItemView(ListStanding Standing, ItemStanding Item)
{
    public required IReadOnlyList<MilestoneLine> Milestones { get; init; }
    /// <summary>Released reports of every round, and the reader's own party's that are not yet.</summary>
    public required IReadOnlyList<SaidReport> Reports { get; init; }
    public required IReadOnlyList<UnitContact> Contacts { get; init; }
    public required IReadOnlyList<EvidenceFile> Evidence { get; init; }
    public required IReadOnlyList<Stub> Stubs { get; init; }
    public required IReadOnlyList<PendingChange> Pending { get; init; }
    public required IReadOnlyList<HistoryLine> History { get; init; }

    public string Code => Item.Code;
    public int Year => Standing.List.Ends.Year;
    /// <summary>Parties with a unit in the item, in the list's order.</summary>
    public IReadOnlyList<string> Parties => [.. Standing.List.Parties.OrderBy(p => p.Order).Select(p => p.Party).Where(p => Item.Item.Units.Any(u => u.Party == p))];
    public IEnumerable<RefText> Refs(RefKind kind) => Item.Item.Refs.Where(r => r.Kind == kind).Select(r => Standing.Refs.GetValueOrDefault((kind, r.Ref))).OfType<RefText>();

    /// <summary>What <paramref name="party"/> says in a round: its released reports, the answering unit's first.</summary>
    public IEnumerable<SaidReport> Of(Round round, string party)
    {
        var leads = Item.Item.LeadsOf(party).Select(u => u.Organization).ToList();
        return Reports.Where(r => r.Round == round.Id && r.Party == party).OrderBy(r => leads.IndexOf(r.Organization) is var at && at < 0 ? int.MaxValue : at).ThenBy(r => r.State != ReportState.Released);
    }

    /// <summary>The parties' percents of a round differ by more than the region allows: by how many points; null: they agree.</summary>
    public decimal? Gap(Round round, decimal allowed)
    {
        var percents = Parties.Select(p => Of(round, p).FirstOrDefault(r => r.State == ReportState.Released)?.Percent).OfType<decimal>().ToList();
        return percents.Count > 1 && percents.Max() - percents.Min() is var gap && (gap > allowed || (percents.Max() == 100 && gap > 0)) ? gap : null;
    }
}

/// <summary>A milestone with what stands before it, and what of other items waits for it.</summary>
public sealed record MilestoneLine(Milestone Milestone, MilestoneOutlook? Outlook, IReadOnlyList<Neighbour> Before, IReadOnlyList<Neighbour> After)
{
    /// <summary>The actual day, or the most likely one.</summary>
    public DateOnly? Finish => Milestone.Actual ?? Outlook?.P50;
    /// <summary>Days after the baseline; negative is early.</summary>
    public int? Off => Finish?.DayNumber - Milestone.Baseline.DayNumber;
}

/// <param name="Item">Code of its item, where that is another one; null: of the same item, or of a project.</param>
public sealed record Neighbour(Guid Id, LocalText Name, string? Item);

public sealed record SaidReport(Guid Round, string Party, string Organization, decimal? Percent, LocalText Text, LocalText Problems, LocalText Asks)
{
    public required ReportState State { get; init; }
    public required Judgement? Judgement { get; init; }
    public required DateOnly? SubmittedOn { get; init; }
    public required CameBy CameBy { get; init; }
}

/// <summary>A change request that waits, with its rows of this item.</summary>
public sealed record PendingChange(string Code, LocalText Reason, string ProposedParty, DateTimeOffset ProposedAt)
{
    public required IReadOnlyList<ChangeRow> Rows { get; init; }
    public required IReadOnlyList<string> Parties { get; init; }
    public required IReadOnlyList<KeyTurn> Keys { get; init; }
    /// <summary>Days since it was proposed, today counted.</summary>
    public int WaitingDays { get; init; }
}

public sealed record HistoryLine(long Index, DateTimeOffset RecordedAt, DateOnly EffectiveOn, string Act, string Party, string Subject, string? Audience);
