using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Web;

namespace TwinHub.Record.Expunges;

/// <summary>Asks that a text, or a file, is destroyed. What only the actor's party has seen it destroys at once; what every party has seen waits for every key.</summary>
public sealed class AskExpunge(TwinHubDb db, TimeProvider clock, RecordTexts texts, Expunge expunge, JournalWords words, ReferenceCache references, Actor actor)
{
    /// <param name="Cell">Where the text stands.</param>
    /// <param name="Reason">Why; it must not repeat the text.</param>
    /// <param name="Authority">On what it rests; it must not repeat the text either.</param>
    public sealed record Command(ExpungeTarget Cell, LocalText Reason, string Authority);

    /// <param name="Text">What is to be destroyed.</param>
    /// <param name="Reach">How far that goes.</param>
    public sealed record View(HeldText Text, ExpungeReach Reach, JournalWords Words, Problems Problems)
    {
        /// <summary>What was typed; null: nothing yet.</summary>
        public FormFields? Typed { get; init; }
        public string Code => Text.Cell.Record;
    }

    /// <summary>A cell as the address names it.</summary>
    public sealed record Cell(string? Entity, string? Key, string? Property)
    {
        public ExpungeTarget Of(string code) => new(code, Entity ?? "", Key ?? "", Property ?? "");
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        const string path = "/history/{code}/expunge";
        pages.MapGet(path, (string code, [AsParameters] Cell cell, AskExpunge slice, CancellationToken cancel) => slice.ShowAsync(cell.Of(code), new Problems(), null, cancel));
        pages.MapPost(path, (string code, [AsParameters] Cell cell, IFormCollection form, Page page, AskExpunge slice, CancellationToken cancel) => Answer.PageAsync(
            p => slice.Read(cell.Of(code), new FormFields(form, page, p)), async c => page.To(await slice.HandleAsync(c, cancel)), p => slice.ShowAsync(cell.Of(code), p, new FormFields(form, page, p), cancel)));
    }

    /// <summary>The page that asks about a cell, below the language.</summary>
    public static string PathOf(ExpungeTarget cell) =>
        $"history/{Uri.EscapeDataString(cell.Record)}/expunge?entity={Uri.EscapeDataString(cell.Entity)}&key={Uri.EscapeDataString(cell.Key)}&property={Uri.EscapeDataString(cell.Property)}";

    /// <returns>Page that shows what came of it, below the language.</returns>
    /// <exception cref="RefusedException">The reasons of <see cref="Expunge"/>; <c>expunge.asked</c>: a request for it waits for keys. Nothing is saved.</exception>
    public async Task<string> HandleAsync(Command command, CancellationToken cancel)
    {
        RefusedException.ThrowIf(ExpungeRequest.WhyNotPropose(actor));
        var reach = await texts.ReachAsync(command.Cell, actor, cancel) ?? throw new RefusedException(Refusal.Of("expunge.nothing", command.Cell.Record));
        RefusedException.ThrowIf(command.Reason.Wordings.Values.Select(w => w.Text).Append(command.Authority).Any(reach.IsRepeatedIn) ? Refusal.Of("expunge.reason") : null);
        if (reach.IsJoint) return "expunges/" + await ProposeAsync(command, cancel);
        await expunge.HandleAsync(new(command.Cell, ExpungeBasis.Of(command.Reason, command.Authority)), actor, cancel);
        return "history/" + Uri.EscapeDataString(command.Cell.Record);
    }

    private async Task<string> ProposeAsync(Command command, CancellationToken cancel)
    {
        var parties = (await references.GetAsync(cancel))!.Parties.Select(p => p.Code).ToList();
        await using var transaction = await db.BeginAsOnlyWriterAsync(cancel);
        var cell = command.Cell;
        var asked = await db.ExpungeRequests.Where(r => r.State == ChangeState.Open && r.Record == cell.Record && r.Entity == cell.Entity && r.Key == cell.Key && r.Property == cell.Property).Select(r => r.Code).FirstOrDefaultAsync(cancel);
        RefusedException.ThrowIf(asked is null ? null : Refusal.Of("expunge.asked", asked));
        var code = await db.ExpungeRequests.Select(r => r.Code).NextCodeAsync("EX-", cancel);
        db.ExpungeRequests.Add(new ExpungeRequest(Keys.New(), code, parties, (actor, clock.GetUtcNow(), cell, command.Reason, command.Authority)));
        db.Act(new Act("expunge.proposed", actor, code, command.Reason) { Touches = [cell.Record] });
        await db.SaveOrRefuseAsync(cancel);
        await transaction.CommitAsync(cancel);
        return code;
    }

    private Command? Read(ExpungeTarget cell, FormFields fields)
    {
        RefusedException.ThrowIf(ExpungeRequest.WhyNotPropose(actor));
        var (reason, authority) = (fields.RequiredLocal("Reason"), fields.Required("Authority"));
        return reason is null || authority is null ? null : new(cell, reason, authority);
    }

    private async Task<IResult> ShowAsync(ExpungeTarget cell, Problems problems, FormFields? typed, CancellationToken cancel)
    {
        RefusedException.ThrowIf(ExpungeRequest.WhyNotPropose(actor));
        if (await texts.FindAsync(cell, actor, cancel) is not { } text || await texts.ReachAsync(cell, actor, cancel) is not { } reach) throw new NotFoundException("text", cell.Record);
        return new RazorComponentResult<AskExpungePage>(new { View = new View(text, reach, words, problems) { Typed = typed } }) { StatusCode = problems.Any ? 422 : 200 };
    }
}

internal static class ExpungeBasis
{
    /// <summary>Reason and authority as one text of the act: each language's reason, then on what it rests.</summary>
    public static LocalText Of(LocalText reason, string authority) =>
        LocalText.Of(reason.Binding, reason.Wordings.Select(w => (w.Key, Language.Words.In(w.Key).Say("expunges.basis", w.Value.Text, authority))));
}
