using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data.Files;
using TwinHub.Texts;

namespace TwinHub.Web;

/// <summary>Reads the fields of a form as people fill it in the page's language; what is wrong goes to the problems, by field.</summary>
public sealed class FormFields(IFormCollection form, Page page, Problems problems)
{
    private static readonly char[] BetweenNames = [';', '；', '、', '\n', '|'];

    public Problems Problems => problems;
    public IFormCollection Form => form;

    /// <summary>What was typed, without blanks around it; empty where nothing was.</summary>
    public string Text(string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();

    public string? Required(string name) => problems.Required(Text(name), name);

    public string? Optional(string name) => Text(name) is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string> All(string name) => [.. form[name].OfType<string>().Where(v => v.Length > 0)];

    /// <summary>Null where nothing was typed, or what was typed is no day.</summary>
    public DateOnly? Day(string name, int year)
    {
        if (Text(name).Length == 0) return null;
        if (ReadDate.TryRead(Text(name), page.Language.Tag, year, out var reading)) return reading.Date;
        problems.Add(Refusal.Of("field.date", Text(name)), name);
        return null;
    }

    public DateOnly? RequiredDay(string name, int year) => Required(name) is null ? null : Day(name, year);

    /// <summary>The versions in <c>name.zh</c>, <c>name.en</c>, …; the region's first language binds.</summary>
    public LocalText Local(string name) =>
        LocalText.Of(page.Region.Binding, page.Languages.Select(l => (l.Code, Text($"{name}.{l.Code}"))));

    public LocalText? RequiredLocal(string name)
    {
        if (Local(name) is { IsEmpty: false } text) return text;
        problems.Add(Refusal.Of("field.required"), name);
        return null;
    }

    public T? Word<T>(string name) where T : struct, Enum
    {
        if (Enum.TryParse<T>(Text(name), out var word) && Enum.IsDefined(word)) return word;
        problems.Add(Refusal.Of("field.required"), name);
        return null;
    }

    /// <summary>The file that came in <paramref name="name"/>, of the class chosen in <paramref name="classField"/>; null: none was sent.</summary>
    public Upload? Upload(string name, string classField) =>
        form.Files.GetFile(name) is { Length: > 0 } file && Word<Class>(classField) is { } held ? new(file.FileName, file.OpenReadStream(), held) : null;

    /// <summary>Codes of units that were typed by name or code, several apart by ; or 、.</summary>
    public IReadOnlyList<string> Units(string name, Func<Organization, bool> may)
    {
        var codes = new List<string>();
        foreach (var typed in Text(name).Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Unit(typed, may) is { } code) codes.Add(code);
            else problems.Add(Refusal.Of("unit.unknown", typed), name);
        }

        return codes;
    }

    private string? Unit(string typed, Func<Organization, bool> may) =>
        page.Reference.Organizations.Values.Where(may).Where(o => o.ClosedOn is null).Where(o => o.Code == typed || Names(o.Short).Concat(Names(o.Name)).Contains(typed, StringComparer.OrdinalIgnoreCase))
            .OrderBy(o => o.Code, StringComparer.Ordinal).FirstOrDefault()?.Code;

    private static IEnumerable<string> Names(LocalText name) => name.Wordings.Values.Select(w => w.Text);
}
