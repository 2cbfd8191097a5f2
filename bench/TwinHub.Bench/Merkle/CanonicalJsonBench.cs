using System.Text.Json;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using TwinHub.Merkle;

namespace TwinHub.Bench.Merkle;

/// <summary>One journal entry of an ordinary size: an act with twelve changed columns.</summary>
[MemoryDiagnoser]
public class CanonicalJsonBench
{
    private JsonObject entry = [];
    private JsonElement element;

    [GlobalSetup]
    public void Fill()
    {
        var changes = Enumerable.Range(0, 12).Select(i => (JsonNode)new JsonObject
        {
            ["entity"] = "Item",
            ["key"] = $"2023H2-{i:000}",
            ["column"] = "Title",
            ["before"] = "重点合作事项",
            ["after"] = 4414.5 + i,
        });
        entry = new JsonObject { ["name"] = "key.turned", ["actor"] = Guid.Empty, ["subject"] = "2023H2-017", ["changes"] = new JsonArray([.. changes]) };
        element = JsonSerializer.SerializeToElement(entry);
    }

    [Benchmark(Description = "entry from nodes")]
    public byte[] FromNode() => CanonicalJson.Serialize(entry);

    [Benchmark(Description = "entry from an element")]
    public byte[] FromElement() => CanonicalJson.Serialize(element);

    [Benchmark(Baseline = true, Description = "peer: System.Text.Json, member order as given")]
    public byte[] Peer() => JsonSerializer.SerializeToUtf8Bytes(entry);
}
