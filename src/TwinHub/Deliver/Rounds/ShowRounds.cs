using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Web;

namespace TwinHub.Deliver.Rounds;

/// <summary>The rounds of a list with their counts; for the reader's party its units, for other parties only what is released.</summary>
public sealed class ShowRounds(ReadRounds read, Page page, Actor actor, IHttpContextAccessor http)
{
    public sealed record View(RoundSheet Sheet, Round? Round, string Party, bool IsOffice, string Site)
    {
        public OpenRound.Form Next { get; init; } = new(null, null, null);
        public Refusal? WhyNotOpen { get; init; }
        public Problems Problems { get; init; } = new();
        public string? Said { get; init; }
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/rounds", (string? list, ShowRounds slice, CancellationToken cancel) => slice.OfListAsync(list, cancel));
        app.MapGet("/rounds/{round}", (string round, string? said, ShowRounds slice, CancellationToken cancel) => slice.OfRoundAsync(round, said, cancel));
    }

    public async Task<IResult> OfListAsync(string? list, CancellationToken cancel, OpenRound.Form? typed = null, Problems? problems = null)
    {
        if (await read.OfListAsync(list ?? page.Region.CurrentList, cancel) is not { } sheet) return TypedResults.NotFound();
        return Show(Of(sheet, sheet.Latest) with { Next = typed ?? OpenRound.Suggest(sheet, page), Problems = problems ?? new() });
    }

    private async Task<IResult> OfRoundAsync(string round, string? said, CancellationToken cancel) =>
        await read.OfRoundAsync(round, cancel) is { } sheet ? Show(Of(sheet, sheet.Find(round)) with { Said = said is "opened" or "released" ? said : null }) : TypedResults.NotFound();

    private View Of(RoundSheet sheet, Round? round) =>
        new(sheet, round, actor.Party, actor.Is(Roles.Office), $"{http.HttpContext!.Request.Scheme}://{http.HttpContext.Request.Host}")
        {
            Next = OpenRound.Suggest(sheet, page),
            WhyNotOpen = actor.WhyNotAs(Roles.Office) ?? (sheet.List.IsOpen ? null : Refusal.Of("list.closed", sheet.List.Code)),
        };

    private static RazorComponentResult<RoundsPage> Show(View view) => new(new { View = view }) { StatusCode = view.Problems.Any ? 422 : 200 };
}
