using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;

namespace TwinHub.Core.Rounds;

/// <summary>A dispatch round of a list (调度): one month's reports.</summary>
public sealed class Round
{
    public required Guid Id { get; init; }
    public required Guid ListId { get; init; }
    public required string Code { get; init; }
    public required int Number { get; init; }
    /// <summary>yyyy-mm.</summary>
    public required string Period { get; init; }
    public required DateOnly Opens { get; init; }
    public required DateOnly Closes { get; init; }
    public bool Sample { get; init; }

    /// <summary>Whether the item's lead units report for this round: it was in force by the close and had not ended before the round opened.</summary>
    /// <param name="inForce">Day of the revision that first had the item.</param>
    public bool Asks(Item item, DateOnly inForce) => inForce <= Closes && (item.EndedOn is not { } ended || ended >= Opens);

    /// <summary>Null when the actor may open this round beside the list's other ones.</summary>
    public Refusal? WhyNotOpen(Actor actor, ItemList list, IEnumerable<Round> others) =>
        actor.WhyNotAs(Roles.Office)
        ?? (list.IsOpen ? null : Refusal.Of("list.closed", list.Code))
        ?? (list.Adopted is null ? Refusal.Of("list.not-adopted", list.Code) : null)
        ?? (Closes < Opens ? Refusal.Of("round.dates", Opens, Closes) : null)
        ?? (others.FirstOrDefault(r => r.Period == Period) is { } same ? Refusal.Of("round.period-taken", same.Code) : null);
}

public enum ReportState
{
    Draft,
    Submitted,
    Confirmed,
    Returned,
    Released,
}

public enum Judgement
{
    OnTrack,
    AtRisk,
    Late,
}

/// <summary>How a report came; other than by the unit itself, its office entered it (代填).</summary>
public enum CameBy
{
    Unit,
    Phone,
    Letter,
    Chat,
    File,
}

/// <summary>What one lead unit says of one item for one round (进展报告). A returned one stays; what follows is a new version.</summary>
public sealed class Report
{
    private readonly List<ReportDate> dates = [];

    private Report() { } // for EF Core

    public Report(Guid id, ReportPlace place, int number) =>
        (Id, RoundId, ItemId, Organization, Party, Number) = (id, place.Round, place.Item, place.Organization, place.Party, number);

