using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Web;

namespace TwinHub.Record;

/// <summary>The journal's latest entries, as far as the reader sees them.</summary>
public sealed class ListEntries(TwinHubDb db, JournalWords words, Actor actor)
{
    public const int PageRows = 50;

    /// <param name="Before">Entries below this index; null: the latest.</param>
    public sealed record Filter(string? Act, string? Code, long? Before)
    {
        public string ToQuery(long? before) => string.Join('&', new[] { ("act", Act), ("code", Code), ("before", before?.ToString(CultureInfo.InvariantCulture)) }
            .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));
    }

    /// <param name="Size">Entries of the whole journal.</param>
    /// <param name="Visible">Of these in clear for the reader, by what was asked.</param>
    public sealed record View(Filter Filter, IReadOnlyList<Line> Lines, IReadOnlyList<string> Acts, long Size, int Visible)
    {
        public required JournalWords Words { get; init; }
        /// <summary>Where the next page begins; null: there is none.</summary>
        public long? Next => Lines.Count == PageRows && Lines[^1].Index > 0 ? Lines[^1].Index : null;
    }

    public sealed record Line(long Index, DateTimeOffset RecordedAt, DateOnly EffectiveOn, string? Audience, string Act, Guid Account, string Party, string Subject);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/journal", (HttpContext http, ListEntries slice, CancellationToken cancel) => slice.ShowAsync(http.Request.Query, cancel));

    private async Task<IResult> ShowAsync(IQueryCollection query, CancellationToken cancel)
    {
        if (query.Keys.FirstOrDefault(k => k is not ("act" or "code" or "before")) is { } unknown) return new Refused(Refusal.Of("request.parameter", unknown));
        var before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : (long?)null;
        if (before is null && query["before"].ToString().Length > 0) return new Refused(Refusal.Of("request.parameter", "before"));
        return new RazorComponentResult<JournalPage>(new { View = await HandleAsync(new(Text(query["act"]), Text(query["code"]), before), cancel) });
    }

    public async Task<View> HandleAsync(Filter filter, CancellationToken cancel)
    {
        var visible = db.Journal.AsNoTracking().VisibleTo(actor);
        var found = visible;
        if (filter.Act is { } act) found = found.Where(e => e.Act == act);
        if (filter.Code is { } code) found = found.Where(e => db.JournalTouches.Any(t => t.Index == e.Index && t.Code == code));
        var from = filter.Before ?? long.MaxValue;
        var lines = await found.Where(e => e.Index < from).OrderByDescending(e => e.Index).Take(PageRows)
            .Select(e => new Line(e.Index, e.RecordedAt, e.EffectiveOn, e.Audience, e.Act, e.Account, e.Party, e.Subject)).ToListAsync(cancel);
        await words.KnowAsync(lines.Select(l => l.Account), cancel);
        var acts = await visible.Select(e => e.Act).Distinct().OrderBy(a => a).ToListAsync(cancel);
        var size = await db.JournalHead.AsNoTracking().Select(h => h.Size).SingleAsync(cancel);
        return new(filter, lines, acts, size, await found.CountAsync(cancel)) { Words = words };
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
