using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TwinHub.Core;

namespace TwinHub.Data.Journal;

/// <summary>Marks and words that the journal reads from the model. Names are stable: a renamed property keeps its word by <see cref="Word"/>.</summary>
public static class JournalModel
{
    private const string Outside = "TwinHub:Outside", Bulk = "TwinHub:Bulk", Free = "TwinHub:FreeText", Named = "TwinHub:Word";

    private static readonly ConditionalWeakTable<object, object> Journaled = [];
    private static readonly object Yes = new(), No = new();

    /// <summary>Accounts, indexes, runs: not journaled.</summary>
    public static EntityTypeBuilder<T> IsOutsideJournal<T>(this EntityTypeBuilder<T> entity) where T : class => entity.HasAnnotation(Outside, true);

    /// <summary>Bulk reference rows: the journal holds the digest of their file.</summary>
    public static EntityTypeBuilder<T> IsBulk<T>(this EntityTypeBuilder<T> entity) where T : class => entity.HasAnnotation(Bulk, true);

    /// <summary>The entry holds a salted digest; the value lies beside it and can be expunged.</summary>
    public static PropertyBuilder<T> IsFreeText<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Free, true);

    /// <summary>Keeps the word of a renamed property.</summary>
    public static PropertyBuilder<T> HasWord<T>(this PropertyBuilder<T> property, string word) => property.HasAnnotation(Named, word);

    /// <summary>Keeps the word of a renamed type.</summary>
    public static EntityTypeBuilder<T> HasWord<T>(this EntityTypeBuilder<T> entity, string word) where T : class => entity.HasAnnotation(Named, word);

    /// <summary>Asked of every tracked row in every save, so looked up once a model.</summary>
    public static bool IsJournaled(IReadOnlyEntityType entity) => Journaled.GetValue(entity, e => IsInJournal((IReadOnlyEntityType)e) ? Yes : No) == Yes;

    private static bool IsInJournal(IReadOnlyEntityType entity) =>
        entity.ClrType.Namespace?.StartsWith("TwinHub", StringComparison.Ordinal) == true && !Marked(entity, Outside) && !Marked(entity, Bulk);

    public static bool IsBulk(IReadOnlyEntityType entity) => Marked(entity, Bulk);

    public static bool IsFreeText(IReadOnlyProperty property) => property.ClrType == typeof(LocalText) || property.FindAnnotation(Free) is not null;

    public static string Word(IReadOnlyEntityType entity)
    {
        var word = entity.FindAnnotation(Named)?.Value as string ?? entity.ClrType.Name;
        return entity.FindOwnership() is { } owner ? $"{Word(owner.PrincipalEntityType)}.{word}" : word;
    }

    public static string Word(IReadOnlyProperty property) => property.FindAnnotation(Named)?.Value as string ?? property.Name;

    /// <summary>The key of a row as one text: its parts in the order of the key.</summary>
    public static string Key(IReadOnlyEntityType entity, Func<IReadOnlyProperty, object?> value) =>
        Key(entity.FindPrimaryKey()!.Properties.Select(p => Stored(p, value(p))));

    /// <summary>Parts of a key as one text, a slash between them; a slash in one is written %2F, so that no two keys are one text.</summary>
    public static string Key(IEnumerable<string?> parts) =>
        string.Join('/', parts.Select(p => p?.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal)));

    /// <summary>The stored form of a value: what both databases keep, written the same for both.</summary>
    public static string? Stored(IReadOnlyProperty property, object? value)
    {
        var converter = property.GetValueConverter() ?? property.FindTypeMapping()?.Converter;
        return Written(converter is null || value is null ? value : converter.ConvertToProvider(value));
    }

    /// <summary>A stored scalar as text.</summary>
    public static string? Written(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        Guid key => key.ToString("D", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        Enum word => word.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"The journal writes scalars only, not {value.GetType()}."),
    };

    private static bool Marked(IReadOnlyEntityType entity, string mark) =>
        entity.FindAnnotation(mark) is not null || (entity.FindOwnership() is { } owner && Marked(owner.PrincipalEntityType, mark));
}
