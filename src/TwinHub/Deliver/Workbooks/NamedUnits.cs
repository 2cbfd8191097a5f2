using System.Text;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Language;

namespace TwinHub.Deliver.Workbooks;

/// <summary>Names of units as workbooks hold them: full or short, in any language, with blanks or without, with the party's name before them or not.</summary>
public sealed class NamedUnits
{
    private const int Suggested = 3;
    private const double LeastAlike = 0.45;
    private static readonly char[] Strong = ['、', ';', '；', '\n', '|'], Weak = [',', '，', '/', '\t'];
    private readonly Dictionary<string, List<Organization>> byName = new(StringComparer.OrdinalIgnoreCase), byAlias = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Name, string? Party), Organization?> found = [];
    private readonly Dictionary<(string Name, string? Party), IReadOnlyList<Organization>> alike = [];
    private readonly IReadOnlyList<Organization> units;

    public NamedUnits(Reference reference)
    {
        units = [.. reference.Organizations.Values.OrderBy(o => o.Code, StringComparer.Ordinal)];
        foreach (var (unit, name) in units.SelectMany(u => Names(u).Append(u.Code).Select(n => (u, n)))) Add(byName, name, unit);
        foreach (var party in reference.Parties) AddWithoutParty(party);
    }

    /// <summary>The unit of that name, of <paramref name="party"/> where one is given; null: none, or more than one.</summary>
    public Organization? Find(string name, string? party)
    {
        if (found.TryGetValue((name, party), out var known)) return known;
        var plain = Plain(name);
        return found[(name, party)] = One(byName, plain, party) ?? One(byAlias, plain, party);
    }

    /// <summary>The name under which <see cref="Find"/> gives the unit again: as it shows, else in full, else its code.</summary>
    public string Name(string code, string? party, Reference reference, string language) =>
        new[] { reference.Unit(code).In(language), reference.UnitName(code).In(language) }.FirstOrDefault(n => Find(n, party)?.Code == code && Split(n).Take(2).Count() == 1) ?? code;

    /// <summary>Units of the party whose names are most like the given one, best first.</summary>
    public IReadOnlyList<Organization> Like(string name, string? party)
    {
        if (alike.TryGetValue((name, party), out var known)) return known;
        var plain = Plain(name);
        return alike[(name, party)] = [.. units.Where(u => u.Party is not null && (party is null || u.Party == party))
            .Select(u => (Unit: u, Likeness: Names(u).Max(n => Likeness(plain, n)))).Where(u => u.Likeness >= LeastAlike).OrderByDescending(u => u.Likeness).Take(Suggested).Select(u => u.Unit)];
    }

    /// <summary>The names in one cell, in their order. A name may itself hold a comma.</summary>
    public IEnumerable<string> Split(string cell, string? party = null) =>
        cell.Split(Strong, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(part => Find(part, party) is not null || Find(part, null) is not null ? [part] : Commas(part, party));

    private static Organization? One(Dictionary<string, List<Organization>> named, string plain, string? party) =>
        named.GetValueOrDefault(plain)?.Where(u => party is null || u.Party == party).Take(2).ToList() is [var one] ? one : null;

    private IEnumerable<string> Commas(string part, string? party)
    {
        var pieces = part.Split(Weak, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (pieces.Length == 1 && Blanks(part, party) is { } apart) return apart;
        return pieces;
    }

    /// <summary>Names apart by blanks only, where every one of them is known.</summary>
    private string[]? Blanks(string part, string? party)
    {
        var pieces = part.Split((char[])[' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return pieces.Length > 1 && pieces.All(p => Find(p, party) is not null) ? pieces : null;
    }

    private void AddWithoutParty(Party party)
    {
        var before = new[] { party.Name, party.Short, party.Mark }.SelectMany(t => t.Wordings.Values).Select(w => Plain(w.Text)).Concat(Sides()).Distinct().OrderByDescending(n => n.Length).ToList();
        foreach (var unit in units.Where(u => u.Party == party.Code))
        {
            foreach (var name in Names(unit).Distinct().ToList())
            {
                foreach (var start in before.Where(b => name.Length > b.Length + 2 && name.StartsWith(b, StringComparison.OrdinalIgnoreCase))) Add(byAlias, name[start.Length..], unit);
                foreach (var start in before.Where(b => b.Any(c => c > 0x2E80))) Add(byAlias, start + name, unit);
            }
        }
    }

    private static IEnumerable<string> Sides() => Words.Languages.SelectMany(l => Words.In(l)["head.side"].Split('|')).Where(s => s.Any(c => c > 0x2E80));

    private static void Add(Dictionary<string, List<Organization>> names, string name, Organization unit)
    {
        var named = names.TryGetValue(name, out var known) ? known : names[name] = [];
        if (!named.Contains(unit)) named.Add(unit);
    }

    private static IEnumerable<string> Names(Organization unit) => unit.Name.Wordings.Values.Concat(unit.Short.Wordings.Values).Select(w => Plain(w.Text));

    private static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>From 0 to 1: shared pairs of neighbouring characters (Dice), or how much of the longer name the shorter one is.</summary>
    private static double Likeness(string a, string b)
    {
        if (a.Length < 2 || b.Length < 2) return 0;
        var pairs = Enumerable.Range(0, b.Length - 1).Select(i => b.Substring(i, 2).ToUpperInvariant()).ToList();
        var count = pairs.Count;
        var shared = Enumerable.Range(0, a.Length - 1).Count(i => pairs.Remove(a.Substring(i, 2).ToUpperInvariant()));
        return 2.0 * shared / (a.Length - 1 + count);
    }
}
