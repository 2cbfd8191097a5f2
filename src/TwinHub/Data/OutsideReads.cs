using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using TwinHub.Data.Journal;

namespace TwinHub.Data;

/// <summary>Notes in a context that it read tables which change without a journal entry (accounts, drafts of forms): what was made of them is not told by the journal's size.</summary>
internal sealed class OutsideReads : DbCommandInterceptor
{
    private static readonly ConcurrentDictionary<IModel, string[]> Outside = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note(command, eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command, eventData.Context);
        return new(result);
    }

    private static void Note(DbCommand command, DbContext? context)
    {
        if (context is TwinHubDb db && Array.Exists(Outside.GetOrAdd(db.Model, TablesOf), t => command.CommandText.Contains(t, StringComparison.Ordinal))) db.OutsideReads++;
    }

    /// <summary>Tables without a journal, but for the journal's own: those change with each entry, or with one that expunges. Saved views are told by when the last was saved.</summary>
    private static string[] TablesOf(IModel model) =>
        [.. model.GetEntityTypes().Where(e => !JournalModel.IsJournaled(e) && !JournalModel.IsBulk(e) && e.ClrType.Namespace != typeof(JournalEntry).Namespace && e.ClrType != typeof(Core.Lists.ListView)).Select(e => $"\"{e.GetTableName()}\"").Distinct()];
}