    public Guid Id { get; private set; }
    public Guid RoundId { get; private set; }
    public Guid ItemId { get; private set; }
    public string Organization { get; private set; } = "";
    public string Party { get; private set; } = "";
    /// <summary>Version of the unit's report of this item and round, from 1.</summary>
    public int Number { get; private set; }
    /// <summary>A later version exists.</summary>
    public bool Superseded { get; private set; }
    /// <summary>0–100; null where the unit gives none.</summary>
    public decimal? Percent { get; private set; }
    public LocalText Text { get; private set; } = LocalText.Empty;
    public LocalText Problems { get; private set; } = LocalText.Empty;
    public LocalText Asks { get; private set; } = LocalText.Empty;
    /// <summary>Why the percent is below that of the unit's report before.</summary>
    public LocalText WhyLower { get; private set; } = LocalText.Empty;
    public Judgement? Judgement { get; private set; }
    public ReportState State { get; private set; }
    public CameBy CameBy { get; private set; }
    public Guid WrittenBy { get; private set; }
    public DateOnly? SubmittedOn { get; private set; }
    public Guid? ConfirmedBy { get; private set; }
    public DateOnly? ReleasedOn { get; private set; }
    public LocalText ReturnReason { get; private set; } = LocalText.Empty;
    public bool Sample { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ReportDate> Dates => dates;

    public bool IsReleased => State == ReportState.Released;

    /// <summary>
    /// Null when the actor may write this report: an account of the unit, or its own party's office for it (代填).
    /// What the unit itself submitted the office returns, it does not write over it.
    /// </summary>
    public Refusal? WhyNotWrite(Actor actor, bool forUnit)
    {
        if (actor.WhyNotFor(Party) is { } party) return party;
        if (State is not (ReportState.Draft or ReportState.Submitted)) return Refusal.Of("report.state", State);
        if (forUnit) return actor.WhyNotAs(Roles.Office) ?? (State == ReportState.Submitted && CameBy == CameBy.Unit ? Refusal.Of("report.state", State) : null);
        return actor.Organization == Organization ? actor.WhyNotAs(Roles.Drafter | Roles.Confirmer) : Refusal.Of("report.other-unit");
    }

    /// <exception cref="RefusedException">The reasons of <see cref="WhyNotWrite"/>; those of <see cref="ReportText.WhyNot"/>.</exception>
    public void Write(Actor actor, ReportText text, DateOnly today)
    {
        RefusedException.ThrowIf(WhyNotWrite(actor, text.CameBy != CameBy.Unit));
        RefusedException.ThrowIf(text.WhyNot());
        Fill(text);
        (WrittenBy, State, SubmittedOn, Version) = (actor.Account, text.Submit ? ReportState.Submitted : ReportState.Draft, text.Submit ? today : null, Version + 1);
    }

    /// <summary>Null when the actor may confirm: another account of the unit than the one that wrote it.</summary>
    public Refusal? WhyNotConfirm(Actor actor) =>
        actor.WhyNotFor(Party)
        ?? (State == ReportState.Submitted ? null : Refusal.Of("report.state", State))
        ?? (actor.Organization == Organization ? null : Refusal.Of("report.other-unit"))
        ?? actor.WhyNotAs(Roles.Confirmer)
        ?? (actor.Account == WrittenBy ? Refusal.Of("report.own") : null);

    public void Confirm(Actor actor)
    {
        RefusedException.ThrowIf(WhyNotConfirm(actor));
        (ConfirmedBy, State, Version) = (actor.Account, ReportState.Confirmed, Version + 1);
    }

    /// <summary>Null when the actor's office may release: confirmed by the unit, or entered by the office itself.</summary>
    public Refusal? WhyNotRelease(Actor actor) =>
        actor.WhyNotFor(Party)
        ?? actor.WhyNotAs(Roles.Office)
        ?? (State == ReportState.Confirmed || (State == ReportState.Submitted && CameBy != CameBy.Unit) ? null : Refusal.Of("report.state", State));

    public void Release(Actor actor, DateOnly today)
    {
        RefusedException.ThrowIf(WhyNotRelease(actor));
        (State, ReleasedOn, Version) = (ReportState.Released, today, Version + 1);
    }

    /// <summary>Null when the actor's office may return it to the unit.</summary>
    public Refusal? WhyNotReturn(Actor actor) =>
        actor.WhyNotFor(Party) ?? actor.WhyNotAs(Roles.Office)
        ?? (State is ReportState.Submitted or ReportState.Confirmed ? null : Refusal.Of("report.state", State));

    public void Return(Actor actor, LocalText reason)
    {
        RefusedException.ThrowIf(WhyNotReturn(actor) ?? (reason.IsEmpty ? Refusal.Of("report.return-reason") : null));
        (State, ReturnReason, Version) = (ReportState.Returned, reason, Version + 1);
    }

    /// <summary>The next version, begun from this one; this one stays as it is.</summary>
    public Report Revise(Guid id, Func<Guid> newKey)
    {
        RefusedException.ThrowIf(State is ReportState.Returned or ReportState.Released && !Superseded ? null : Refusal.Of("report.state", State));
        (Superseded, Version) = (true, Version + 1);
        var next = new Report(id, new(RoundId, ItemId, Organization, Party), Number + 1);
        next.Fill(new ReportText(Percent, Text, Problems, Asks)
        {
            WhyLower = WhyLower,
            Judgement = Judgement,
            CameBy = CameBy,
            Dates = [.. dates.Select(d => new ReportDate { Id = newKey(), Milestone = d.Milestone, Actual = d.Actual, Likely = d.Likely })],
        });
        return next;
    }

    /// <summary>A report that came with the founding of the record.</summary>
    public void Found(ReportText text, ReportState state, (DateOnly? Submitted, DateOnly? Released) days)
    {
        Fill(text);
        (State, SubmittedOn, ReleasedOn, Sample) = (state, days.Submitted, days.Released, text.Sample);
    }

    private void Fill(ReportText text)
    {
        (Percent, Text, Problems, Asks, Judgement, CameBy) = (text.Percent, text.Text, text.Problems, text.Asks, text.Judgement, text.CameBy);
        WhyLower = text.WhyLower;
        var said = text.Dates.ToDictionary(d => d.Milestone);
        dates.RemoveAll(d => !said.ContainsKey(d.Milestone));
        foreach (var date in dates)
        {
            if (said.Remove(date.Milestone, out var now)) date.Say(now.Actual, now.Likely); // the row stays the row: it is in the store already
        }

        dates.AddRange(text.Dates.Where(d => said.ContainsKey(d.Milestone)));
    }
}

/// <summary>Where a report stands: round, item, and the unit that says it.</summary>
public sealed record ReportPlace(Guid Round, Guid Item, string Organization, string Party);

/// <summary>What a report says.</summary>
public sealed record ReportText(decimal? Percent, LocalText Text, LocalText Problems, LocalText Asks)
{
    public LocalText WhyLower { get; init; } = LocalText.Empty;
    public Judgement? Judgement { get; init; }
    public CameBy CameBy { get; init; }
    public IReadOnlyList<ReportDate> Dates { get; init; } = [];
    public bool Submit { get; init; }

    /// <summary>Null when it can be said: a percent from 0 to 100, and each milestone once.</summary>
    public Refusal? WhyNot() =>
        Percent is < 0 or > 100 ? Refusal.Of("report.percent")
        : Dates.DistinctBy(d => d.Milestone).Count() < Dates.Count ? Refusal.Of("report.milestone-twice")
        : null;

    /// <summary>Null when the percent did not fall below <paramref name="before"/>, or it says why.</summary>
    public Refusal? WhyNotLower(decimal? before) => Percent < before && WhyLower.IsEmpty ? Refusal.Of("report.lower", Percent!, before!) : null;

    public bool Sample { get; init; }
}

/// <summary>The actual or likely date that a report gives for a milestone of its side.</summary>
public sealed class ReportDate
{
    private DateOnly? actual;
    private DateOnly? likely;

    public required Guid Id { get; init; }
    public required Guid Milestone { get; init; }
    public DateOnly? Actual { get => actual; init => actual = value; }
    public DateOnly? Likely { get => likely; init => likely = value; }

    internal void Say(DateOnly? actual, DateOnly? likely) => (this.actual, this.likely) = (actual, likely);
}
