using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Data;

namespace TwinHub.Guide;

/// <summary>The termbase: what each thing is called in every language of the region, and after whom.</summary>
public sealed class ShowTerms(TwinHubDb db)
{
    public sealed record View(string Query, IReadOnlyList<Term> Found, int All);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/terms", async (string? q, ShowTerms slice, CancellationToken cancel) => new RazorComponentResult<TermsPage>(new { View = await slice.HandleAsync(q, cancel) }));

    public async Task<View> HandleAsync(string? query, CancellationToken cancel)
    {
        var sought = query?.Trim() ?? "";
        var terms = await db.Terms.AsNoTracking().OrderBy(t => t.Kind).ToListAsync(cancel);
        var found = terms.Where(t => sought.Length == 0 || Texts(t).Any(text => text.Contains(sought, StringComparison.OrdinalIgnoreCase)));
        return new(sought, [.. found.OrderBy(t => t.Kind, StringComparer.Ordinal).ThenBy(t => t.Preferred.In(t.Preferred.Binding), StringComparer.Ordinal)], terms.Count);
    }

    private static IEnumerable<string> Texts(Term term) => term.Preferred.Wordings.Values.Select(w => w.Text).Append(term.Note ?? "");
}
