using System.Text;
using Microsoft.Extensions.Primitives;
using TwinHub.Core;
using TwinHub.Core.Projects;
using TwinHub.Data;

namespace TwinHub.Deliver.Projects;

/// <summary>Which projects are looked at; read from the address and written back to it, the same for the screen and its download.</summary>
public sealed record ProjectFilter
{
    public static readonly ProjectFilter All = new();

    public string? Theme { get; init; }
    public string? Type { get; init; }
    public string? Status { get; init; }
    public string? Party { get; init; }
    public string? Stage { get; init; }
    /// <summary>Words in code or name.</summary>
    public string? Q { get; init; }

    public static IReadOnlyList<string> Stages { get; } = ["new", "continuing", "completed"];

    /// <returns>The filter, or <c>request.parameter</c> with the name of what is not known or cannot be.</returns>
    public static (ProjectFilter Filter, Refusal? Refusal) Read(IEnumerable<KeyValuePair<string, StringValues>> query, Reference names)
    {
        var filter = All;
        foreach (var (name, values) in query)
        {
            if (values is [{ Length: 0 }]) continue; // an empty field of the form
            if (values.Count != 1 || filter.With(name, values[0]!.Trim(), names) is not { } next) return (All, Refusal.Of("request.parameter", name));
            filter = next;
        }

        return (filter, null);
    }

    /// <summary>The query of the address, with its question mark; empty for all.</summary>
    public string ToQuery()
    {
        var query = new StringBuilder();
        foreach (var (name, value) in Conditions()) query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return query.ToString();
    }

    public IEnumerable<(string Name, string Value)> Conditions()
    {
        if (Theme is not null) yield return ("theme", Theme);
        if (Type is not null) yield return ("type", Type);
        if (Status is not null) yield return ("status", Status);
        if (Party is not null) yield return ("party", Party);
        if (Stage is not null) yield return ("stage", Stage);
        if (Q is not null) yield return ("q", Q);
    }

    public bool Fits(Project project) =>
        (Theme is null || project.Theme == Theme) && (Type is null || project.Type == Type) && (Status is null || project.Status == Status) && (Stage is null || project.Stage == Stage)
        && (Party is null || project.Parties.Split(';').Contains(Party))
        && (Q is null || project.Code.Contains(Q, StringComparison.OrdinalIgnoreCase) || project.Name.Wordings.Values.Any(w => w.Text.Contains(Q, StringComparison.OrdinalIgnoreCase)));

    private ProjectFilter? With(string name, string value, Reference names) => name switch
    {
        "theme" => names.Theme(value) is not null ? this with { Theme = value } : null,
        "party" => names.Parties.Any(p => p.Code == value) ? this with { Party = value } : null,
        "stage" => Stages.Contains(value) ? this with { Stage = value } : null,
        "type" => value.Length <= 100 ? this with { Type = value } : null,
        "status" => value.Length <= 100 ? this with { Status = value } : null,
        "q" => value.Length <= 100 ? this with { Q = value } : null,
        _ => null,
    };
}
