using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Drafts;

/// <summary>The drafts of a list: those that every party sees, and the reader's own party's.</summary>
public sealed class ShowDrafts(TwinHubDb db, Actor actor)
{
    public sealed record View(ItemList List, IReadOnlyList<Item> Drafts, Problems Problems)
    {
        public required bool MayDraft { get; init; }
        public required bool IsAdopted { get; init; }
        public IEnumerable<Item> Own => Drafts.Where(d => d.DraftOf is not null);
    }

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/lists/{code}/drafts", (string code, ShowDrafts slice, CancellationToken cancel) => slice.ShowAsync(code, new Problems(), cancel));

    public async Task<IResult> ShowAsync(string code, Problems problems, CancellationToken cancel)
    {
        var list = await db.Lists.AsNoTracking().SingleOrDefaultAsync(l => l.Code == code, cancel) ?? throw new NotFoundException("list", code);
        var drafts = await db.Items.AsNoTracking().VisibleTo(actor).Include(i => i.Units).Where(i => i.ListId == list.Id && i.FirstRevision == null).OrderBy(i => i.Code).ToListAsync(cancel);
        var adopted = await db.Revisions.AnyAsync(r => EF.Property<Guid>(r, "ListId") == list.Id && r.State == RevisionState.Adopted, cancel);
        var view = new View(list, drafts, problems) { MayDraft = list.WhyNotDraft(actor) is null, IsAdopted = adopted };
        return new RazorComponentResult<DraftsPage>(new { View = view }) { StatusCode = problems.Any ? 422 : 200 };
    }
}
