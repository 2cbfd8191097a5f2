using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Language;

namespace TwinHub.Web;

/// <summary>What every page knows: language, reader, region, today. One a request.</summary>
public sealed class Page
{
    public required RegionLanguage Language { get; init; }
    public required Words Words { get; init; }
    public required Reference Reference { get; init; }
    public required Today Today { get; init; }
    /// <summary>Null: nobody is signed in.</summary>
    public Actor? Actor { get; init; }
    /// <summary>Office of the account that is signed in.</summary>
    public LocalText Account { get; init; } = LocalText.Empty;
    public bool Demo { get; init; }
    /// <summary>light, dark, or empty: as the reader's system.</summary>
    public string Theme { get; init; } = "";
    /// <summary>Path after the language, with the query.</summary>
    public string Path { get; init; } = "";

    public string Lang => Language.Code;
    public Forms Forms => Words.Forms;
    public Region Region => Reference.Region;
    public IReadOnlyList<Party> Parties => Reference.Parties;
    public IReadOnlyList<RegionLanguage> Languages => RegionLanguage.Of(Region);

    public string this[string code] => Words[code];

    /// <summary>The sentence with its values; moments on the clocks of the region.</summary>
    public string Say(string code, params ReadOnlySpan<object?> values)
    {
        var written = values.ToArray();
        for (var i = 0; i < written.Length; i++) written[i] = written[i] is DateTimeOffset moment ? Today.Local(moment) : written[i];
        return Words.Say(code, written);
    }

    /// <summary>A moment on the clocks of the region, whose name stands at the foot of the page.</summary>
    public string Moment(DateTimeOffset moment) => Forms.Moment(Today.Local(moment));

    /// <summary>A refusal as a sentence; parties by their names.</summary>
    public string Say(Refusal refusal) =>
        Words.Say("refusal." + refusal.Code, [.. refusal.Values.Select(v => v is string code && Parties.FirstOrDefault(p => p.Code == code) is { } party ? party.Short : v)]);

    /// <summary>A text in the page's language, or the binding one; that it is gone, where it was expunged.</summary>
    public string In(LocalText text) => text.IsExpunged ? Words["journal.gone"] : text.In(Lang);

    /// <summary>An address in the page's language.</summary>
    public string To(string path) => $"/{Lang}/{path}";

    public string Party(string code) => In(Reference.Party(code).Short);

    public string Unit(string code) => In(Reference.Unit(code));

    public string ThemeName(string code) => Reference.Theme(code) is { } theme ? In(theme.Short) : code;

    /// <summary>The name of a word that a pack chose freely, such as a project's type; the word itself where there is none.</summary>
    public string Named(string kind, string word) => Words.Has($"{kind}.{word}") ? Words[$"{kind}.{word}"] : word;

    /// <summary>Place of a party in the order: names its colour class p1, p2, ….</summary>
    public int Order(string party)
    {
        for (var i = 0; i < Parties.Count; i++)
        {
            if (Parties[i].Code == party) return i + 1;
        }

        return 0;
    }
}

/// <summary>Holds the request's page and actor: the middleware sets them from the cookie, the command line from <c>--as</c>.</summary>
public sealed class Caller
{
    public Page? Page { get; set; }
    public Actor? Actor { get; set; }
}
