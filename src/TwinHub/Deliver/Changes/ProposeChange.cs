using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Whole;
using TwinHub.Identity;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Deliver.Changes;

/// <summary>Freezes a text of one or many rows and lays it before every party concerned (变更申请).</summary>
public sealed class ProposeChange(TwinHubDb db, TimeProvider clock, ReferenceCache references, Actor actor)
{
    /// <param name="List">Code of the list.</param>
    /// <param name="Reason">Of the whole text.</param>
    /// <param name="Rows">Each with its old and new value in their written form.</param>
    public sealed record Command(string List, LocalText Reason, IReadOnlyList<ChangeRow> Rows)
    {
        /// <summary>Code of the decision that is the ground.</summary>
        public string? Ground { get; init; }
    }

    public sealed record Proposed(string Code);

    public static void Map(IEndpointRouteBuilder app) => app.Post("/lists/{code}/changes", Operation.Write<ProposedJson, ChangeBody>("changes.propose", AccessScope.WriteChanges, "lists.get", Parameter.Path("code", "2024H1")) with
    {
        Makes = true,
        Refusals = ["change.row-stale", "change.row-unchanged", "change.row-twice", "change.row-reason", "change.date-unread", "change.date-before-list", "change.drop-ground", "change.ground-unknown", "item.unknown", "item.not-open", "item.leads", "list.closed", "key.not-concerned", "record.changed"],
    }, (Call call, ProposeChange slice, CancellationToken cancel) => slice.PostAsync(call, cancel));

    /// <exception cref="RefusedException">The reasons of <see cref="Proposal.WhyNot"/>, <c>change.ground-unknown</c>. Nothing is saved.</exception>
    public async Task<Proposed> HandleAsync(Command command, CancellationToken cancel)
    {
        await using var transaction = await db.BeginAsOnlyWriterAsync(cancel);
        var whole = await db.WholeListAsync(command.List, cancel) ?? throw new NotFoundException("list", command.List);
        var proposal = new Proposal(actor, clock.GetUtcNow(), command.Reason, command.Rows) { Ground = command.Ground };
        RefusedException.ThrowIf(whole.WhyNot(proposal) ?? await WhyNotGroundAsync(command.Ground, cancel));
        var change = new ChangeRequest(Keys.New(), await db.Changes.Select(c => c.Code).NextCodeAsync("CR-", cancel), whole.List, proposal);
        db.Changes.Add(change);
        Open(whole, change);
        db.Act(new Act("change.proposed", actor, change.Code, command.Reason) { Touches = [whole.List.Code, .. change.Rows.Select(r => r.Item).Distinct()] });
        await db.SaveOrRefuseAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new(change.Code);
    }

    /// <summary>A draft that is laid before the parties is seen by them.</summary>
    internal static void Open(WholeList whole, ChangeRequest change)
    {
        foreach (var item in change.Rows.Select(r => whole.List.Find(r.Item)!).Where(i => i.DraftOf is not null)) item.Circulate();
    }

    private async Task<Refusal?> WhyNotGroundAsync(string? ground, CancellationToken cancel) =>
        ground is null || await db.Decisions.AnyAsync(d => d.Code == ground, cancel) ? null : Refusal.Of("change.ground-unknown", ground);

    private async Task<IResult> PostAsync(Call call, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Office | Roles.Drafter));
        var whole = await db.ReadWholeListAsync(call.Path("code"), cancel) ?? throw new NotFoundException("list", call.Path("code"));
        call.MustMatch(RowTag.Of(whole.List.Code, whole.List.Version));
        var (body, reference, problems) = (await call.ReadAsync<ChangeBody>(cancel), (await references.GetAsync(cancel))!, new Problems());
        var reason = reference.RequiredTexts(body.Reason, "reason", problems);
        if (body.Rows is not { Count: > 0 }) problems.Add(Refusal.Of("field.required"), "rows");
        var rows = (body.Rows ?? []).Select((r, i) => Row(r, i + 1, whole, (reference, problems))).ToList();
        if (problems.Any) return problems.ToResult();
        var made = await HandleAsync(new(whole.List.Code, reason, rows) { Ground = body.Ground }, cancel);
        return call.Made(new ProposedJson(made.Code), $"/changes/{made.Code}");
    }

    private static ChangeRow Row(ChangeRowBody row, int order, WholeList whole, (Reference Reference, Problems Problems) read)
    {
        var (item, member) = (read.Problems.Required(row.Item, $"rows[{order - 1}].item") ?? "", $"rows[{order - 1}].reason");
        if (row.Kind is null) read.Problems.Add(Refusal.Of("field.required"), $"rows[{order - 1}].kind");
        return new()
        {
            Id = Keys.New(),
            Order = order,
            Item = item,
            Kind = row.Kind ?? default,
            Old = row.Old ?? (whole.List.Find(item) is { } found && row.Kind is { } kind ? Core.Changes.Rows.Current(kind, found, whole.List, whole.Milestones) : ""),
            New = row.New ?? "",
            Reason = read.Reference.Texts(row.Reason, member, read.Problems),
        };
    }
}

/// <summary>A proposal: rows of a list, old → new, with a reason.</summary>
/// <param name="Reason">Of the whole text: language to text.</param>
/// <param name="Ground">Code of the decision that is its ground.</param>
/// <param name="Rows">At least one; an item takes each kind of row once.</param>
public sealed record ChangeBody([property: Required] Dictionary<string, string>? Reason, string? Ground, [property: Required] IReadOnlyList<ChangeRowBody>? Rows);

/// <param name="Item">Code of the item.</param>
/// <param name="Kind">What the row does to it.</param>
/// <param name="Old">What the caller saw; not given: what stands now.</param>
/// <param name="New">Due: yyyy-mm-dd; leads: party=unit;unit|party=unit; scope: in the binding language; carry: the new due date or empty; baselines: milestone=yyyy-mm-dd;…; values: column=value, a line each.</param>
/// <param name="Reason">Of this row: language to text.</param>
public sealed record ChangeRowBody([property: Required] string? Item, [property: Required] RowKind? Kind, string? Old, string? New, Dictionary<string, string>? Reason);

/// <param name="Code">Code of the change request.</param>
public sealed record ProposedJson(string Code);
