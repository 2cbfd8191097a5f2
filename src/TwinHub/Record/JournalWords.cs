using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Web;

namespace TwinHub.Record;

/// <summary>Words of the journal as people read them: acts, entities, properties, values, accounts.</summary>
public sealed partial class JournalWords(TwinHubDb db, Page page)
{
    private static readonly ConcurrentDictionary<IModel, Dictionary<(string, string), string>> Enums = new();
    private static readonly HashSet<string> Parties = ["Party", "Host", "DraftOf", "RefusedBy", "ProposedParty"];
    private static readonly HashSet<string> Persons = ["Account", "By", "WrittenBy", "ConfirmedBy", "ProposedBy"];
    /// <summary>Counters of the record itself: nothing that a reader asks for.</summary>
    private static readonly HashSet<string> Inner = ["Version", "Superseded"];
    private static readonly string[] First = ["Code", "Name", "Title", "Text", "Scope", "Due", "Item", "Old", "New"];
    private Dictionary<Guid, LocalText> accounts = [];

    /// <summary>Reads who these accounts are, by office.</summary>
    public async Task KnowAsync(IEnumerable<Guid> ids, CancellationToken cancel)
    {
        var wanted = ids.Distinct().ToList();
        accounts = await db.Users.AsNoTracking().Where(u => wanted.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Display, cancel);
    }

    public string Act(string act) => Or("journal.act." + act, act);

    /// <summary>Office of the account; the founding comes before any account.</summary>
    public string Account(Guid account) =>
        account == Guid.Empty ? page["journal.founding"] : accounts.TryGetValue(account, out var display) ? page.In(display) : page.Say("journal.account", account.ToString("D")[..8]);

    public string Entity(string entity) => Or("journal.entity." + entity, entity);

    public string Property(string property) => Or("journal.property." + property, property);

    /// <summary>What names a record first, then the rest as it was written.</summary>
    public static int Rank(string property) => Array.IndexOf(First, property) is var at && at < 0 ? First.Length : at;

    /// <summary>Whether a value tells a reader something: keys between rows and what is left at its default do not.</summary>
    public bool Tells(string property, ReadValue? value) =>
        !Inner.Contains(property) && value is not null && (Persons.Contains(property) || !Guid.TryParse(value.Text, out _)) && (value.ExpungedBy is not null || value is { Local: null, Text: not (null or "" or "false" or "0") } or { Local.IsEmpty: false });

    /// <summary>The value in the page's language and forms.</summary>
    public string Value(string entity, string property, ReadValue? value)
    {
        if (value is null) return "–";
        if (value.ExpungedBy is { } by) return page.Say("journal.expunged", by);
        if (value.Text == Data.Journal.FreeText.Expunged) return page["journal.gone"];
        if (value.Local is { } local) return local.IsEmpty ? "–" : page.In(local);
        return value.Text is { Length: > 0 } text ? Written(entity, property, text) : "–";
    }

    private string Written(string entity, string property, string text)
    {
        if (Parties.Contains(property)) return page.Parties.Any(p => p.Code == text) ? page.Party(text) : text;
        if (page.Reference.Organizations.ContainsKey(text)) return page.Unit(text);
        if (property is "Leads" or "Old" or "New" && text.Contains('=', StringComparison.Ordinal)) return Paired(text);
        if (property == "Baselines") return Paired(text.Replace(';', '|'));
        if (property == "Theme") return page.ThemeName(text);
        if (EnumOf(entity, property) is { } type && page.Words.Has($"{type}.{text}")) return page[$"{type}.{text}"];
        if (Day().IsMatch(text)) return page.Forms.Day(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (Moment().IsMatch(text)) return page.Moment(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
        return text switch { "true" => page["journal.yes"], "false" => page["journal.no"], _ => Persons.Contains(property) && Guid.TryParse(text, out var account) ? Account(account) : text };
    }

    /// <summary>party=unit;unit|… and milestone=day|… as names and days.</summary>
    private string Paired(string text) => page.Forms.Join(Rows.Leads(text).Select(pair => $"{Written("", "Party", pair.Party)} {page.Forms.Join(pair.Units.Select(u => Written("", "", u)))}"));

    private string? EnumOf(string entity, string property) => Enums.GetOrAdd(db.Model, Read).GetValueOrDefault((entity, property));

    private static Dictionary<(string, string), string> Read(IModel model) =>
        model.GetEntityTypes().Where(JournalModel.IsJournaled).SelectMany(e => e.GetProperties().Select(p => (Entity: e, Property: p, Type: Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType)))
            .Where(p => p.Type.IsEnum).GroupBy(p => (JournalModel.Word(p.Entity), JournalModel.Word(p.Property))).ToDictionary(g => g.Key, g => g.First().Type.Name);

    private string Or(string code, string otherwise) => page.Words.Has(code) ? page[code] : otherwise;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT[\d:.]+Z$")]
    private static partial Regex Moment();
}
