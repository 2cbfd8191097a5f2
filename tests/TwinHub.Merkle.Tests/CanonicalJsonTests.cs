using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace TwinHub.Merkle.Tests;

public sealed class CanonicalJsonTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.Char.Where(c => !char.IsSurrogate(c)), 0, 12];

    [Fact]
    public void The_sample_of_the_rfc_comes_out_as_printed_there()
    {
        const string sample = """{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}""";
        const string canonical = """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""";
        Assert.Equal(canonical, Canonical(sample));
    }

    [Fact]
    public void Members_are_ordered_by_utf16_code_units()
    {
        const string sample = """{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""";
        using var document = JsonDocument.Parse(Canonical(sample));
        Assert.Equal(["\r", "1", "\u0080", "ö", "€", "😀", "\ufb33"], document.RootElement.EnumerateObject().Select(m => m.Name));
    }

    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Numbers_are_written_as_in_appendix_B(ulong bits, string text)
    {
        var number = BitConverter.UInt64BitsToDouble(bits);
        Assert.Equal(text, Text(CanonicalJson.Serialize(JsonValue.Create(number))));
        Assert.Equal(text, Canonical(text));
    }

    [Fact]
    public void Every_double_comes_back_as_it_was() => Gen.Double.Where(double.IsFinite).Sample(number =>
    {
        var text = Text(CanonicalJson.Serialize(JsonValue.Create(number)));
        Assert.Equal(number, double.Parse(text, CultureInfo.InvariantCulture));
        Assert.Equal(text, Canonical(text));
    });

    [Fact]
    public void NaN_and_infinity_are_refused()
    {
        foreach (var number in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            Assert.Throws<FormatException>(() => CanonicalJson.Serialize(new JsonObject { ["a"] = number }));
            Assert.Throws<FormatException>(() => CanonicalJson.Serialize(JsonValue.Create((float)number)));
        }
        Assert.Throws<FormatException>(() => Canonical("1e400"));
    }

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("-9007199254740993")]
    [InlineData("1000000000000000000000")]
    [InlineData("123456789012345678901234567890")]
    public void A_whole_number_that_a_double_would_change_is_refused(string number) => Assert.Throws<FormatException>(() => Canonical(number));

    [Fact]
    public void Dotnet_numbers_keep_their_value_or_are_refused()
    {
        var numbers = new JsonArray(4414.50m, 0.1m, 100m, -0.00m, 7, 9007199254740991L, (short)3, 0.1f, 2.5);
        Assert.Equal("[4414.5,0.1,100,0,7,9007199254740991,3,0.1,2.5]", Text(CanonicalJson.Serialize(numbers)));
        Assert.Throws<FormatException>(() => CanonicalJson.Serialize(JsonValue.Create(12345678901234567.89m)));
        Assert.Throws<FormatException>(() => CanonicalJson.Serialize(JsonValue.Create(decimal.MaxValue)));
        Assert.Throws<FormatException>(() => CanonicalJson.Serialize(JsonValue.Create(long.MaxValue)));
    }

    [Fact]
    public void Only_what_must_be_escaped_is()
    {
        var text = string.Concat(Enumerable.Range(0, 0x80).Select(i => (char)i)) + "\u2028 汉字 😀 </script>";
        var written = Text(CanonicalJson.Serialize(JsonValue.Create(text)));
        const string escaped = """\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f""";
        Assert.StartsWith($"\"{escaped} !\\\"#", written, StringComparison.Ordinal);
        Assert.EndsWith("[\\\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u007f\u2028 汉字 😀 </script>\"", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""["\ud800"]""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("[1,]")]
    [InlineData("")]
    [InlineData("01")]
    public void What_is_not_one_clear_json_value_is_refused(string json)
    {
        Assert.Throws<FormatException>(() => Canonical(json));
    }

    [Fact]
    public void Nodes_are_refused_for_the_same_reasons()
    {
        Assert.Throws<FormatException>(() => CanonicalJson.Serialize(JsonNode.Parse("""{"a":1,"a":2}""")));
        Assert.Throws<FormatException>(() => CanonicalJson.Serialize(JsonNode.Parse("""{"a":"\ud800"}""")));
        Assert.Throws<FormatException>(() => CanonicalJson.Serialize(new JsonObject { ["a"] = "half \ud83d" }));
        Assert.Throws<FormatException>(() => CanonicalJson.Serialize(new JsonObject { ["half \ude00"] = 1 }));
        Assert.Throws<FormatException>(() => CanonicalJson.Serialize(default(JsonElement)));
    }

    [Fact]
    public void Empty_and_nested_values_are_written_without_spaces()
    {
        Assert.Equal("""[{},[],[[]],{"a":{}},"",null]""", Canonical(""" [ { } , [ ] , [ [ ] ] , { "a" : { } } , "" , null ] """));
        Assert.Equal("null", Text(CanonicalJson.Serialize(default(JsonNode))));
        Assert.Equal("""{"at":"2023-06-26","who":"00000000-0000-0000-0000-000000000000"}""",
            Text(CanonicalJson.Serialize(new JsonObject { ["who"] = Guid.Empty, ["at"] = JsonValue.Create(new DateOnly(2023, 6, 26)) })));
    }

    [Fact]
    public void A_canonical_text_stays_as_it_is_and_means_the_same() => Values(3).Sample(value =>
    {
        var canonical = CanonicalJson.Serialize(value);
        Assert.Equal(canonical, CanonicalJson.Serialize(canonical.AsMemory()));
        Assert.Equal(canonical, CanonicalJson.Serialize(JsonNode.Parse(canonical)));
        Assert.True(JsonNode.DeepEquals(value, JsonNode.Parse(canonical)));
    });

    [Fact]
    public void The_order_in_which_members_were_written_makes_no_difference() => Gen.Dictionary(Texts, Gen.Int)[0, 10].Sample(members =>
    {
        var forth = new JsonObject(members.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, m.Value)));
        var back = new JsonObject(members.Reverse().Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, m.Value)));
        Assert.Equal(CanonicalJson.Serialize(forth), CanonicalJson.Serialize(back));
    });

    private static Gen<JsonNode?> Values(int depth)
    {
        var text = Texts.Select(t => (JsonNode?)JsonValue.Create(t));
        var number = Gen.Double[-1e9, 1e9].Select(n => (JsonNode?)JsonValue.Create(n));
        var simple = Gen.OneOf(text, number, Gen.Bool.Select(b => (JsonNode?)JsonValue.Create(b)), Gen.Const(default(JsonNode)));
        if (depth == 0) return simple;
        var array = Values(depth - 1).Array[0, 4].Select(a => (JsonNode?)new JsonArray(a));
        var members = Gen.Dictionary(Texts, Values(depth - 1))[0, 4].Select(m => (JsonNode?)new JsonObject(m));
        return Gen.OneOf(simple, array, members);
    }

    private static string Canonical(string json) => Text(CanonicalJson.Serialize(Encoding.UTF8.GetBytes(json).AsMemory()));

    private static string Text(byte[] utf8) => Encoding.UTF8.GetString(utf8);
}
