using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Language;

namespace TwinHub.Data.Search;

/// <summary>Reads what the index holds from the record. Who may see a row is asked of <see cref="Visibility"/>, for each party.</summary>
internal sealed class ReadSearchRows
{
    private const string Nobody = "";
    private readonly TwinHubDb db;
    private readonly IReadOnlyList<Actor> parties;

    private ReadSearchRows(TwinHubDb db, IReadOnlyList<string> parties) => (this.db, this.parties) = (db, [.. parties.Select(p => new Actor(Guid.Empty, p, Roles.None, null))]);

    public static async Task<ReadSearchRows> OfAsync(TwinHubDb db, CancellationToken cancel) =>
        new(db, await db.Parties.AsNoTracking().OrderBy(p => p.Order).Select(p => p.Code).ToListAsync(cancel));

    /// <param name="kind">What to read.</param>
    /// <param name="records">Codes of the records; null: all.</param>
    /// <param name="cancel">Reads only.</param>
    public Task<List<SearchRow>> OfKindAsync(SearchKind kind, IReadOnlyCollection<string>? records, CancellationToken cancel) => kind switch
    {
        SearchKind.Item => ItemsAsync(records, cancel),
        SearchKind.Project => ProjectsAsync(records, cancel),
        SearchKind.Meeting => MeetingsAsync(records, cancel),
        SearchKind.Decision => DecisionsAsync(records, cancel),
        SearchKind.Paper => PapersAsync(records, passages: false, cancel),
        SearchKind.Passage => PapersAsync(records, passages: true, cancel),
        SearchKind.Organization => OrganizationsAsync(records, cancel),
        _ => TermsAsync(cancel),
    };

    private async Task<List<SearchRow>> ItemsAsync(IReadOnlyCollection<string>? records, CancellationToken cancel)
    {
        var asked = db.Items.AsNoTracking().Where(i => records == null || records.Contains(i.Code));
        var rows = await asked.OrderByDescending(i => i.ListId).ThenBy(i => i.Code).Select(i => new { i.Code, i.Title, i.Scope, Deliverables = i.Deliverables.OrderBy(d => d.Order).Select(d => d.Text).ToList() }).ToListAsync(cancel);
        return await SeenAsync(rows.Select(i => new SearchRow(SearchKind.Item, i.Code, "items/" + i.Code, i.Title, Joined([i.Scope, .. i.Deliverables])) { Code = i.Code }),
            actor => asked.VisibleTo(actor).Select(i => i.Code), cancel);
    }

    private async Task<List<SearchRow>> ProjectsAsync(IReadOnlyCollection<string>? records, CancellationToken cancel)
    {
        var rows = await db.Projects.AsNoTracking().Where(p => records == null || records.Contains(p.Code)).OrderBy(p => p.Code).Select(p => new { p.Code, p.Name, p.Facts }).ToListAsync(cancel);
        return rows.ConvertAll(p => new SearchRow(SearchKind.Project, p.Code, "projects/" + p.Code, p.Name, p.Facts) { Code = p.Code });
    }

    private async Task<List<SearchRow>> OrganizationsAsync(IReadOnlyCollection<string>? records, CancellationToken cancel)
    {
        var rows = await db.Organizations.AsNoTracking().Where(o => records == null || records.Contains(o.Code)).OrderBy(o => o.Code).ToListAsync(cancel);
        return rows.ConvertAll(o => new SearchRow(SearchKind.Organization, o.Code, "organizations/" + o.Code, o.Name, o.Short.Equals(o.Name) ? LocalText.Empty : o.Short) { Code = o.Code });
    }

    private async Task<List<SearchRow>> TermsAsync(CancellationToken cancel)
    {
        var terms = await db.Terms.AsNoTracking().OrderBy(t => t.Id).ToListAsync(cancel);
        return terms.ConvertAll(t => new SearchRow(SearchKind.Term, "", "terms?q=" + Uri.EscapeDataString(t.Preferred.In(t.Preferred.Binding)), t.Preferred, string.IsNullOrEmpty(t.Note) ? LocalText.Empty : LocalText.Of("", ("", t.Note))));
    }

