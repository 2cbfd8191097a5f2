using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Evidence;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Drafts;

/// <summary>Writes a draft item: a new one, its own party's until circulated; or one that stands, as long as nobody else wrote it meanwhile.</summary>
public sealed class WriteDraft(TwinHubDb db, Page page, ReferenceCache references, Actor actor)
{
    public sealed record Command(string List, ItemFields Fields)
    {
        /// <summary>Code of the draft; null: a new one.</summary>
        public string? Item { get; init; }
        /// <summary>Version that the form was opened with.</summary>
        public int Version { get; init; }
        public required IReadOnlyList<ItemUnit> Units { get; init; }
        public required IReadOnlyList<Deliverable> Deliverables { get; init; }
        public required IReadOnlyList<ItemRef> Refs { get; init; }
        public Class Class { get; init; } = Class.Joint;
    }

    /// <param name="Values">What the fields show.</param>
    /// <param name="Was">What they showed when the form was opened.</param>
    public sealed record View(ItemList List, Item? Item, DraftValues Values, DraftValues Was, Problems Problems)
    {
        /// <summary>Fields that somebody else wrote meanwhile: name, when opened, now, typed.</summary>
        public IReadOnlyList<(string Field, string Opened, string Now, string Typed)> Conflicts { get; init; } = [];
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/lists/{code}/drafts/new", (string code, WriteDraft slice, CancellationToken cancel) => slice.BeginAsync(code, cancel));
        pages.MapPost("/lists/{code}/drafts/new", (string code, IFormCollection form, WriteDraft slice, CancellationToken cancel) => slice.PostAsync(code, null, form, cancel));
        pages.MapGet("/drafts/{code}", (string code, WriteDraft slice, CancellationToken cancel) => slice.OpenAsync(code, cancel));
        pages.MapPost("/drafts/{code}", (string code, IFormCollection form, WriteDraft slice, CancellationToken cancel) => slice.PostAsync(null, code, form, cancel));
    }

    /// <exception cref="RefusedException">The reasons of <see cref="ItemList.WhyNotDraft"/> and <see cref="Item.WhyNotEditDraft"/>; <c>class.above-ceiling</c>; <c>record.changed</c>: somebody else wrote it since.</exception>
    public async Task<string> HandleAsync(Command command, CancellationToken cancel)
    {
        RefusedException.ThrowIf(EvidenceFile.WhyNotHold(command.Class, (await references.GetAsync(cancel))!.Region.Ceiling));
        await using var transaction = await db.BeginAsOnlyWriterAsync(cancel);
        var list = await db.Lists.Include(l => l.Items).SingleOrDefaultAsync(l => l.Code == command.List, cancel) ?? throw new NotFoundException("list", command.List);
        RefusedException.ThrowIf(list.WhyNotDraft(actor));
        var item = command.Item is { } code ? await FindAsync(code, tracked: true, cancel) : New(list, command);
        RefusedException.ThrowIf(command.Item is not null && item.Version != command.Version ? Refusal.Of("record.changed") : null);
        item.EditDraft(actor, command.Fields, Kept(item, command.Units));
        item.Describe(actor, Kept(item, command.Deliverables), Kept(item, command.Refs));
        db.Act(new Act(command.Item is null ? "item.drafted" : "item.redrafted", actor, item.Code) { Touches = [list.Code] });
        await db.SaveOrRefuseAsync(cancel);
        await transaction.CommitAsync(cancel);
        return item.Code;
    }

    private Item New(ItemList list, Command command)
    {
        var item = new Item(Keys.New(), list.Id, list.NextItemCode(), command.Fields) { Class = command.Class };
        item.KeepTo(actor.Party);
        list.Add(item);
        return item;
    }

    private static IReadOnlyList<ItemUnit> Kept(Item item, IReadOnlyList<ItemUnit> units) =>
        [.. units.Select(u => item.Units.FirstOrDefault(h => (h.Party, h.Lead, h.Order, h.Organization) == (u.Party, u.Lead, u.Order, u.Organization)) ?? u)];

