using System.Globalization;
using System.Text.Json;

namespace TwinHub.Web.Calls;

internal enum ParameterKind
{
    Text,
    Number,
    Day,
    Flag,
    Word,
}

internal enum ParameterPlace
{
    Query,
    Path,
    Header,
}

/// <summary>One thing that a call names in its address or its head. What is described is what is checked.</summary>
internal sealed record Parameter(string Name, ParameterKind Kind, string Example)
{
    public const int MostTextChars = 200;

    public ParameterPlace Place { get; init; }
    /// <summary>Of a number: the least and the most that it may be.</summary>
    public long Least { get; init; }
    public long Most { get; init; } = long.MaxValue;
    /// <summary>The words that it may be.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
    public long? Default { get; init; }
    /// <summary>A call without it is refused; what stands in the path always is.</summary>
    public bool Needed { get; init; }
    public bool Required => Needed || Place == ParameterPlace.Path;

    public static Parameter Text(string name, string example) => new(name, ParameterKind.Text, example);

    public static Parameter Path(string name, string example) => new(name, ParameterKind.Text, example) { Place = ParameterPlace.Path };

    public static Parameter Header(string name, string example) => new(name, ParameterKind.Text, example) { Place = ParameterPlace.Header };

    public static Parameter Number(string name, string example, long least = 0, long most = long.MaxValue) => new(name, ParameterKind.Number, example) { Least = least, Most = most };

    public static Parameter Day(string name, string example) => new(name, ParameterKind.Day, example);

    public static Parameter Flag(string name) => new(name, ParameterKind.Flag, "true");

    public static Parameter Word(string name, params IReadOnlyList<string> words) => new(name, ParameterKind.Word, words[0]) { Words = words };

    /// <summary>The words of an enumeration, written as in every answer.</summary>
    public static Parameter Word<T>(string name) where T : struct, Enum => Word(name, [.. Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)]);

    public bool Fits(string value) => Kind switch
    {
        ParameterKind.Number => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most,
        ParameterKind.Day => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ParameterKind.Flag => value is "true" or "false",
        ParameterKind.Word => Words.Contains(value, StringComparer.Ordinal),
        _ => value.Length is > 0 and <= MostTextChars,
    };
}
