using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using TwinHub.Core;

namespace TwinHub.Data.Journal;

/// <summary>One table as the journal names it: word of the entity, words and columns of its properties.</summary>
internal sealed class RecordTable
{
    private readonly IProperty[] properties;
    private readonly int[] key;

    public RecordTable(IEntityType entity)
    {
        (Entity, Word, properties) = (entity, JournalModel.Word(entity), [.. entity.GetProperties()]);
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table) ?? throw new InvalidOperationException($"{entity.Name} has no table.");
        Name = $"\"{table.Name}\"";
        Words = [.. properties.Select(JournalModel.Word)];
        Columns = [.. properties.Select(p => $"\"{p.GetColumnName(table)}\"")];
        Types = [.. properties.Select(StoredType)];
        key = [.. entity.FindPrimaryKey()!.Properties.Select(p => Array.IndexOf(properties, p))];
    }

    public IEntityType Entity { get; }
    public string Word { get; }
    /// <summary>Quoted.</summary>
    public string Name { get; }
    public IReadOnlyList<IProperty> Properties => properties;
    public IReadOnlyList<string> Words { get; }
    /// <summary>Quoted.</summary>
    public IReadOnlyList<string> Columns { get; }
    private Type[] Types { get; }

    /// <summary>Every table that the journal covers, in the order of their words.</summary>
    public static IReadOnlyList<RecordTable> Journaled(DbContext db) => Those(db, JournalModel.IsJournaled);

    /// <summary>Every table that is filled from files.</summary>
    public static IReadOnlyList<RecordTable> Bulk(DbContext db) => Those(db, e => JournalModel.IsBulk(e));

    /// <summary>The key of a row that was read.</summary>
    public string KeyOf(string?[] row) => JournalModel.Key(key.Select(i => row[i]));

    /// <summary>What a cell holds that no entry speaks of: null, or the type's default where the column cannot be null.</summary>
    public string? Unsaid(int column) =>
        properties[column].IsNullable ? null
        : properties[column].ClrType == typeof(string) || properties[column].ClrType == typeof(LocalText) ? ""
        : JournalModel.Stored(properties[column], RuntimeHelpers.GetUninitializedObject(properties[column].ClrType));

    /// <summary>Every row, each cell as the journal writes it.</summary>
    public async IAsyncEnumerable<string?[]> RowsAsync(TwinHubDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = ($"SELECT {string.Join(", ", Columns)} FROM {Name}", db.Database.CurrentTransaction?.GetDbTransaction());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) yield return Row(reader);
    }

    /// <summary>Brings every row that holds one of the texts under the change tracker, with the record that owns it.</summary>
    /// <returns>Whether there is one.</returns>
    public async Task<bool> LoadAsync(TwinHubDb db, IReadOnlyCollection<string> texts, CancellationToken cancel)
    {
        var free = Columns.Where((_, i) => JournalModel.IsFreeText(properties[i])).ToList();
        if (free.Count == 0) return false;
        var whole = Entity.FindOwnership();
        var type = whole?.PrincipalEntityType ?? Entity;
        var keys = await KeysAsync(db, whole?.Properties ?? Entity.FindPrimaryKey()!.Properties, (free, texts), cancel);
        foreach (var found in keys) await db.FindAsync(type.ClrType, found, cancel);
        return keys.Count > 0;
    }

    private async Task<List<object?[]>> KeysAsync(TwinHubDb db, IReadOnlyList<IProperty> wanted, (List<string> Columns, IReadOnlyCollection<string> Texts) sought, CancellationToken cancel)
    {
        var places = string.Join(", ", sought.Texts.Select((_, i) => $"@p{i}"));
        var at = wanted.Select(p => Array.IndexOf(properties, p)).ToList();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", at.Select(i => Columns[i]))} FROM {Name} WHERE {string.Join(" OR ", sought.Columns.Select(c => $"{c} IN ({places})"))}";
        foreach (var (i, text) in sought.Texts.Index())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", text);
            command.Parameters.Add(parameter);
        }

        await db.Database.OpenConnectionAsync(cancel);
        var keys = new List<object?[]>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) keys.Add([.. at.Select((column, i) => Value(properties[column], Typed(reader, i, Types[column])))]);
        return keys;
    }

    private static object? Value(IProperty property, object stored)
    {
        var converter = property.GetTypeMapping().Converter;
        var value = converter is null ? stored : converter.ConvertFromProvider(stored);
        return value is long ? Convert.ChangeType(value, Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType, CultureInfo.InvariantCulture) : value;
    }

    private string?[] Row(DbDataReader reader)
    {
        var row = new string?[Types.Length];
        for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : Cell(reader, i);
        return row;
    }

    /// <summary>A cell that is not of its type was written past the program; it is told as it stands.</summary>
    private string? Cell(DbDataReader reader, int i)
    {
        try
        {
            return JournalModel.Written(Typed(reader, i, Types[i]));
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException)
        {
            return Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture);
        }
    }

    private static object Typed(DbDataReader reader, int i, Type type) =>
        type == typeof(string) ? reader.GetString(i)
        : type == typeof(bool) ? reader.GetBoolean(i)
        : type == typeof(Guid) ? reader.GetGuid(i)
        : type == typeof(decimal) ? reader.GetDecimal(i)
        : type == typeof(double) ? reader.GetDouble(i)
        : type == typeof(DateTime) ? reader.GetDateTime(i)
        : type == typeof(DateOnly) ? reader.GetFieldValue<DateOnly>(i)
        : type == typeof(byte[]) ? reader.GetFieldValue<byte[]>(i)
        : reader.GetInt64(i);

    private static Type StoredType(IProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static List<RecordTable> Those(DbContext db, Func<IReadOnlyEntityType, bool> which) =>
        [.. db.Model.GetEntityTypes().Where(e => which(e)).Select(e => new RecordTable(e)).OrderBy(t => t.Word, StringComparer.Ordinal)];
}
