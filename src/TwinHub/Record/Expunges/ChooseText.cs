using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Parties;
using TwinHub.Data.Journal;
using TwinHub.Web;

namespace TwinHub.Record.Expunges;

/// <summary>The texts and files of one record that can be expunged: the way from its history to the question.</summary>
public sealed class ChooseText(RecordTexts texts, JournalWords words, Actor actor)
{
    public sealed record View(string Code, IReadOnlyList<HeldText> Texts, JournalWords Words);

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/history/{code}/texts", (string code, ChooseText slice, CancellationToken cancel) => slice.ShowAsync(code, cancel));

    private async Task<IResult> ShowAsync(string code, CancellationToken cancel)
    {
        RefusedException.ThrowIf(ExpungeRequest.WhyNotPropose(actor));
        var held = await texts.ListAsync(code, actor, cancel);
        return held.Count == 0 ? throw new NotFoundException("text", code) : new RazorComponentResult<ChooseTextPage>(new { View = new View(code, held, words) });
    }
}
