using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Lists;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Files;
using TwinHub.Data.Whole;
using TwinHub.Web;

namespace TwinHub.Deliver.Changes;

/// <summary>One change request: its frozen text, its ground, its keys, and what the reader may do with it.</summary>
public sealed class ShowChange(TwinHubDb db, Actor actor)
{
    public sealed record View(ChangeRequest Change, RowsView Rows, Problems Problems)
    {
        public required Actor Actor { get; init; }
        public Decision? Ground { get; init; }
        public IssuedDocument? Document { get; init; }
        /// <summary>Revision that it made; null: none yet, or its rows make none.</summary>
        public int? Revision { get; init; }
        /// <summary>Offices of the accounts that acted on it.</summary>
        public required IReadOnlyDictionary<Guid, LocalText> Accounts { get; init; }
        public required EvidenceOf Evidence { get; init; }
        public required Rights Rights { get; init; }
        public string ListCode => Rows.List.Code;
        public bool IsStale => Rows.Rows.Any(r => r.WhyNot is not null);
    }

    /// <summary>Why the reader may not do each act; null: may.</summary>
    public sealed record Rights(Refusal? InPerson, Refusal? OnApproval, Refusal? TakeBack, Refusal? Refuse, Refusal? Withdraw)
    {
        public static Rights Of(ChangeRequest change, Actor actor) => new(
            change.WhyNotTurnKey(actor, change.TextSha256, new KeyBasis(InPerson: true)),
            change.WhyNotTurnKey(actor, change.TextSha256, new KeyBasis(false, "-", DateOnly.MinValue, "-")),
            change.WhyNotTakeBack(actor), change.WhyNotRefuse(actor), change.WhyNotWithdraw(actor));
    }

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/changes/{code}", (string code, ShowChange slice, CancellationToken cancel) => slice.ShowAsync(code, new Problems(), cancel));

    public async Task<IResult> ShowAsync(string code, Problems problems, CancellationToken cancel)
    {
        var change = await FindAsync(code, cancel);
        var whole = (await db.ReadWholeListAsync(change.ListId, cancel))!;
        var view = new View(change, RowsView.Of(whole, change.Rows, change.State == ChangeState.Open), problems)
        {
            Actor = actor,
            Ground = change.Ground is { } ground ? await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Code == ground, cancel) : null,
            Document = change.Document is { } document ? await db.IssuedDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Code == document, cancel) : null,
            Revision = whole.List.Revisions.FirstOrDefault(r => r.Change == change.Code)?.Number,
            Accounts = await AccountsAsync(change, cancel),
            Evidence = await db.EvidenceOfAsync(EvidenceRows.OfChange(code), actor, cancel),
            Rights = Rights.Of(change, actor),
        };
        return new RazorComponentResult<ChangePage>(new { View = view }) { StatusCode = problems.Any ? 422 : 200 };
    }

    private async Task<ChangeRequest> FindAsync(string code, CancellationToken cancel) =>
        await db.Changes.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(c => c.Code == code, cancel) ?? throw new NotFoundException("change", code);

    private async Task<Dictionary<Guid, LocalText>> AccountsAsync(ChangeRequest change, CancellationToken cancel)
    {
        List<Guid> ids = [change.ProposedBy, .. change.Keys.Select(k => k.Account)];
        return await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Display, cancel);
    }
}
