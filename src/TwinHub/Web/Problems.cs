using TwinHub.Core;

namespace TwinHub.Web;

public sealed class NotFoundException(string kind, string key) : Exception($"{kind} {key}")
{
    public string Kind => kind;
    public string Key => key;
}

/// <summary>Everything wrong with one input, in the order of its fields. Empty means good.</summary>
public sealed class Problems
{
    private readonly List<(string? Field, Refusal Refusal)> all = [];

    public IReadOnlyList<(string? Field, Refusal Refusal)> All => all;
    public bool Any => all.Count > 0;

    public void Add(Refusal refusal, string? field = null) => all.Add((field, refusal));

    public Refusal? At(string field) => all.Find(p => p.Field == field).Refusal;

    public string? Required(string? value, string field)
    {
        if (!string.IsNullOrWhiteSpace(value)) return value.Trim();
        Add(Refusal.Of("field.required"), field);
        return null;
    }

    /// <summary>RFC 9457: every problem by field, with its stable code.</summary>
    public IResult ToResult() => Results.ValidationProblem(
        all.GroupBy(p => p.Field ?? "").ToDictionary(g => g.Key, g => g.Select(p => p.Refusal.Code).ToArray()),
        statusCode: 422, type: "urn:twinhub:problem:input");
}
