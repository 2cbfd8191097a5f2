using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data.Search;
using TwinHub.Web;

namespace TwinHub.Search;

/// <summary>Finds records by words and codes: grouped by kind, the words marked, only what the reader's party may see.</summary>
public sealed class ShowSearch(SearchIndex index, NearSearch near, Actor actor)
{
    public const int Few = 5, PageRows = 50, MostPages = 1000;

    /// <param name="Typed">The question as it was typed.</param>
    /// <param name="Kind">The one kind that is looked at; null: all, a few of each.</param>
    public sealed record View(string Typed, IReadOnlyList<SearchTerm> Terms, SearchKind? Kind, int PageNumber)
    {
        public IReadOnlyList<SearchGroup> Groups { get; init; } = [];
        public NearSearch.Ways Ways { get; init; } = NearSearch.Ways.None;
        public int All => Groups.Sum(g => g.All);
        public int Pages => (All + PageRows - 1) / PageRows;

        public string Query(SearchKind? kind, int number = 1) =>
            $"search?q={Uri.EscapeDataString(Typed)}{(kind is { } one ? "&kind=" + Word(one) : "")}{(number > 1 ? $"&page={number}" : "")}";
    }

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/search", (string? q, string? kind, int? page, ShowSearch slice, CancellationToken cancel) => slice.ShowAsync(q?.Trim() ?? "", kind, page ?? 1, cancel));

    public static string Word(SearchKind kind) => kind.ToString().ToLowerInvariant();

    private async Task<IResult> ShowAsync(string typed, string? kind, int number, CancellationToken cancel)
    {
        var one = Enum.GetValues<SearchKind>().Where(k => Word(k) == kind).Select(k => (SearchKind?)k).FirstOrDefault();
        if (!string.IsNullOrEmpty(kind) && one is null) return new Refused(Refusal.Of("request.parameter", "kind"));
        if (typed.Length > SearchTerm.MostCharacters) return new Refused(Refusal.Of("request.parameter", "q"));
        if (number is < 1 or > MostPages) return new Refused(Refusal.Of("request.parameter", "page"));
        return new RazorComponentResult<SearchPage>(new { View = await HandleAsync(new(typed, SearchTerm.Of(typed), one, number), cancel) });
    }

    private async Task<View> HandleAsync(View view, CancellationToken cancel)
    {
        if (view.Terms.Count == 0) return view;
        var (skip, take) = view.Kind is null ? (0, Few) : ((view.PageNumber - 1) * PageRows, PageRows);
        var groups = await index.FindAsync(new(view.Terms, actor.Party, view.Kind, skip, take), cancel);
        return groups.Count > 0 ? view with { Groups = groups } : view with { Ways = await near.OfAsync(view.Terms, view.Kind, actor.Party, cancel) };
    }
}
