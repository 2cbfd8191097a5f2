using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Rounds;

namespace TwinHub.Deliver.Rounds;

/// <summary>A report as rounds count it, without what it says.</summary>
public sealed record ReportHead(Guid Round, Guid Item, string Party, string Organization, int Number, ReportState State, DateOnly? SubmittedOn, CameBy CameBy);

/// <summary>One report that a round asks for: of this item, by the unit that answers for its party.</summary>
/// <param name="Head">The released version, otherwise the latest that the reader may see; null: none.</param>
public sealed record Duty(Item Item, Round Round, string Party, string Organization, ReportHead? Head)
{
    /// <summary>A later version than the released one, on its way; the released one counts until then.</summary>
    public ReportHead? Correction { get; init; }

    public ReportState? State => Head?.State;

    /// <summary>The unit has said it: it waits for its confirmer or its office, or is released.</summary>
    public bool IsSaid => State is ReportState.Submitted or ReportState.Confirmed or ReportState.Released;

    /// <summary>Days after the round's close: of the submission, or so far where there is none.</summary>
    public int DaysLate(DateOnly today) => Math.Max(0, ((IsSaid ? Head!.SubmittedOn ?? Round.Closes : today).DayNumber) - Round.Closes.DayNumber);

    /// <summary>It waits for the party's office to release it.</summary>
    public bool IsToRelease => (Correction ?? Head)?.State == ReportState.Confirmed;

    public bool IsMissing(DateOnly today) => !IsSaid && today > Round.Closes;
}

/// <summary>How the reports of some duties stand. Said includes confirmed, confirmed includes released.</summary>
public sealed record Tally(int Due, int Said, int Confirmed, int Released, int ToRelease, int Missing, int Late)
{
    public static Tally Of(IReadOnlyCollection<Duty> duties, DateOnly today) => new(
        duties.Count,
        duties.Count(d => d.IsSaid),
        duties.Count(d => d.State is ReportState.Confirmed or ReportState.Released),
        duties.Count(d => d.State == ReportState.Released),
        duties.Count(d => d.IsToRelease),
        duties.Count(d => d.IsMissing(today)),
        duties.Count(d => d.IsSaid && d.DaysLate(today) > 0));
}

/// <summary>The rounds of a list and, for one of them or all, the reports that are due.</summary>
/// <param name="Rounds">In the order of their numbers.</param>
public sealed record RoundSheet(ItemList List, IReadOnlyList<Round> Rounds, ILookup<Guid, Duty> Duties)
{
    public Round? Latest => Rounds.Count > 0 ? Rounds[^1] : null;

    public Round? Find(string code) => Rounds.FirstOrDefault(r => r.Code == code);

    public IReadOnlyList<Duty> Of(Round round, string party) => [.. Duties[round.Id].Where(d => d.Party == party)];
}
