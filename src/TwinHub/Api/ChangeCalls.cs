using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Changes;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>A frozen text of one or many rows, approved whole by every party concerned (变更申请).</summary>
/// <param name="List">Code of the list.</param>
/// <param name="Ground">Code of the decision that is its ground.</param>
/// <param name="Document">Code of the issued document, where it was adopted elsewhere.</param>
/// <param name="ProposedParty">Code of the party that proposed it.</param>
/// <param name="RefusedBy">Code of the party that refused it.</param>
/// <param name="TextSha256">SHA-256 of the frozen text, in hexadecimal: what a key is turned on.</param>
/// <param name="Text">The frozen text.</param>
/// <param name="Keys">Each party concerned, and whether its key is turned.</param>
/// <param name="Version">Rises with every key.</param>
public sealed record ChangeJson(string Code, string List, ChangeState State, TextJson? Reason, string? Ground, string? Document, string ProposedParty, DateTimeOffset ProposedAt, DateTimeOffset? EndedAt, string? RefusedBy, TextJson? RefusalReason,
    string TextSha256, string Text, IReadOnlyList<ChangeRowJson> Rows, IReadOnlyList<ChangeKeyJson> Keys, int Version) : ICoded;

/// <param name="Item">Code of the item.</param>
/// <param name="Old">What stood when the text was frozen.</param>
/// <param name="New">Due: yyyy-mm-dd; leads: party=unit;unit|party=unit; scope: in the binding language; carry: the new due date or empty; baselines: milestone=yyyy-mm-dd;…; values: column=value, a line each.</param>
public sealed record ChangeRowJson(string Item, RowKind Kind, string Old, string New, TextJson? Reason);

/// <param name="Party">Code of the party.</param>
/// <param name="At">When it was turned.</param>
public sealed record ChangeKeyJson(string Party, bool Turned, DateTimeOffset? At);

/// <summary>Change requests that concern the actor's party.</summary>
internal sealed class ChangeCalls(TwinHubDb db, Actor actor)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/changes", Operation.List<ChangeJson>("changes.list", Parameter.Text("list", "2024H1"), Parameter.Word<ChangeState>("state"), Parameter.Text("item", "2024H1-001")), (Call call, ChangeCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/changes/{code}", Operation.One<ChangeJson>("changes.get", Parameter.Path("code", "CR-0001")), (Call call, ChangeCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
    }

    private async Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        var changes = db.Changes.VisibleTo(actor);
        if (call.Text("list") is { } list) changes = changes.Where(c => db.Lists.Any(l => l.Id == c.ListId && l.Code == list));
        if (call.Word<ChangeState>("state") is { } state) changes = changes.Where(c => c.State == state);
        if (call.Text("item") is { } item) changes = changes.Where(c => c.Rows.Any(r => r.Item == item));
        var found = await AnswerAsync(await call.RowsAsync(changes, c => c.Code, cancel), cancel);
        return call.Page(found, found.ElementAtOrDefault(call.Limit - 1)?.Code);
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var code = call.Path("code");
        var change = await db.Changes.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(c => c.Code == code, cancel) ?? throw new NotFoundException("change", code);
        return call.One((await AnswerAsync([change], cancel))[0], RowTag.Of(change.Code, change.Version));
    }

    private async Task<List<ChangeJson>> AnswerAsync(List<ChangeRequest> changes, CancellationToken cancel)
    {
        var ids = changes.ConvertAll(c => c.ListId);
        var lists = await db.Lists.AsNoTracking().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.Code }).ToDictionaryAsync(l => l.Id, l => l.Code, cancel);
        return changes.ConvertAll(c => Of(c, lists[c.ListId]));
    }

    private static ChangeJson Of(ChangeRequest c, string list) => new(c.Code, list, c.State, TextJson.Of(c.Reason), c.Ground, c.Document, c.ProposedParty, c.ProposedAt, c.EndedAt, c.RefusedBy, TextJson.Of(c.RefusalReason), c.TextSha256, c.Text(list),
        [.. c.Rows.OrderBy(r => r.Order).Select(r => new ChangeRowJson(r.Item, r.Kind, r.Old, r.New, TextJson.Of(r.Reason)))],
        [.. c.Parties.OrderBy(p => p.Party, StringComparer.Ordinal).Select(p => new ChangeKeyJson(p.Party, c.HasTurned(p.Party), c.Keys.FirstOrDefault(k => k.Party == p.Party && k.TakenBackAt is null)?.TurnedAt))], c.Version);
}
