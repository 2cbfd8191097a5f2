using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace TwinHub.Data.Journal;

/// <summary>What a save may not do. Breaking these is a defect of the program, not a mistake of a person.</summary>
internal static class SaveRules
{
    /// <exception cref="InvalidOperationException">One of them is broken.</exception>
    public static void Check(TwinHubDb db, Act? act)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (WhyNot(entry, act) is { } reason) throw new InvalidOperationException($"{entry.Metadata.Name}: {reason}");
        }
    }

    private static string? WhyNot(EntityEntry entry, Act? act)
    {
        if (entry.Entity is JournalEntry or JournalTouch or JournalValue or JournalHead) return "only the journal writes the journal.";
        if (JournalModel.IsBulk(entry.Metadata)) return act?.Bulk.Count > 0 && entry.State == EntityState.Added ? null : "bulk rows enter with their file, by an act, and stay.";
        if (!JournalModel.IsJournaled(entry.Metadata)) return null;
        return act is null ? "changed without an act." : ChangedKey(entry);
    }

    private static string? ChangedKey(EntityEntry entry) =>
        entry.State == EntityState.Modified && entry.Metadata.FindPrimaryKey()!.Properties.Any(p => entry.Property(p.Name).IsModified) ? "a key never changes." : null;
}
