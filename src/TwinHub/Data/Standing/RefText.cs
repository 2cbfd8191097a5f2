using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;

namespace TwinHub.Data.Standing;

/// <summary>An ask, a decision, a project or a source text, as far as a page that names it needs.</summary>
public sealed record RefText(RefKind Kind, string Code, LocalText Text)
{
    public string? Meeting { get; init; }
    /// <summary>Paper of an ask.</summary>
    public string? Paper { get; init; }
    public LocalText PaperTitle { get; init; } = LocalText.Empty;
    public string? Theme { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
    internal Class Class { get; init; } = Class.Joint;
    internal string? Party { get; init; }

    /// <summary>An ask is seen where its paper is.</summary>
    public bool IsSeenBy(Actor actor) => Class <= Class.Joint || Party is null || Party == actor.Party;

    internal static async Task<IReadOnlyDictionary<(RefKind Kind, string Code), RefText>> AllAsync(TwinHubDb db, CancellationToken cancel)
    {
        var asks = await (from a in db.Asks.AsNoTracking() join p in db.Papers.AsNoTracking() on a.Paper equals p.Code select new { a, p.Meeting, p.Title, p.Class, p.Party }).ToListAsync(cancel);
        var decisions = await db.Decisions.AsNoTracking().ToListAsync(cancel);
        var projects = await db.Projects.AsNoTracking().Select(p => new { p.Code, p.Name, p.Theme, p.Source, p.Sample }).ToListAsync(cancel);
        var sources = await db.SourceTexts.AsNoTracking().ToListAsync(cancel);
        IEnumerable<RefText> all =
        [
            .. asks.Select(a => new RefText(RefKind.Ask, a.a.Code, a.a.Text) { Meeting = a.Meeting, Paper = a.a.Paper, PaperTitle = a.Title, Theme = a.a.Theme, Source = a.a.Source, Sample = a.a.Sample, Class = a.Class, Party = a.Party }),
            .. decisions.Select(d => new RefText(RefKind.Decision, d.Code, d.Text) { Meeting = d.Meeting, Source = d.Source, Sample = d.Sample }),
            .. projects.Select(p => new RefText(RefKind.Project, p.Code, p.Name) { Theme = p.Theme, Source = p.Source, Sample = p.Sample }),
            .. sources.Select(s => new RefText(RefKind.SourceText, s.Code, s.Title) { PaperTitle = s.Document, Theme = s.Theme, Source = s.Source }),
        ];
        return all.ToDictionary(r => (r.Kind, r.Code));
    }
}
