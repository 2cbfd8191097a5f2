using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TwinHub.Regions.Packs;

/// <summary>Holds region.yaml against the part of the schema that describes it.</summary>
internal sealed class CheckRegion(RegionFile region, FaultList faults)
{
    public void Run(YamlNode root)
    {
        Check(PackFormat.Current.Region, root, "");
        CheckLanguages(root);
        var zone = region.Settings.TimeZone;
        if (zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) Tell(root.Map!["time_zone"], "time_zone", "setting.time-zone", ("value", zone));
    }

    private void Check(JsonElement schema, YamlNode node, string path)
    {
        if (schema.TryGetProperty("$ref", out _)) CheckLocal(node, path);
        else if (PackFormat.Word(schema, "type") == "object") CheckMap(schema, node, path);
        else if (PackFormat.Word(schema, "type") == "array") CheckList(schema, node, path);
        else CheckText(schema, node, path);
    }

    private void CheckMap(JsonElement schema, YamlNode node, string path)
    {
        if (node.Map is not { } map)
        {
            Tell(node, path, "setting.map");
            return;
        }
        var properties = schema.GetProperty("properties");
        foreach (var name in PackFormat.Names(schema, "required").Where(n => !map.TryGetValue(n, out var value) || value.IsEmpty)) Tell(node, Join(path, name), "setting.missing");
        foreach (var (name, value) in map)
        {
            if (!properties.TryGetProperty(name, out var property)) Tell(value, Join(path, name), "setting.unknown", ("settings", string.Join(", ", properties.EnumerateObject().Select(p => p.Name))));
            else if (!value.IsEmpty) Check(property, value, Join(path, name));
        }
    }

    private void CheckList(JsonElement schema, YamlNode node, string path)
    {
        if (node.List is not { Count: > 0 } list) Tell(node, path, "setting.list");
        else for (var i = 0; i < list.Count; i++) Check(schema.GetProperty("items"), list[i], $"{path}[{i}]");
    }

    private void CheckText(JsonElement schema, YamlNode node, string path)
    {
        if (node.Text is not { } text) Tell(node, path, "setting.text");
        else if (schema.TryGetProperty("const", out var one) && one.GetRawText() != text) Tell(node, path, "setting.format", ("value", text), ("expected", one.GetRawText()));
        else if (!IsOfType(schema, text)) Tell(node, path, "setting.type", ("value", text));
        else if (PackFormat.Names(schema, "enum") is { Count: > 0 } allowed && !allowed.Contains(text)) Tell(node, path, "cell.value", ("value", text), ("allowed", string.Join(", ", allowed)));
        else if (PackFormat.Word(schema, "pattern") is { } form && !Regex.IsMatch(text, form, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)) Tell(node, path, "cell.form", ("value", text), ("form", form));
    }

    private static bool IsOfType(JsonElement schema, string text) => (PackFormat.Word(schema, "format") ?? PackFormat.Word(schema, "type")) switch
    {
        "date" => CellText.Day(text) is not null,
        "number" => CellText.Number(text) is not null,
        "integer" => CellText.Integer(text) is not null,
        _ => true,
    };

    private void CheckLocal(YamlNode node, string path)
    {
        if (node.Map is not { } map)
        {
            Tell(node, path, "setting.map");
            return;
        }
        foreach (var (language, text) in map)
        {
            if (text.Text is null) Tell(text, Join(path, language), "setting.text");
            if (!region.Languages.Contains(language)) Tell(text, Join(path, language), "column.language", ("language", language), ("languages", string.Join(", ", region.Languages)));
        }
        if (!map.TryGetValue(region.Settings.Binding, out var binding) || binding.IsEmpty) Tell(node, path, "cell.binding", ("language", region.Settings.Binding));
    }

    private void CheckLanguages(YamlNode root)
    {
        if (root.Map is not { } map) return;
        if (map.TryGetValue("languages", out var list) && region.Languages.Distinct().Count() < region.Languages.Count) Tell(list, "languages", "setting.languages");
        if (map.TryGetValue("binding", out var binding) && !region.Languages.Contains(region.Settings.Binding)) Tell(binding, "binding", "column.language", ("language", region.Settings.Binding), ("languages", string.Join(", ", region.Languages)));
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{path}.{name}");

    private void Tell(YamlNode node, string path, string code, params ReadOnlySpan<(string, object)> values) =>
        faults.Add(new FaultPlace(PackFolder.RegionFile, node.Line, path), code, values);
}
