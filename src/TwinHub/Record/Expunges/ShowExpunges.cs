using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Web;

namespace TwinHub.Record.Expunges;

/// <summary>The register of requests to destroy what every party has seen: those that wait first.</summary>
public sealed class ShowExpunges(TwinHubDb db, JournalWords words)
{
    private const int MostRows = 500;

    public sealed record View(IReadOnlyList<ExpungeRequest> Requests, JournalWords Words)
    {
        public int Waiting => Requests.Count(r => r.State == ChangeState.Open);
    }

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/expunges", (ShowExpunges slice, CancellationToken cancel) => slice.ShowAsync(cancel));

    private async Task<RazorComponentResult> ShowAsync(CancellationToken cancel)
    {
        var requests = await db.ExpungeRequests.AsNoTracking().OrderByDescending(r => r.ProposedAt).Take(MostRows).ToListAsync(cancel);
        return new RazorComponentResult<ExpungesPage>(new { View = new View([.. requests.OrderBy(r => r.State == ChangeState.Open ? 0 : 1)], words) });
    }
}

/// <summary>One request: where the text stands, why it is to go, its keys, and what the reader may do with it.</summary>
public sealed class ShowExpunge(TwinHubDb db, RecordTexts texts, JournalWords words, Actor actor)
{
    /// <param name="Text">What the reader can still see of it; null: nothing.</param>
    public sealed record View(ExpungeRequest Request, HeldText? Text, JournalWords Words, Problems Problems)
    {
        public required Rights Rights { get; init; }
        /// <summary>Offices of the accounts that acted on it.</summary>
        public required IReadOnlyDictionary<Guid, LocalText> Accounts { get; init; }
    }

    /// <summary>Why the reader may not do each act; null: may.</summary>
    public sealed record Rights(Refusal? InPerson, Refusal? OnApproval, Refusal? Refuse, Refusal? Withdraw, Refusal? CarryOut)
    {
        public static Rights Of(ExpungeRequest request, Actor actor) => new(
            request.WhyNotTurnKey(actor, request.TextSha256, new KeyBasis(InPerson: true)),
            request.WhyNotTurnKey(actor, request.TextSha256, new KeyBasis(false, "-", DateOnly.MinValue, "-")),
            request.WhyNotRefuse(actor), request.WhyNotWithdraw(actor), request.WhyNotCarryOut(actor));
    }

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/expunges/{code}", (string code, ShowExpunge slice, CancellationToken cancel) => slice.ShowAsync(code, new Problems(), cancel));

    public async Task<IResult> ShowAsync(string code, Problems problems, CancellationToken cancel)
    {
        var request = await db.ExpungeRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, cancel) ?? throw new NotFoundException("expunge", code);
        List<Guid> ids = [request.ProposedBy, .. request.Keys.Select(k => k.Account)];
        var view = new View(request, await texts.FindAsync(request.Target, actor, cancel), words, problems)
        {
            Rights = Rights.Of(request, actor),
            Accounts = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Display, cancel),
        };
        return new RazorComponentResult<ExpungePage>(new { View = view }) { StatusCode = problems.Any ? 422 : 200 };
    }
}
