using System.Globalization;
using System.Text;
using System.Text.Json;
using TwinHub.Regions.Packs;

namespace TwinHub.Tests.Regions.Packs;

/// <summary>docs/formats/pack.md says field by field what the schema says. TWINHUB_WRITE_EXPECTED=1 writes it anew.</summary>
public sealed class PackDocumentTests
{
    private static readonly string Path = System.IO.Path.Combine(SamplePack.Root, "docs", "formats", "pack.md");

    [Fact]
    public void The_document_says_what_the_schema_says()
    {
        var text = File.ReadAllText(Path);
        var expected = Filled(Filled(Filled(text, "limits", Limits()), "fields", Fields()), "faults", Faults());
        if (Environment.GetEnvironmentVariable("TWINHUB_WRITE_EXPECTED") == "1") File.WriteAllText(Path, expected);
        Assert.Equal(expected, File.ReadAllText(Path));
    }

    private static string Filled(string text, string part, string by)
    {
        var (begin, end) = ($"<!-- {part} -->\n", $"<!-- /{part} -->\n");
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[..from] + by + text[text.IndexOf(end, StringComparison.Ordinal)..];
    }

    private static string Limits() => string.Create(CultureInfo.InvariantCulture, $"""
        | what | at most |
        |---|---|
        | one file | {PackLimits.FileBytes / 1024 / 1024} MiB (region.yaml {PackLimits.RegionBytes / 1024 / 1024} MiB) |
        | all files of a pack | {PackLimits.PackBytes / 1024 / 1024} MiB |
        | entries of the folder | {PackLimits.Entries:N0} |
        | rows of a file | {PackLimits.Rows:N0} |
        | columns of a file | {PackLimits.Columns} |
        | one cell | {PackLimits.CellBytes / 1024} KiB |
        | levels of region.yaml, of GeoJSON | {PackLimits.YamlDepth}, {PackLimits.GeoDepth} |
        | positions of a GeoJSON file | {PackLimits.Positions:N0} |
        | faults of one kind in one file told one by one | {PackLimits.FaultsOfAKind:N0} |

        """);

    private static string Fields()
    {
        var text = new StringBuilder("### region.yaml\n\n| setting | holds | |\n|---|---|---|\n");
        foreach (var (path, holds, description) in Settings(PackFormat.Current.Region, "")) text.Append(CultureInfo.InvariantCulture, $"| `{path}` | {holds} | {description} |\n");
        foreach (var table in PackFormat.Current.Tables) Table(text, table);
        return text.ToString();
    }

    private static IEnumerable<(string Path, string Holds, string Description)> Settings(JsonElement schema, string prefix)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!).ToList() : [];
        foreach (var property in schema.GetProperty("properties").EnumerateObject())
        {
            var description = property.Value.TryGetProperty("description", out var d) ? d.GetString()! : "";
            yield return (prefix + property.Name, Holds(property.Value) + (required.Contains(property.Name) ? ", required" : ""), description);
            var inner = property.Value.TryGetProperty("items", out var items) ? items : property.Value;
            if (!inner.TryGetProperty("properties", out _)) continue;
            foreach (var setting in Settings(inner, $"{prefix}{property.Name}{(inner.Equals(property.Value) ? "" : "[]")}.")) yield return setting;
        }
    }

    private static string Holds(JsonElement setting)
    {
        if (setting.TryGetProperty("$ref", out _)) return "a text for each language";
        if (setting.TryGetProperty("const", out var one)) return one.GetRawText();
        if (setting.TryGetProperty("enum", out var values)) return string.Join(", ", values.EnumerateArray().Select(v => $"`{v.GetString()}`"));
        if (setting.TryGetProperty("x-ref", out var table)) return $"code in `{table.GetString()}.csv`";
        var type = (setting.TryGetProperty("format", out var format) ? format : setting.GetProperty("type")).GetString()!;
        return type switch { "string" => "text", "array" => "list", "object" => "settings", _ => type };
    }

    private static void Table(StringBuilder text, PackTable table)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n### {table.File}\n\n{table.Description}.{(table.Required ? " Every pack has it." : "")}");
        text.Append(table.Key.Count == 0 ? " No key." : $" Key: {string.Join(", ", table.Key.Select(k => $"`{k}`"))}.");
        text.Append("\n\n| column | holds | |\n|---|---|---|\n");
        foreach (var column in table.Columns.Where(c => c.Name is not ("source" or "sample"))) text.Append(CultureInfo.InvariantCulture, $"| `{column.Name}{(column.Type == CellType.Local ? "_*" : "")}` | {Holds(column)} | {column.Description.Replace("|", "\\|")} |\n");
    }

    private static string Holds(PackColumn column)
    {
        var type = column.Allowed.Count > 0 ? string.Join(", ", column.Allowed.Select(a => $"`{a}`")) : column.Type switch
        {
            CellType.Local => "text for each language",
            CellType.Codes => "codes separated by ;",
            _ => column.Type.ToString().ToLowerInvariant(),
        };
        return string.Join("; ", Rules(column).Prepend(column.Required ? $"**{type}**" : type));
    }

    private static IEnumerable<string> Rules(PackColumn column)
    {
        if (column.Reference is { } table) yield return $"in `{table}.csv`";
        if (column.Scheme is { } scheme) yield return $"code of scheme `{scheme}` in `classifications.csv`";
        if (column.Least is not null || column.Most is not null) yield return $"{column.Least?.ToString(CultureInfo.InvariantCulture) ?? "…"} to {column.Most?.ToString(CultureInfo.InvariantCulture) ?? "…"}";
        if (column.Pattern is { } pattern && column.Type != CellType.Code) yield return $"`{pattern.ToString().Replace("|", "\\|")}`";
        if (column.Unique) yield return "unique";
        if (column.NotBefore is { } first) yield return $"not before `{first}`";
        if (column.Fact != FactSpan.None) yield return column.FactWhen is { } when ? $"a fact when `{when.Column}` is `{when.Value}`" : "a fact";
    }

    private static string Faults()
    {
        var text = new StringBuilder("| code | what | how to mend |\n|---|---|---|\n");
        foreach (var code in FaultSentences.In("en").Codes)
        {
            var (what, mend) = FaultSentences.In("en").Of(code);
            text.Append(CultureInfo.InvariantCulture, $"| `{code}` | {what.Replace("|", "\\|")} | {mend.Replace("|", "\\|")} |\n");
        }
        return text.ToString();
    }
}