    /// <summary>A meeting with the titles of its agenda; an agenda item that only one party may read is a row of its own.</summary>
    private async Task<List<SearchRow>> MeetingsAsync(IReadOnlyCollection<string>? records, CancellationToken cancel)
    {
        var meetings = await db.Meetings.AsNoTracking().Where(m => records == null || records.Contains(m.Code)).OrderByDescending(m => m.Starts).ThenBy(m => m.Code).ToListAsync(cancel);
        var bodies = await db.Bodies.AsNoTracking().ToDictionaryAsync(b => b.Code, b => b.Name, cancel);
        var papers = await db.Papers.AsNoTracking().Where(p => p.Meeting != null && (records == null || records.Contains(p.Meeting))).ToDictionaryAsync(p => p.Code, cancel);
        return [.. meetings.SelectMany(m =>
        {
            var whole = new SearchRow(SearchKind.Meeting, m.Code, "meetings/" + m.Code, Named(m, bodies), LocalText.Empty) { Code = m.Code };
            var joint = m.Agenda.Where(a => a.Class <= Class.Joint).OrderBy(a => a.Order).Select(a => a.Title);
            return m.Agenda.Where(a => a.Class > Class.Joint).OrderBy(a => a.Order).Select(a => whole with { Code = "", TitleIsFound = false, Text = a.Title, Audience = Audience(p => m.Shows(a, p, Paper(a, p, papers))) })
                .Prepend(whole with { Text = Joined([m.Theme, m.Place, m.Note, .. joint, .. m.Visits.OrderBy(v => v.Order).Select(v => v.About)]) });
        }).Where(r => r.Audience != Nobody)];
    }

    private static Paper? Paper(AgendaItem item, Actor party, Dictionary<string, Paper> papers) =>
        item.Paper is { } code && papers.TryGetValue(code, out var paper) && new[] { paper }.AsQueryable().VisibleTo(party).Any() ? paper : null;

    private async Task<List<SearchRow>> DecisionsAsync(IReadOnlyCollection<string>? records, CancellationToken cancel)
    {
        var asked = db.Decisions.AsNoTracking().Where(d => records == null || records.Contains(d.Code) || records.Contains(d.Meeting));
        var rows = await asked.OrderByDescending(d => d.Meeting).ThenBy(d => d.Number).Select(d => new { d.Code, d.Text }).ToListAsync(cancel);
        return await SeenAsync(rows.Select(d => new SearchRow(SearchKind.Decision, d.Code, "decisions/" + d.Code, d.Text, LocalText.Empty) { Code = d.Code }), actor => asked.VisibleTo(actor, db).Select(d => d.Code), cancel);
    }

    private async Task<List<SearchRow>> PapersAsync(IReadOnlyCollection<string>? records, bool passages, CancellationToken cancel)
    {
        var asked = db.Papers.AsNoTracking().Where(p => records == null || records.Contains(p.Code));
        var rows = (await asked.OrderByDescending(p => p.Meeting).ThenBy(p => p.Code).ToListAsync(cancel)).SelectMany(p => passages
            ? p.Passages.OrderBy(t => t.Number).Select(t => new SearchRow(SearchKind.Passage, p.Code, $"papers/{p.Code}#p{t.Number}", p.Title, t.Text) { TitleIsFound = false })
            : [new SearchRow(SearchKind.Paper, p.Code, "papers/" + p.Code, p.Title, p.Office) { Code = p.Code }]);
        return await SeenAsync(rows, actor => asked.VisibleTo(actor).Select(p => p.Code), cancel);
    }

    private async Task<List<SearchRow>> SeenAsync(IEnumerable<SearchRow> rows, Func<Actor, IQueryable<string>> visible, CancellationToken cancel)
    {
        var seen = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var party in parties) seen[party.Party] = await visible(party).ToHashSetAsync(StringComparer.Ordinal, cancel);
        return [.. rows.Select(r => r with { Audience = Audience(p => seen[p.Party].Contains(r.Record)) }).Where(r => r.Audience != Nobody)];
    }

    /// <summary>Nobody where no party sees it: such a row is not kept.</summary>
    private string Audience(Func<Actor, bool> sees) =>
        parties.Where(sees).Select(p => p.Party).ToList() is var able && able.Count == parties.Count ? SearchRow.Everyone : string.Join(' ', able.Select(SearchRow.WordOf));

    /// <summary>The body with the number of the sitting, as its page is headed.</summary>
    private static LocalText Named(Meeting meeting, Dictionary<string, LocalText> bodies) =>
        bodies.TryGetValue(meeting.Body, out var body) ? LocalText.Of(body.Binding, body.Wordings.Select(w => (w.Key, $"{w.Value.Text} {Nth(meeting.Number, w.Key)}".Trim()))) : meeting.Theme;

    private static string Nth(int? number, string language)
    {
        if (number is not { } nth) return "";
        if (!Words.Languages.Contains(language)) return $"{nth}";
        var (words, ordinals) = (Words.In(language), Words.In(language)["meetings.ordinals"].Split('|'));
        return nth <= ordinals.Length ? words.Say("meetings.nth", ordinals[nth - 1]) : words.Say("meetings.nth.number", nth);
    }

    /// <summary>Texts as one, in each of their languages.</summary>
    private static LocalText Joined(IReadOnlyList<LocalText> texts)
    {
        var languages = texts.SelectMany(t => t.Wordings.Keys).Distinct();
        return LocalText.Of(texts.FirstOrDefault(t => !t.IsEmpty)?.Binding ?? "", languages.Select(l => (l, string.Join(" / ", texts.Where(t => t.Has(l)).Select(t => t.In(l))))));
    }
}
