using System.Globalization;

namespace TwinHub.Core.Lists;

/// <summary>A kind of list (清单类型): half-year items, yearly projects, services handled in both places … with the columns that its items have beside the joint fields of every item.</summary>
public sealed class ListKind
{
    private readonly List<TypedColumn> columns = [];

    public required string Code { get; init; }
    public required int Order { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText Note { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
    public IReadOnlyList<TypedColumn> Columns => columns;

    public void Add(TypedColumn column) => columns.Add(column);
}

public enum ColumnType
{
    Text,
    /// <summary>A number in the column's unit.</summary>
    Number,
    /// <summary>Percent, from 0 to 100.</summary>
    Percent,
    Day,
    /// <summary>One value of a classification.</summary>
    Choice,
}

/// <summary>A column of a kind. A list has its own copy from the day it was begun: a kind that changes later never rewrites it.</summary>
public sealed class TypedColumn
{
    public required string Code { get; init; }
    /// <summary>From 1.</summary>
    public required int Order { get; init; }
    public required LocalText Name { get; init; }
    public required ColumnType Type { get; init; }
    /// <summary>Unit of a number: 100 million yuan, persons.</summary>
    public required LocalText Unit { get; init; }
    /// <summary>Scheme of the classification that a choice is of.</summary>
    public string? Scheme { get; init; }
    /// <summary>No item is adopted without a value.</summary>
    public bool Required { get; init; }

    public TypedColumn Copy() => new() { Code = Code, Order = Order, Name = Name, Type = Type, Unit = Unit, Scheme = Scheme, Required = Required };

    /// <summary>Null when <paramref name="value"/> is written as this type is: a number without grouping, a percent from 0 to 100, yyyy-mm-dd, a code.</summary>
    public Refusal? WhyNot(string value) => Type switch
    {
        ColumnType.Number => IsNumber(value, out _) ? null : Refusal.Of("value.number", Name, value),
        ColumnType.Percent => IsNumber(value, out var percent) && percent is >= 0 and <= 100 ? null : Refusal.Of("value.percent", Name, value),
        ColumnType.Day => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : Refusal.Of("value.day", Name, value),
        _ => value.Trim().Length > 0 ? null : Refusal.Of("value.empty", Name),
    };

    private static bool IsNumber(string value, out decimal number) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
