using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Deliver.Workbooks.Layouts;

namespace TwinHub.Deliver.Workbooks;

/// <summary>What a party said that the columns of one form of workbook mean: one row a party and form, outside the journal.</summary>
public sealed class WorkbookLayout
{
    public required string Party { get; init; }
    /// <summary><see cref="FoundTable.Fingerprint"/>.</summary>
    public required string Form { get; init; }
    /// <summary>Head → word of the column: a JSON object.</summary>
    public required string Columns { get; set; }
    public required DateTimeOffset KeptAt { get; set; }
}

internal sealed class WorkbookLayoutConfiguration : IEntityTypeConfiguration<WorkbookLayout>
{
    public void Configure(EntityTypeBuilder<WorkbookLayout> layout)
    {
        layout.IsOutsideJournal();
        layout.HasKey(l => new { l.Party, l.Form });
    }
}

/// <summary>Remembers what was corrected in a workbook, for the next one of the same form from the same party.</summary>
public sealed class KnownLayouts(TwinHubDb db, TimeProvider clock, Actor actor)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Words of columns by head; empty: nothing was corrected.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(string form, CancellationToken cancel) =>
        await Find(form).AsNoTracking().SingleOrDefaultAsync(cancel) is { } known ? JsonSerializer.Deserialize<Dictionary<string, string>>(known.Columns)! : None;

    /// <summary>Keeps what the sender said of this table, to be saved with what it brings.</summary>
    public async Task KeepAsync(FoundTable table, CancellationToken cancel)
    {
        var said = table.Columns.Where(c => c is { Grasp: Grasp.Said or Grasp.Remembered, Head.Length: > 0 }).GroupBy(c => HeadWords.Plain(c.Head)).ToDictionary(g => g.Key, g => g.First().Column!.Word);
        var known = await Find(table.Fingerprint).SingleOrDefaultAsync(cancel);
        if (said.Count == 0 && known is not null) db.Remove(known);
        if (said.Count == 0) return;
        if (known is null) db.Add(known = new() { Party = actor.Party, Form = table.Fingerprint, Columns = "", KeptAt = default });
        (known.Columns, known.KeptAt) = (JsonSerializer.Serialize(said), clock.GetUtcNow());
    }

    private IQueryable<WorkbookLayout> Find(string form) => db.Set<WorkbookLayout>().Where(l => l.Party == actor.Party && l.Form == form);
}
