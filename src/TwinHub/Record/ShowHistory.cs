using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Texts;
using TwinHub.Web;

namespace TwinHub.Record;

/// <summary>Every act on one record that the reader may see, and the record as it stood on a day or after an entry.</summary>
public sealed class ShowHistory(TwinHubDb db, JournalWords words, Page page, Actor actor)
{
    public sealed record View(string Code, IReadOnlyList<HistoryEntry> Entries, JournalWords Words)
    {
        /// <summary>The record then; null: nobody asked.</summary>
        public IReadOnlyList<StoodRow>? Stood { get; init; }
        public DateOnly? On { get; init; }
        public long? Index { get; init; }
        /// <summary>What was typed for the day.</summary>
        public string? Typed { get; init; }
        public Problems Problems { get; init; } = new();
    }

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/history/{code}", (string code, HttpContext http, ShowHistory slice, CancellationToken cancel) => slice.ShowAsync(code, http.Request.Query, cancel));

    private async Task<IResult> ShowAsync(string code, IQueryCollection query, CancellationToken cancel)
    {
        if (query.Keys.FirstOrDefault(k => k is not ("on" or "index")) is { } unknown) return new Refused(Refusal.Of("request.parameter", unknown));
        var history = await new RecordHistory(db).HandleAsync(code, actor, cancel);
        if (history.Count == 0) return TypedResults.NotFound();
        await words.KnowAsync(history.SelectMany(Accounts), cancel);
        var view = await AsOfAsync(new(code, history, words), query, cancel);
        return new RazorComponentResult<HistoryPage>(new { View = view }) { StatusCode = view.Problems.Any ? 422 : 200 };
    }

    private async Task<View> AsOfAsync(View view, IQueryCollection query, CancellationToken cancel)
    {
        var (typed, record) = (query["on"].ToString().Trim(), new RecordAsOf(db));
        if (long.TryParse(query["index"], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < long.MaxValue)
            return view with { Index = index, Stood = await record.AtAsync(view.Code, actor, index + 1, cancel) };
        if (typed.Length == 0) return view;
        if (ReadDate.TryRead(typed, page.Language.Tag, page.Today.Day.Year, out var day))
            return view with { On = day.Date, Typed = typed, Stood = await record.OnAsync(view.Code, actor, day.Date, cancel) };
        view.Problems.Add(Refusal.Of("history.day-unreadable", typed), "on");
        return view with { Typed = typed };
    }

    /// <summary>Who acted, and accounts that stand in the rows.</summary>
    private static IEnumerable<Guid> Accounts(HistoryEntry entry) =>
        entry.Rows.SelectMany(r => r.Changes).SelectMany(c => new[] { c.Before?.Text, c.After?.Text }).Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty)
            .Append(entry.Account).Where(id => id != Guid.Empty);
}
