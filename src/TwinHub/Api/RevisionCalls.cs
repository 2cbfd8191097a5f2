using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>Frozen rows of a list's joint fields (版).</summary>
/// <param name="Code">The list's code and the number: 2024H1/2.</param>
/// <param name="List">Code of the list.</param>
/// <param name="Number">From 1; adopted with a number above 1 is "adjusted".</param>
/// <param name="Date">Day of adoption, or of the draft.</param>
/// <param name="Meeting">Code of the meeting that adopted it, where one did.</param>
/// <param name="Decision">Code of the decision that is its ground.</param>
/// <param name="Change">Code of the change request that made it; null: it came with the founding of the record.</param>
/// <param name="TextSha256">SHA-256 of all its rows' text, in hexadecimal.</param>
/// <param name="Rows">The rows that the reader may see; null where many revisions are listed.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record RevisionJson(string Code, string List, int Number, RevisionState State, DateOnly Date, string? Meeting, string? Decision, TextJson? Ground, string? Change, string TextSha256, string? Source, bool Sample, IReadOnlyList<RevisionRowJson>? Rows)
{
    internal static RevisionJson Of(string list, ListRevision r, IReadOnlyList<RevisionRowJson>? rows) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{list}/{r.Number}"), list, r.Number, r.State, r.Date, r.Meeting, r.Decision, TextJson.Of(r.Ground), r.Change, r.TextSha256(), r.Source, r.Sample, rows);
}

/// <summary>One item in one revision.</summary>
/// <param name="Item">Code of the item.</param>
/// <param name="Theme">Code of the theme.</param>
/// <param name="Leads">Lead units of each party, the first answers.</param>
/// <param name="Baselines">Baseline dates of its milestones.</param>
/// <param name="Values">What the item has in the typed columns, by column.</param>
/// <param name="Reason">Why this revision changed the row; null: it did not.</param>
public sealed record RevisionRowJson(string Item, string Theme, TextJson Title, TextJson? Scope, DateOnly Due, IReadOnlyList<LeadsJson> Leads, IReadOnlyList<BaselineJson> Baselines, IReadOnlyDictionary<string, string> Values, TextJson? Reason)
{
    internal static RevisionRowJson Of(RevisionRow r) => new(r.Item, r.Theme, TextJson.Some(r.Title), TextJson.Of(r.Scope), r.Due,
        [.. Core.Changes.Rows.Leads(r.Leads).Select(l => new LeadsJson(l.Party, l.Units))], [.. (Core.Changes.Rows.ReadBaselines(r.Baselines) ?? []).Select(b => new BaselineJson(b.Milestone, b.Baseline))], ItemValues.Read(r.Values) ?? new Dictionary<string, string>(), TextJson.Of(r.Reason));
}

/// <param name="Party">Code of the party.</param>
/// <param name="Organizations">Codes of its lead units in order.</param>
public sealed record LeadsJson(string Party, IReadOnlyList<string> Organizations);

/// <param name="Milestone">Code of the milestone.</param>
public sealed record BaselineJson(string Milestone, DateOnly Date);

/// <summary>Revisions are every party's to read, but for the rows of items that are not.</summary>
internal sealed class RevisionCalls(TwinHubDb db, Actor actor)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var list = Parameter.Path("code", "2024H1");
        app.Get("/lists/{code}/revisions", Operation.List<RevisionJson>("revisions.list", list, Parameter.Word<RevisionState>("state")), (Call call, RevisionCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/lists/{code}/revisions/{number}", Operation.One<RevisionJson>("revisions.get", list, Parameter.Number("number", "2", 1, int.MaxValue) with { Place = ParameterPlace.Path }),
            (Call call, RevisionCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
    }

    private async Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        var code = call.Path("code");
        var list = await db.Lists.AsNoTracking().Where(l => l.Code == code).Select(l => (Guid?)l.Id).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException("list", code);
        var after = int.Parse(call.After ?? "0", CultureInfo.InvariantCulture);
        var revisions = db.Revisions.AsNoTracking().Where(r => EF.Property<Guid>(r, "ListId") == list && r.Number > after);
        if (call.Word<RevisionState>("state") is { } state) revisions = revisions.Where(r => r.State == state);
        var found = (await revisions.OrderBy(r => r.Number).Take(call.Limit + 1).ToListAsync(cancel)).ConvertAll(r => RevisionJson.Of(code, r, null));
        return call.Page(found, found.ElementAtOrDefault(call.Limit - 1)?.Number.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var (code, number) = (call.Path("code"), (int)call.Number("number")!.Value);
        var revision = await db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number && db.Lists.Any(l => l.Id == EF.Property<Guid>(r, "ListId") && l.Code == code), cancel) ?? throw new NotFoundException("revision", code);
        var seen = (await db.Items.AsNoTracking().VisibleTo(actor).Where(i => db.Lists.Any(l => l.Id == i.ListId && l.Code == code)).Select(i => i.Code).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        return call.One(RevisionJson.Of(code, revision, [.. revision.Rows.Where(r => seen.Contains(r.Item)).OrderBy(r => r.Item, StringComparer.Ordinal).Select(RevisionRowJson.Of)]));
    }
}
