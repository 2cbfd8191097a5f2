using Microsoft.AspNetCore.Http.HttpResults;

namespace TwinHub.Deliver.Items;

/// <summary>One item: what each party says of it and what is joint, its milestones, reports, evidence, grounds, changes and history.</summary>
public sealed class ShowItem(ReadItem read)
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/items/{code}", (string code, ShowItem slice, CancellationToken cancel) => slice.ShowAsync(code, cancel));

    private async Task<IResult> ShowAsync(string code, CancellationToken cancel) =>
        await read.HandleAsync(code, cancel) is { } view ? new RazorComponentResult<ItemPage>(new { View = view }) : TypedResults.NotFound();
}
