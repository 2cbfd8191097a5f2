using System.Text;
using Microsoft.Extensions.Primitives;
using TwinHub.Core;
using TwinHub.Core.Items;

namespace TwinHub.Data.Standing;

/// <summary>
/// Which items of a list are looked at, and in which order. It is read from the address and written back to it, so that a view can be sent,
/// and the screen and every export of it apply the same one.
/// </summary>
public sealed record ListFilter
{
    public static readonly ListFilter All = new();

    /// <summary>Rows on one page, where a list has more than <see cref="MostUnpaged"/>.</summary>
    public const int PageSize = 500;
    public const int MostUnpaged = 1000;

    /// <summary>Saved view: attention (late and at risk), reports (missing or late), next-month (due then), completed; null: all.</summary>
    public string? View { get; init; }
    /// <summary>Code of a theme.</summary>
    public string? Theme { get; init; }
    public ItemState? State { get; init; }
    /// <summary>Party that has a lead; narrows <see cref="Report"/> to its own.</summary>
    public string? Party { get; init; }
    /// <summary>missing, late, lacking (either), given, or disagree, of the latest round.</summary>
    public string? Report { get; init; }
    /// <summary>Words in code, name, scope or lead units.</summary>
    public string? Q { get; init; }
    /// <summary>code, title, state, lead, due or p50.</summary>
    public string Sort { get; init; } = "code";
    public bool Descending { get; init; }
    /// <summary>Rows stand under their themes.</summary>
    public bool Grouped { get; init; } = true;
    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
    /// <summary>Rows are 46 px high; no matter for which items they are. Null: as the reader's standard is.</summary>
    public bool? Roomy { get; init; }
    /// <summary>Columns that are left out, by comma, in the order of <see cref="Hidable"/>. Null: as the reader's standard is.</summary>
    public string? Hide { get; init; }

    public static IReadOnlyList<string> Views { get; } = ["attention", "reports", "next-month", "completed"];
    public static IReadOnlyList<string> ReportStates { get; } = ["missing", "late", "lacking", "given", "disagree"];
    /// <summary>Columns that may be left out; code and name always stand.</summary>
    public static IReadOnlyList<string> Hidable { get; } = ["leads", "values", "state", "percent", "lead", "due", "p50", "mark", "reports", "own"];
    public static IReadOnlyList<string> Sorts { get; } = ["code", "title", "state", "lead", "due", "p50"];

    /// <summary>Whether any condition narrows the list.</summary>
    public bool Narrows => this with { Sort = "code", Descending = false, Grouped = true, Page = 1, Roomy = null, Hide = null } != All;

    /// <summary>Reads the query of an address.</summary>
    /// <returns>The filter, or <c>request.parameter</c> with the name of what is not known or cannot be.</returns>
    public static (ListFilter Filter, Refusal? Refusal) Read(IEnumerable<KeyValuePair<string, StringValues>> query, Reference names)
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

    /// <summary>A query as it was saved, without the names of the region: what is not understood any more is left out.</summary>
    public static ListFilter Saved(string query) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).Where(p => p.Value.Count == 1 && p.Value[0] is { Length: > 0 })
        .Aggregate(All, (filter, pair) => filter.With(pair.Key, pair.Value[0]!, null) ?? filter);

    /// <summary>Whether a column stands in the table.</summary>
    public bool Shows(string column) => Hide is not { Length: > 0 } hidden || !hidden.Split(',').Contains(column);

    /// <summary>With what the address leaves to the reader's standard.</summary>
    public ListFilter Or(ListFilter standard) => this with { Roomy = Roomy ?? standard.Roomy, Hide = Hide ?? standard.Hide };

    /// <summary>The conditions one by one, for a page that says what to drop.</summary>
    public IEnumerable<(string Name, ListFilter Without)> Conditions()
    {
        if (View is not null) yield return ("view", this with { View = null, Page = 1 });
        if (Theme is not null) yield return ("theme", this with { Theme = null, Page = 1 });
        if (State is not null) yield return ("state", this with { State = null, Page = 1 });
        if (Party is not null) yield return ("party", this with { Party = null, Page = 1 });
        if (Report is not null) yield return ("report", this with { Report = null, Page = 1 });
        if (Q is not null) yield return ("q", this with { Q = null, Page = 1 });
    }

    /// <summary>The query of the address, with its question mark; empty for the whole list in its own order.</summary>
    public string ToQuery()
    {
        var query = new StringBuilder();
        void Add(string name, string? value)
        {
            if (value is not null) query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        Add("view", View);
        Add("theme", Theme);
        Add("state", State is { } state ? StateWord(state) : null);
        Add("party", Party);
        Add("report", Report);
        Add("q", Q);
        Add("sort", Sort == "code" && !Descending ? null : (Descending ? "-" : "") + Sort);
        Add("group", Grouped ? null : "none");
        Add("rows", Roomy is { } roomy ? roomy ? "roomy" : "compact" : null);
        Add("hide", Hide is "" ? "none" : Hide);
        Add("page", Page > 1 ? Page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
        return query.ToString();
    }

    public static string StateWord(ItemState state) => state switch { ItemState.AtRisk => "at-risk", ItemState.OnTrack => "on-track", _ => state.ToString().ToLowerInvariant() };

    /// <summary>Null where the name is not known, or the value cannot be.</summary>
    private ListFilter? With(string name, string value, Reference? names) => name switch
    {
        "view" => value == "all" ? this with { View = null } : Views.Contains(value) ? this with { View = value } : null,
        "theme" => names?.Theme(value) is not null || names is null ? this with { Theme = value } : null,
        "state" => Enum.GetValues<ItemState>().Where(s => StateWord(s) == value).Select(s => this with { State = s }).FirstOrDefault(),
        "party" => names?.Parties.Any(p => p.Code == value) != false ? this with { Party = value } : null,
        "report" => ReportStates.Contains(value) ? this with { Report = value } : null,
        "q" => value.Length <= 100 ? this with { Q = value } : null,
        "sort" => Sorts.Contains(value.TrimStart('-')) ? this with { Sort = value.TrimStart('-'), Descending = value[0] == '-' } : null,
        "group" => value is "none" or "theme" ? this with { Grouped = value == "theme" } : null,
        "rows" => value is "roomy" or "compact" ? this with { Roomy = value == "roomy" } : null,
        "hide" => value == "none" ? this with { Hide = "" } : value.Split(',') is var hidden && hidden.All(Hidable.Contains) ? this with { Hide = string.Join(',', Hidable.Where(hidden.Contains)) } : null,
        "page" => int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? this with { Page = page } : null,
        _ => null,
    };
}
