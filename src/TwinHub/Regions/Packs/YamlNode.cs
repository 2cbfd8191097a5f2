using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TwinHub.Regions.Packs;

/// <summary>A value of a YAML file with the line where it stands: a text, a map or a list.</summary>
internal sealed record YamlNode(int Line)
{
    public string? Text { get; init; }

    public IReadOnlyDictionary<string, YamlNode>? Map { get; init; }

    public IReadOnlyList<YamlNode>? List { get; init; }

    /// <summary>A plain empty value, which is as good as none.</summary>
    public bool IsEmpty => Text is "" or "~" or "null";
}

/// <summary>Reads YAML as plain data: no anchors, no aliases, few levels. It never grows beyond the text that it is given.</summary>
internal sealed class ReadYaml
{
    private readonly string file;
    private readonly FaultList faults;
    private readonly Parser parser;

    private ReadYaml(string text, string file, FaultList faults) =>
        (this.file, this.faults, parser) = (file, faults, new Parser(new StringReader(text)));

    /// <summary>Null when the text is not such YAML; that is told.</summary>
    public static YamlNode? From(string text, string file, FaultList faults)
    {
        try
        {
            return new ReadYaml(text, file, faults).Document();
        }
        catch (RefusedYamlException refused)
        {
            faults.Add(new FaultPlace(file, refused.Line), refused.Message, ("limit", PackLimits.YamlDepth));
        }
        catch (YamlException wrong)
        {
            faults.Add(new FaultPlace(file, (int)wrong.Start.Line), "yaml.syntax");
        }
        catch (InvalidOperationException) // the scanner's answer to some texts
        {
            faults.Add(new FaultPlace(file), "yaml.syntax");
        }
        return null;
    }

    private YamlNode Document()
    {
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        var root = Node(1);
        parser.Consume<DocumentEnd>();
        parser.Consume<StreamEnd>();
        return root;
    }

    private YamlNode Node(int depth)
    {
        var line = (int)parser.Current!.Start.Line;
        if (depth > PackLimits.YamlDepth) throw new RefusedYamlException("yaml.depth", line);
        if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false }) throw new RefusedYamlException("yaml.alias", line);
        if (parser.TryConsume<Scalar>(out var scalar)) return new YamlNode(line) { Text = scalar.Value };
        if (parser.TryConsume<SequenceStart>(out _)) return new YamlNode(line) { List = Items(depth) };
        parser.Consume<MappingStart>();
        return new YamlNode(line) { Map = Entries(depth) };
    }

    private List<YamlNode> Items(int depth)
    {
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
        return items;
    }

    private Dictionary<string, YamlNode> Entries(int depth)
    {
        var entries = new Dictionary<string, YamlNode>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key.Text is null) throw new RefusedYamlException("yaml.key", key.Line);
            if (!entries.TryAdd(key.Text, value)) faults.Add(new FaultPlace(file, key.Line, key.Text), "yaml.twice");
        }
        return entries;
    }

    /// <param name="code">Code of the fault, as message.</param>
    /// <param name="line">Line of the text.</param>
    private sealed class RefusedYamlException(string code, int line) : Exception(code)
    {
        public int Line => line;
    }
}
