using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Files;
using TwinHub.Data.Whole;
using TwinHub.Web;

namespace TwinHub.Deliver.Changes;

/// <summary>Records what the parties adopted elsewhere, with the document that was issued: in effect, recorded, not keyed, until every party confirms it here.</summary>
public sealed class RecordChange(TwinHubDb db, TimeProvider clock, EvidenceStore files, Actor actor)
{
    /// <param name="Text">What was adopted.</param>
    /// <param name="Document">Head and foot of the issued document.</param>
    public sealed record Command(ProposeChange.Command Text, IssueFields Document)
    {
        /// <summary>The sealed copy.</summary>
        public Upload? Scan { get; init; }
    }

    /// <exception cref="RefusedException">The reasons of <see cref="Proposal.WhyNot"/> and <see cref="ChangeRequest.WhyNotRecord"/>. Nothing is saved.</exception>
    public async Task<string> HandleAsync(Command command, CancellationToken cancel)
    {
        await using var transaction = await db.BeginAsOnlyWriterAsync(cancel);
        var text = command.Text;
        var whole = await db.WholeListAsync(text.List, cancel) ?? throw new NotFoundException("list", text.List);
        var document = await db.IssuedDocuments.Select(d => d.Code).NextCodeAsync("ISS-", cancel);
        var proposal = new Proposal(actor, clock.GetUtcNow(), text.Reason, text.Rows) { Ground = text.Ground, Document = document };
        RefusedException.ThrowIf(whole.WhyNot(proposal));
        var change = new ChangeRequest(Keys.New(), await db.Changes.Select(c => c.Code).NextCodeAsync("CR-", cancel), whole.List, proposal);
        change.Record(actor);
        whole.Apply(change, command.Document.Date);
        db.Changes.Add(change);
        db.IssuedDocuments.Add(await DocumentAsync(document, command, (whole.List, change), cancel));
        db.Act(new Act("change.recorded", actor, change.Code, text.Reason) { EffectiveOn = command.Document.Date, Touches = [whole.List.Code, document, .. change.Rows.Select(r => r.Item).Distinct()] });
        await db.SaveOrRefuseAsync(cancel);
        await transaction.CommitAsync(cancel);
        return change.Code;
    }

    private async Task<IssuedDocument> DocumentAsync(string code, Command command, (ItemList List, ChangeRequest Change) made, CancellationToken cancel)
    {
        var revision = made.List.Revisions.FirstOrDefault(r => r.Change == made.Change.Code);
        var scan = command.Scan is { } upload ? (await files.BringAsync(upload, EvidenceRows.OfIssue(code), cancel)).Sha256 : null;
        return command.Document.Of(code, "list", (made.List.Code, revision?.Number), (scan, revision?.TextSha256()));
    }
}
