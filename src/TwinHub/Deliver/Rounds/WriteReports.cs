using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;

namespace TwinHub.Deliver.Rounds;

/// <summary>Writes reports of a round: a unit's drafts, what it sends to its confirmer, or what its office enters for it and releases in the same act.</summary>
public sealed class WriteReports(TwinHubDb db, FormDrafts drafts, ReleaseReports releases, Today today, Actor actor)
{
    /// <param name="Seen">Version that the writer had before them: number and version of the row, 0 for none.</param>
    public sealed record Row(Guid Item, string Code, string Organization, string Seen, ReportText Text);

    /// <param name="Form">Its draft ends with the act.</param>
    public sealed record Command(Round Round, string Form, IReadOnlyList<Row> Rows)
    {
        /// <summary>The office enters and releases at once.</summary>
        public bool Release { get; init; }
    }

    /// <exception cref="RefusedException"><c>report.nothing</c>, <c>report.changed</c>, and the reasons of <see cref="Report.Write"/>. Nothing is saved.</exception>
    public async Task HandleAsync(Command command, CancellationToken cancel)
    {
        RefusedException.ThrowIf(command.Rows.Count == 0 ? Refusal.Of("report.nothing") : null);
        var items = command.Rows.Select(r => r.Item).ToList();
        var stored = (await db.Reports.Where(r => r.RoundId == command.Round.Id && r.Party == actor.Party && items.Contains(r.ItemId) && !r.Superseded).ToListAsync(cancel))
            .ToDictionary(r => (r.ItemId, r.Organization));
        var written = command.Rows.Select(r => Write(command.Round, r, stored.GetValueOrDefault((r.Item, r.Organization)))).ToList();
        if (command.Release) await releases.ReleaseAsync(written, cancel);
        await drafts.DropAsync(command.Form, cancel);
        db.Act(new Act(NameOf(command, written), actor, command.Round.Code) { Touches = [.. command.Rows.Select(r => r.Code)] });
        await db.SaveChangesAsync(cancel);
    }

    private Report Write(Round round, Row row, Report? stored)
    {
        RefusedException.ThrowIf(row.Seen == (stored is null ? "0" : $"{stored.Number}.{stored.Version}") ? null : Refusal.Of("report.changed", row.Code));
        if (stored is { State: not ReportState.Returned }) { stored.Write(actor, row.Text, today.Day); return stored; }
        var next = stored?.Revise(Keys.New(), Keys.New) ?? new Report(Keys.New(), new(round.Id, row.Item, row.Organization, actor.Party), 1);
        next.Write(actor, row.Text, today.Day);
        db.Reports.Add(next);
        return next;
    }

    private static string NameOf(Command command, List<Report> written) =>
        command.Release ? "report.entered"
        : written.TrueForAll(r => r.State == ReportState.Submitted) ? "report.submitted"
        : written.Exists(r => r.Number > 1) ? "report.revised"
        : "report.saved";
}
