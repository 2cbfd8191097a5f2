using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Whole;
using TwinHub.Web;

namespace TwinHub.Deliver.Changes;

/// <summary>The pages on the way to a proposal: choose rows, fill them in, see what will happen, propose or record.</summary>
public sealed class NewChange(TwinHubDb db, TimeProvider clock, Page page, ProposeChange propose, RecordChange record, Actor actor)
{
    /// <summary>Choosing: each open item and visible draft, with the kinds of row that it can take.</summary>
    public sealed record Choice(ItemList List, ItemList? Next, IReadOnlyList<Item> Items, bool Records, IReadOnlySet<string> Preset);

    public sealed record FormView(WholeList Whole, IReadOnlyList<RowInput> Rows, LocalText Reason, string? Ground)
    {
        public required IReadOnlyList<Decision> Decisions { get; init; }
        public required bool Records { get; init; }
        public required Problems Problems { get; init; }
        public FormFields? Typed { get; init; }
        public IEnumerable<Item> Open { get; init; } = [];
    }

    /// <summary>What will happen, for whom, and who must still turn a key.</summary>
    public sealed record Preview(WholeList Whole, RowsView Rows, Proposal Proposal, string TextSha256)
    {
        /// <summary>Everything that was typed, to come back with the last step.</summary>
        public required IReadOnlyList<(string Name, string Value)> Fields { get; init; }
        /// <summary>Accounts of the reader's own party that may turn its key on this text.</summary>
        public required IReadOnlyList<LocalText> OwnHolders { get; init; }
        public required Problems Problems { get; init; }
        public IssueFields? Document { get; init; }
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        const string path = "/lists/{code}/changes/new";
        pages.MapGet(path, (string code, string[]? item, string[]? row, string? kind, string? mode, NewChange slice, CancellationToken cancel) =>
            slice.BeginAsync(code, new Query(item ?? [], row ?? [], kind, mode == "record"), cancel));
        pages.MapPost(path, (string code, IFormCollection form, NewChange slice, CancellationToken cancel) => slice.StepAsync(code, form, cancel)).WithMetadata(TakesFiles.Mark);
    }

    /// <summary>What the address asks for: items, all with one kind, or rows as <c>item.Kind</c>.</summary>
    public sealed record Query(string[] Items, string[] Rows, string? Kind, bool Records)
    {
        public IEnumerable<(string Item, RowKind Kind)> Chosen => Rows.Select(Read).OfType<(string, RowKind)>()
            .Concat(Enum.TryParse<RowKind>(Kind, out var one) ? Items.Select(i => (i, one)) : []).Distinct();

        private static (string, RowKind)? Read(string row) =>
            row.LastIndexOf('.') is var dot and > 0 && Enum.TryParse<RowKind>(row.AsSpan(dot + 1), out var kind) ? (row[..dot], kind) : null;
    }

    private async Task<IResult> BeginAsync(string code, Query query, CancellationToken cancel)
    {
        var whole = await FindAsync(code, query.Records, cancel);
        var chosen = query.Chosen.Select(c => (Item: Visible(whole.List).FirstOrDefault(i => i.Code == c.Item) ?? throw new NotFoundException("item", c.Item), c.Kind)).ToList();
        if (chosen.Count == 0) return Choose(whole, query);
        var rows = chosen.Select((c, i) => RowInput.Begin(i, c.Item, c.Kind, (whole, page))).ToList();
        return await FormAsync(new(whole, rows, LocalText.Empty, null) { Decisions = [], Records = query.Records, Problems = new Problems() }, cancel);
    }

    private RazorComponentResult<ChoosePage> Choose(WholeList whole, Query query)
    {
        var items = Visible(whole.List).Where(i => i.IsOpen || i.IsDraft).OrderBy(i => i.IsDraft).ThenBy(i => i.Code, StringComparer.Ordinal).ToList();
        var preset = query.Items.Length > 0 ? query.Items.ToHashSet(StringComparer.Ordinal) : whole.List.Adopted is null ? items.Select(i => i.Code).ToHashSet(StringComparer.Ordinal) : [];
        return new(new { View = new Choice(whole.List, whole.Next, query.Items.Length > 0 ? [.. items.Where(i => preset.Contains(i.Code))] : items, query.Records, preset) });
    }

