using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Rounds;
using TwinHub.Data.Files;

namespace TwinHub.Deliver.Rounds;

/// <summary>One item on a unit's page of a round.</summary>
/// <param name="Report">The latest version for this round; null: none yet.</param>
public sealed record UnitRow(Duty Duty, Report? Report)
{
    /// <summary>The unit's last report of an earlier round.</summary>
    public Report? Before { get; init; }
    /// <summary>Milestones of its side, or joint, that are not done.</summary>
    public IReadOnlyList<Milestone> Steps { get; init; } = [];
    public IReadOnlyList<OtherSide> Others { get; init; } = [];
    /// <summary>Versions that the office returned, with its reason; the last first.</summary>
    public IReadOnlyList<Report> Returned { get; init; } = [];
    /// <summary>Files that support the unit's reports of this round.</summary>
    public IReadOnlyList<EvidenceRow> Evidence { get; init; } = [];
    /// <summary>Null when the reader may write it now.</summary>
    public Refusal? WhyNotWrite { get; init; }

    public string Code => Duty.Item.Code;

    /// <summary>The version that the form was filled from; another account may have written since.</summary>
    public string Seen => Report is { } r ? $"{r.Number}.{r.Version}" : "0";
}

/// <summary>What another party says of the item: its report before, and that of this round where it may be seen.</summary>
/// <param name="Hides">That of this round waits until the reader's own is released.</param>
public sealed record OtherSide(string Party, Report? Before, Report? Now, bool Hides);

/// <summary>A unit's page of a round.</summary>
/// <param name="ForUnit">The office writes for the unit (代填).</param>
public sealed record UnitSheet(RoundSheet Sheet, Round Round, string Organization, IReadOnlyList<UnitRow> Rows, bool ForUnit)
{
    /// <summary>Path of its form after the language.</summary>
    public string Form => $"rounds/{Round.Code}/units/{Organization}";

    public IReadOnlyList<UnitRow> Writable => [.. Rows.Where(r => r.WhyNotWrite is null)];

    public IReadOnlyList<UnitRow> In(ReportState state) => [.. Rows.Where(r => r.Report?.State == state)];
}
