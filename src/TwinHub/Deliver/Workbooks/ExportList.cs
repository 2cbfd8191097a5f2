using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Standing;
using TwinHub.Language;
using TwinHub.Web;

namespace TwinHub.Deliver.Workbooks;

/// <summary>The list as the screen shows it: same filter, order and columns, drafts too; revision, filter, time and sample mark stand in the file.</summary>
public sealed class ExportList(TwinHubDb db, Standings standings, ReferenceCache references, ExportMoment now, Actor actor)
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        foreach (var format in ListFiles.Formats)
        {
            pages.MapGet($"/lists/{{code}}/export.{format}", async (string code, HttpRequest request, Page page, ExportList slice, CancellationToken cancel) =>
            {
                var (filter, refusal) = ListFilter.Read(request.Query, page.Reference);
                Core.RefusedException.ThrowIf(refusal);
                return await ListFiles.AnswerAsync(await slice.HandleAsync(code, filter, page.Words, cancel), format, cancel);
            });
        }
    }

    /// <exception cref="NotFoundException">No such list.</exception>
    public async Task<ListFile> HandleAsync(string code, ListFilter filter, Words words, CancellationToken cancel)
    {
        var adopted = await standings.OfListAsync(code, cancel) ?? throw new NotFoundException("list", code);
        var standing = adopted with { Items = [.. adopted.Items.Concat(adopted.Drafts).OrderBy(i => i.Code, StringComparer.Ordinal)] };
        var reference = (await references.GetAsync(cancel))!;
        var rows = filter.Apply(standing, reference);
        var made = new ListSheet(standing, reference, words) { Own = await OwnAsync(standing.List.Id, cancel) }.Make(filter, rows, now);
        var tag = RegionLanguage.Of(reference.Region).First(l => l.Code == words.Language).Tag;
        return new(code, new(tag, standing.List.Title.In(words.Language), [made]), stream => new ListJson(standing, reference, now).Write(filter, rows, stream));
    }

    /// <summary>The reader's own party's columns with their cells, by item.</summary>
    private async Task<IReadOnlyList<(PartyColumn Column, IReadOnlyDictionary<Guid, string> Cells)>> OwnAsync(Guid list, CancellationToken cancel)
    {
        var columns = await db.PartyColumns.AsNoTracking().VisibleTo(actor).Where(c => c.ListId == list).OrderBy(c => c.Order).ToListAsync(cancel);
        if (columns.Count == 0) return [];
        var ids = columns.Select(c => c.Id).ToList();
        var cells = (await db.PartyCells.AsNoTracking().VisibleTo(actor).Where(c => ids.Contains(c.ColumnId)).ToListAsync(cancel)).ToLookup(c => c.ColumnId);
        return [.. columns.Select(c => (c, (IReadOnlyDictionary<Guid, string>)cells[c.Id].ToDictionary(x => x.ItemId, x => x.Value)))];
    }
}

/// <summary>When an export is made: the day that its figures go by, and the moment.</summary>
public sealed class ExportMoment(Today today, TimeProvider clock)
{
    public DateOnly AsOf => today.Day;
    public DateTimeOffset Made { get; } = clock.GetUtcNow();
}
