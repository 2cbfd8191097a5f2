using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Data.Files;

namespace TwinHub.Deliver.Rounds;

/// <summary>Writes reports of a round: a unit's drafts, what it sends to its confirmer, or what its office enters for it and releases in the same act.</summary>
public sealed class WriteReports(TwinHubDb db, FormDrafts drafts, ReleaseReports releases, EvidenceStore files, Actor actor)
{
    /// <param name="Seen">Version that the writer had before them: number and version of the row, 0 for none.</param>
    public sealed record Row(Guid Item, string Code, string Organization, string Seen, ReportText Text)
    {
        /// <summary>Files that support it.</summary>
        public IReadOnlyList<Upload> Files { get; init; } = [];
    }

    /// <param name="Form">Its draft ends with the act.</param>
    /// <param name="Today">Day on which it is said.</param>
    public sealed record Command(Round Round, string Form, DateOnly Today, IReadOnlyList<Row> Rows)
    {
        /// <summary>The office enters and releases at once.</summary>
        public bool Release { get; init; }
    }

    /// <exception cref="RefusedException"><c>report.nothing</c>, <c>report.changed</c>, <c>record.changed</c>: another account wrote at the same moment; the reasons of <see cref="Report.Write"/> and <see cref="EvidenceStore.BringAsync"/>. Nothing is saved.</exception>
    public async Task HandleAsync(Command command, CancellationToken cancel)
    {
        RefusedException.ThrowIf(command.Rows.Count == 0 ? Refusal.Of("report.nothing") : null);
        var items = command.Rows.Select(r => r.Item).ToList();
        var stored = (await db.Reports.Where(r => r.RoundId == command.Round.Id && r.Party == actor.Party && items.Contains(r.ItemId) && !r.Superseded).ToListAsync(cancel))
            .ToDictionary(r => (r.ItemId, r.Organization));
        var written = command.Rows.Select(r => Write(command, r, stored.GetValueOrDefault((r.Item, r.Organization)))).ToList();
        foreach (var (row, report) in command.Rows.Zip(written))
        {
            foreach (var file in row.Files) await files.BringAsync(file, EvidenceRows.OfReport(report.Id), cancel);
        }

        if (command.Release) await releases.ReleaseAsync(written, cancel);
        await drafts.DropAsync(command.Form, cancel);
        db.Act(new Act(NameOf(command, written), actor, command.Round.Code) { Touches = [.. command.Rows.Select(r => r.Code)] });
        await db.SaveOrRefuseAsync(cancel);
    }

    private Report Write(Command command, Row row, Report? stored)
    {
        RefusedException.ThrowIf(row.Seen == (stored is null ? "0" : $"{stored.Number}.{stored.Version}") ? null : Refusal.Of("report.changed", row.Code));
        if (stored is { State: not ReportState.Returned }) { stored.Write(actor, row.Text, command.Today); return stored; }
        var next = stored?.Revise(Keys.New(), Keys.New) ?? new Report(Keys.New(), new(command.Round.Id, row.Item, row.Organization, actor.Party), 1);
        next.Write(actor, row.Text, command.Today);
        db.Reports.Add(next);
        return next;
    }

    private static string NameOf(Command command, List<Report> written) =>
        command.Release ? "report.entered"
        : written.TrueForAll(r => r.State == ReportState.Submitted) ? "report.submitted"
        : written.Exists(r => r.Number > 1) ? "report.revised"
        : "report.saved";
}
