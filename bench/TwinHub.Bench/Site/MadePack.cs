using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;

namespace TwinHub.Bench.Site;

/// <summary>
/// A pack with as many items as wanted, for the program's own loader: the list of a real pack over and over, each time under new codes, with its units,
/// steps, links and reports. Every row of it is marked as a sample, as in the pack it comes from.
/// </summary>
internal sealed partial class MadePack(string list, int perCopy, int items)
{
    private const int StepsOfACopy = 100_000;
    private static readonly CsvConfiguration Rows = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    /// <param name="from">Folder of the pack whose list is repeated.</param>
    /// <param name="items">Items that the new list has.</param>
    /// <param name="to">A new folder.</param>
    public static void Write(string from, int items, string to)
    {
        Directory.CreateDirectory(to);
        var codes = Column(Path.Combine(from, "items.csv"), "code");
        var made = new MadePack(codes[0][..codes[0].LastIndexOf('-')], codes.Count, items);
        foreach (var file in Directory.GetFiles(from))
        {
            var target = Path.Combine(to, Path.GetFileName(file));
            if (Path.GetExtension(file) == ".csv") made.Repeat(file, target);
            else File.Copy(file, target, overwrite: true);
        }
    }

    private static List<string> Column(string file, string name)
    {
        using var read = new CsvReader(new StreamReader(file), Rows);
        return [.. read.GetRecords<dynamic>().Select(r => (string)((IDictionary<string, object>)r)[name])];
    }

    private void Repeat(string file, string target)
    {
        using var read = new CsvParser(new StreamReader(file), Rows);
        using var write = new CsvWriter(new StreamWriter(target), Rows);
        read.Read();
        var head = read.Record!.ToArray();
        Line(write, head);
        List<string[]> rows = [];
        while (read.Read()) rows.Add([.. read.Record!]);
        for (var copy = 0; copy * perCopy < items; copy++)
        {
            foreach (var row in rows)
            {
                var own = Codes().Matches(string.Join(' ', row)).Where(m => m.Groups["list"].Value == list).Select(m => Number(m, copy)).ToList();
                if (own.Count == 0 ? copy == 0 : own.Max() <= items) Line(write, copy == 0 ? row : Renamed(row, head, copy));
            }
        }
    }

    private string[] Renamed(string[] row, string[] head, int copy) =>
        [.. row.Select((cell, i) => head[i] == "number" && int.TryParse(cell, CultureInfo.InvariantCulture, out var number)
            ? (number + (copy * StepsOfACopy)).ToString(CultureInfo.InvariantCulture)
            : Codes().Replace(cell, m => m.Groups["list"].Value == list ? $"{list}-{Number(m, copy):000}" : m.Value))];

    private int Number(Match code, int copy) => int.Parse(code.Groups["number"].Value, CultureInfo.InvariantCulture) + (copy * perCopy);

    private static void Line(CsvWriter write, string[] cells)
    {
        foreach (var cell in cells) write.WriteField(cell);
        write.NextRecord();
    }

    [GeneratedRegex(@"\b(?<list>\d{4}H\d)-(?<number>\d{3})\b")]
    private static partial Regex Codes();
}
