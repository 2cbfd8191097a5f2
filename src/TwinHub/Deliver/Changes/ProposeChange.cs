using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Whole;
using TwinHub.Web;

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

    /// <summary>A proposal for programs: what stands now is taken as old where a row does not say it.</summary>
    public sealed record Body(Dictionary<string, string>? Reason, string? Ground, IReadOnlyList<BodyRow>? Rows);

    public sealed record BodyRow(string Item, RowKind Kind, string? Old, string? New, Dictionary<string, string>? Reason);

    public sealed record Proposed(string Code);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/lists/{code}/changes", (string code, Body body, ProposeChange slice, CancellationToken cancel) => slice.JsonAsync(code, body, cancel));

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

    private async Task<IResult> JsonAsync(string code, Body body, CancellationToken cancel)
    {
        var whole = await db.ReadWholeListAsync(code, cancel) ?? throw new NotFoundException("list", code);
        var binding = (await references.GetAsync(cancel))!.Region.Binding;
        LocalText Text(Dictionary<string, string>? texts) => LocalText.Of(binding, (texts ?? []).Select(t => (t.Key, t.Value)));
        return await Answer.JsonAsync(
            p => body.Rows is not { Count: > 0 } || Text(body.Reason).IsEmpty ? Missing(p) : new Command(code, Text(body.Reason), [.. body.Rows.Select((r, i) => Row(r, i + 1, whole, Text(r.Reason)))]) { Ground = body.Ground },
            c => HandleAsync(c, cancel));
    }

    private static Command? Missing(Problems problems)
    {
        problems.Add(Refusal.Of("field.required"), "rows, reason");
        return null;
    }

    private static ChangeRow Row(BodyRow row, int order, WholeList whole, LocalText reason) => new()
    {
        Id = Keys.New(),
        Order = order,
        Item = row.Item,
        Kind = row.Kind,
        Old = row.Old ?? (whole.List.Find(row.Item) is { } item ? Core.Changes.Rows.Current(row.Kind, item, whole.List, whole.Milestones) : ""),
        New = row.New ?? "",
        Reason = reason,
    };
}
