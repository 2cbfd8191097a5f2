using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Evidence;

/// <summary>The record that evidence supports.</summary>
/// <param name="Subject">Kind and code, as evidence names it.</param>
/// <param name="Code">Code that people know.</param>
/// <param name="Path">Page of the record, below the language; empty: it has none of its own.</param>
public sealed record Supported(string Subject, string Code, string Path)
{
    /// <summary>It is a draft that its own party alone sees.</summary>
    public bool IsKept { get; private init; }

    /// <summary>Null when evidence of this class may support it: what supports a draft that others do not see is not theirs to see either.</summary>
    public Refusal? WhyNotOf(Class held) => IsKept && held < Class.Internal ? Refusal.Of("evidence.of-draft", Code) : null;

    /// <exception cref="NotFoundException">No such record, or not one that the actor may see.</exception>
    public static async Task<Supported> FindAsync(TwinHubDb db, string subject, Actor actor, CancellationToken cancel)
    {
        var (kind, code) = subject.Split('/', 2) is [var k, var c] ? (k, c) : ("", "");
        var found = kind switch
        {
            "item" => await db.Items.VisibleTo(actor).AnyAsync(i => i.Code == code, cancel),
            "change" => await db.Changes.VisibleTo(actor).AnyAsync(r => r.Code == code, cancel),
            "issue" => await db.IssuedDocuments.AnyAsync(d => d.Code == code, cancel),
            "report" => Guid.TryParse(code, out var id) && await db.Reports.AnyAsync(r => r.Id == id && r.Party == actor.Party, cancel),
            _ => false,
        };
        if (!found) throw new NotFoundException("evidence", subject);
        var kept = kind == "item" && await db.Items.AnyAsync(i => i.Code == code && i.DraftOf != null, cancel);
        return new(subject, code, kind switch { "item" => $"items/{code}", "change" => $"changes/{code}", "issue" => $"issued/{code}", _ => "" }) { IsKept = kept };
    }
}