    private static IReadOnlyList<Deliverable> Kept(Item item, IReadOnlyList<Deliverable> deliverables) =>
        [.. deliverables.Select(d => item.Deliverables.FirstOrDefault(h => h.Order == d.Order && h.Text.Equals(d.Text)) ?? d)];

    private static IReadOnlyList<ItemRef> Kept(Item item, IReadOnlyList<ItemRef> refs) =>
        [.. refs.Select(r => item.Refs.FirstOrDefault(h => (h.Kind, h.Ref) == (r.Kind, r.Ref)) ?? r)];

    private async Task<Item> FindAsync(string code, bool tracked, CancellationToken cancel)
    {
        var items = db.Items.VisibleTo(actor).Include(i => i.Units).Include(i => i.Deliverables).Include(i => i.Refs).AsSplitQuery();
        return await (tracked ? items : items.AsNoTracking()).SingleOrDefaultAsync(i => i.Code == code && i.FirstRevision == null, cancel) ?? throw new NotFoundException("draft", code);
    }

    private async Task<ItemList> ListAsync(Func<IQueryable<ItemList>, IQueryable<ItemList>> which, CancellationToken cancel) =>
        await which(db.Lists.AsNoTracking()).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException("list", "");

    private async Task<IResult> BeginAsync(string code, CancellationToken cancel)
    {
        var list = await ListAsync(l => l.Where(x => x.Code == code), cancel);
        RefusedException.ThrowIf(list.WhyNotDraft(actor));
        var empty = new DraftValues(new Dictionary<string, string> { ["Due"] = page.Forms.Day(list.Ends), ["Class"] = nameof(Class.Joint) });
        return Show(new(list, null, empty, empty, new Problems()));
    }

    private async Task<IResult> OpenAsync(string code, CancellationToken cancel)
    {
        var item = await FindAsync(code, tracked: false, cancel);
        RefusedException.ThrowIf(item.WhyNotEditDraft(actor));
        var list = await ListAsync(l => l.Where(x => x.Id == item.ListId), cancel);
        var values = DraftValues.Of(item, list, page);
        return Show(new(list, item, values, values, new Problems()));
    }

    private async Task<IResult> PostAsync(string? listCode, string? code, IFormCollection form, CancellationToken cancel)
    {
        var item = code is null ? null : await FindAsync(code, tracked: false, cancel);
        var list = await ListAsync(l => item is null ? l.Where(x => x.Code == listCode) : l.Where(x => x.Id == item.ListId), cancel);
        RefusedException.ThrowIf(item is null ? list.WhyNotDraft(actor) : item.WhyNotEditDraft(actor));
        var fields = new FormFields(form, page, new Problems());
        var version = int.TryParse(fields.Text("Version"), System.Globalization.CultureInfo.InvariantCulture, out var opened) ? opened : 0;
        var command = await new DraftForm(fields, list, page).ReadAsync(db, cancel);
        if (command is null) return Again(list, item, fields);
        return await Answer.PageAsync(_ => command with { Item = code, Version = version },
            async c => page.To($"lists/{list.Code}/drafts#{await HandleAsync(c, cancel)}"), p => Task.FromResult(Again(list, item, new FormFields(form, page, p))));
    }

    private static RazorComponentResult<DraftPage> Show(View view) => new(new { View = view }) { StatusCode = view.Problems.Any ? 422 : 200 };

    /// <summary>The form with what was typed; where somebody else wrote meanwhile, also what stood and what stands.</summary>
    private IResult Again(ItemList list, Item? item, FormFields fields)
    {
        var names = DraftValues.Names(page, list).ToList();
        var (typed, was) = (DraftValues.Typed(fields, names), DraftValues.Typed(fields, names, "was."));
        var now = item is null ? was : DraftValues.Of(item, list, page);
        var moved = fields.Problems.All.Any(p => p.Refusal.Code == "record.changed") ? names.Where(n => now[n] != was[n]).Select(n => (n, was[n], now[n], typed[n])).ToList() : [];
        return Show(new(list, item, typed, moved.Count > 0 ? now : was, fields.Problems) { Conflicts = moved });
    }
}
