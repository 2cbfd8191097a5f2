using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TwinHub.Merkle;

/// <summary>JSON in the one form of RFC 8785, so that the same value always gives the same bytes and the same hash.</summary>
/// <remarks>
/// Refused with <see cref="FormatException"/>, because it could not come back as it was: a member named twice, half of a surrogate pair,
/// NaN and infinity, and a whole number or a <see cref="decimal"/> that a double cannot carry (write those as strings).
/// </remarks>
public static class CanonicalJson
{
    /// <param name="json">UTF-8 of one JSON value.</param>
    /// <exception cref="FormatException">Not JSON, or refused as said above.</exception>
    public static byte[] Serialize(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Serialize(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormatException("Not JSON.", e);
        }
    }

    /// <exception cref="FormatException">Refused as said above.</exception>
    public static byte[] Serialize(JsonElement element)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(element, output);
        return output.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">Refused as said above.</exception>
    public static byte[] Serialize(JsonNode? node)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(node, output);
        return output.WrittenSpan.ToArray();
    }

    private static void Write(JsonElement element, ArrayBufferWriter<byte> output)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object: WriteObject(element.EnumerateObject().Select(m => (CanonicalText.NameOf(m), m.Value)), Write, output); break;
            case JsonValueKind.Array: WriteArray(element.EnumerateArray(), Write, output); break;
            case JsonValueKind.String: CanonicalText.Write(CanonicalText.Of(element), output); break;
            case JsonValueKind.Number: CanonicalNumber.Write(element.GetRawText(), output); break;
            default: output.Write(LiteralOf(element.ValueKind)); break;
        }
    }

    private static void Write(JsonNode? node, ArrayBufferWriter<byte> output)
    {
        switch (node)
        {
            case null: output.Write("null"u8); break;
            case JsonObject members: WriteObject(MembersOf(members).Select(m => (m.Key, m.Value)), Write, output); break;
            case JsonArray items: WriteArray(items, Write, output); break;
            default: WriteValue(node.AsValue(), output); break;
        }
    }

    /// <summary>A value that came from JSON is an element; one that was put in keeps its .NET type.</summary>
    private static void WriteValue(JsonValue value, ArrayBufferWriter<byte> output)
    {
        if (value.TryGetValue(out JsonElement element)) Write(element, output);
        else if (value.TryGetValue(out string? text)) CanonicalText.Write(text, output);
        else if (value.TryGetValue(out decimal money)) CanonicalNumber.Write(money, output);
        else if (value.TryGetValue(out double number)) CanonicalNumber.Write(number, output);
        else if (value.TryGetValue(out float single)) CanonicalNumber.Write(single.ToString("R", CultureInfo.InvariantCulture), output);
        else Write(JsonSerializer.SerializeToElement(value), output);
    }

    private static JsonObject MembersOf(JsonObject members)
    {
        try
        {
            return members.Count >= 0 ? members : []; // parsed text becomes members at the first look
        }
        catch (ArgumentException e)
        {
            throw new FormatException("A member is there twice.", e);
        }
    }

    private static void WriteObject<T>(IEnumerable<(string Name, T Value)> members, Action<T, ArrayBufferWriter<byte>> write, ArrayBufferWriter<byte> output)
    {
        var (sorted, last) = (members.ToArray(), default(string));
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        output.Write("{"u8);
        foreach (var (name, value) in sorted)
        {
            if (name == last) throw new FormatException($"The member '{name}' is there twice.");
            if (last is not null) output.Write(","u8);
            CanonicalText.Write(last = name, output);
            output.Write(":"u8);
            write(value, output);
        }
        output.Write("}"u8);
    }

    private static void WriteArray<T>(IEnumerable<T> items, Action<T, ArrayBufferWriter<byte>> write, ArrayBufferWriter<byte> output)
    {
        var separator = "["u8;
        foreach (var item in items)
        {
            output.Write(separator);
            write(item, output);
            separator = ","u8;
        }
        output.Write(separator is [(byte)','] ? "]"u8 : "[]"u8);
    }

    private static ReadOnlySpan<byte> LiteralOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True => "true"u8,
        JsonValueKind.False => "false"u8,
        JsonValueKind.Null => "null"u8,
        _ => throw new FormatException("There is no value."),
    };
}