    private async Task<IResult> StepAsync(string code, IFormCollection posted, CancellationToken cancel)
    {
        var fields = new FormFields(posted, page, new Problems());
        var records = fields.Text("mode") == "record";
        var whole = await FindAsync(code, records, cancel);
        var form = new ProposalForm(fields, whole, page);
        var step = fields.Text("remove").Length > 0 ? "edit" : fields.Text("step");
        if (step == "add" && Added(fields) is { } added && Visible(whole.List).Any(i => i.Code == added.Item)) form.Add(added.Item, added.Kind);
        if (step is "add" or "edit") return await AgainAsync(whole, form, fields, cancel);
        var rows = form.Read();
        var document = records ? IssueFields.Read(fields, whole.List.Starts.Year) : null;
        if (rows is null || (records && document is null) || Refused(whole, form, fields, rows)) return await AgainAsync(whole, form, fields, cancel);
        var text = new ProposeChange.Command(code, form.Reason, rows) { Ground = form.Ground };
        if (step is not ("propose" or "record")) return await PreviewAsync(whole, text, document, fields, cancel);
        return await Answer.PageAsync(_ => text, async c => page.To("changes/" + await SaveAsync(c, document, fields, cancel)), p => PreviewAsync(whole, text, document, new FormFields(posted, page, p), cancel));
    }

    private async Task<string> SaveAsync(ProposeChange.Command text, IssueFields? document, FormFields fields, CancellationToken cancel) => document is null
        ? (await propose.HandleAsync(text, cancel)).Code
        : await record.HandleAsync(new RecordChange.Command(text, document) { Scan = fields.Upload("Scan", "Class") }, cancel);

    private static (string Item, RowKind Kind)? Added(FormFields fields) =>
        fields.Text("AddItem") is { Length: > 0 } item && Enum.TryParse<RowKind>(fields.Text("AddKind"), out var kind) ? (item, kind) : null;

    private bool Refused(WholeList whole, ProposalForm form, FormFields fields, IReadOnlyList<ChangeRow> rows)
    {
        var refusal = whole.WhyNot(new Proposal(actor, clock.GetUtcNow(), form.Reason, rows) { Ground = form.Ground, Document = fields.Text("mode") == "record" ? "-" : null });
        if (refusal is not null) fields.Problems.Add(refusal);
        return refusal is not null;
    }

    private Task<IResult> AgainAsync(WholeList whole, ProposalForm form, FormFields fields, CancellationToken cancel) =>
        FormAsync(new(whole, form.Inputs, form.Reason, form.Ground) { Decisions = [], Records = fields.Text("mode") == "record", Problems = fields.Problems, Typed = fields }, cancel);

    private async Task<IResult> FormAsync(FormView view, CancellationToken cancel)
    {
        var decisions = await db.Decisions.AsNoTracking().OrderByDescending(d => d.Code).ToListAsync(cancel);
        var whole = view with { Decisions = decisions, Open = [.. Visible(view.Whole.List).Where(i => i.IsOpen || i.IsDraft).OrderBy(i => i.Code, StringComparer.Ordinal)] };
        return new RazorComponentResult<NewChangePage>(new { View = whole }) { StatusCode = view.Problems.Any ? 422 : 200 };
    }

    private async Task<IResult> PreviewAsync(WholeList whole, ProposeChange.Command text, IssueFields? document, FormFields fields, CancellationToken cancel)
    {
        var proposal = new Proposal(actor, clock.GetUtcNow(), text.Reason, text.Rows) { Ground = text.Ground, Document = document is null ? null : "-" };
        var view = new Preview(whole, RowsView.Of(whole, text.Rows, waits: false), proposal, new ChangeRequest(Guid.Empty, "", whole.List, proposal).TextSha256)
        {
            Fields = [.. fields.Form.Where(f => f.Key is not ("step" or "__RequestVerificationToken" or "Class")).SelectMany(f => f.Value.Select(v => (f.Key, v ?? "")))],
            OwnHolders = [.. (await db.Users.AsNoTracking().Where(u => u.Party == actor.Party && !u.Closed && u.Id != actor.Account).ToListAsync(cancel)).Where(u => (u.Roles & (Roles.KeyHolder | Roles.Office)) != 0).Select(u => u.Display)],
            Problems = fields.Problems,
            Document = document,
        };
        return new RazorComponentResult<PreviewPage>(new { View = view }) { StatusCode = fields.Problems.Any ? 422 : 200 };
    }

    private async Task<WholeList> FindAsync(string code, bool records, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(records ? Roles.Office : Roles.Office | Roles.Drafter));
        var whole = await db.ReadWholeListAsync(code, cancel) ?? throw new NotFoundException("list", code);
        RefusedException.ThrowIf(whole.List.Parties.Any(p => p.Party == actor.Party) ? null : Refusal.Of("key.not-concerned", actor.Party));
        return whole;
    }

    private IEnumerable<Item> Visible(ItemList list) => list.Items.Where(i => i.DraftOf is null || i.DraftOf == actor.Party);
}
