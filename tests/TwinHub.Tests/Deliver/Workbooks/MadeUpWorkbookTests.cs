using System.Text;
using CsCheck;
using TwinHub.Data;
using TwinHub.Deliver.Workbooks;
using TwinHub.Deliver.Workbooks.Formats;
using TwinHub.Deliver.Workbooks.Layouts;
using TwinHub.Language;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Workbooks;

/// <summary>The same list in layouts made up at random: it is recovered, or what stands in the way is told.</summary>
public sealed class MadeUpWorkbookTests
{
    private const int Times = 300;
    private static readonly (DateOnly, DateOnly) Half = (new(2024, 1, 1), new(2024, 6, 30));

    private sealed record Wanted(string Title, string Scope, string Theme, string[] Own, string[] Other, DateOnly Due);

    /// <summary>How one workbook is laid out.</summary>
    private sealed record Layout(int Seed, bool Chinese, bool TwoRows, bool OneLeadCell, bool ThemeRows, bool Title, bool Note, bool Number, bool Total, bool SecondSheet, bool Text, bool Shared);

    private static readonly Gen<Layout> Layouts =
        from seed in Gen.Int[0, 1_000_000]
        from bits in Gen.Bool.Array[11]
        select new Layout(seed, bits[0], bits[1], bits[2], bits[3], bits[4], bits[5], bits[6], bits[7], bits[8], bits[9], bits[10]);

    [Fact]
    public async Task A_list_in_a_made_up_layout_is_recovered_or_the_reason_is_told()
    {
        await using var record = await Importing.RecordAsync(pack: PackFolders.FirstRegion);
        var reference = (await record.ReadAsync(db => Reference.LoadAsync(db, default)))!;
        var (recovered, told) = (0, new HashSet<string>());
        Layouts.Sample(layout =>
        {
            var (file, list) = Make(layout, reference);
            var read = Read(file, reference);
            if (read.Problems.Count == 0) Assert.Equal(list.Select(Line), read.Rows.Select(r => Line(Of(r))));
            if (read.Problems.Count == 0) Interlocked.Increment(ref recovered);
            else lock (told) told.Add($"{layout}: {read.Problems[0].Place.Column}{read.Problems[0].Place.Row} {read.Problems[0].Refusal.Code} {string.Join('|', read.Problems[0].Refusal.Values)}");
        }, iter: Times, threads: 1);
        Assert.True(recovered >= Times * 95 / 100, $"{recovered} of {Times} recovered. {string.Join('\n', told.Take(5))}");
    }

    private static ListRead Read(byte[] file, Reference reference)
    {
        var tables = new FindTable(new HeadWords(reference, RegionLanguage.Of(reference.Region), 2024)).All(ReadSheets.Read(file));
        var table = new SettleColumns(reference).Settle(tables[0], new Dictionary<string, string>(), new Dictionary<int, string>());
        return new ReadRows(table, reference, new ReadCells(reference, "zh", Half)).Read();
    }

    private static Wanted Of(ReadRow row) => new(row.Title["zh"], row.Scope["zh"], row.Theme!, [.. row.Leads["chongqing"]], [.. row.Leads["sichuan"]], row.Due!.Value);

    private static string Line(Wanted w) => $"{w.Title}|{w.Scope}|{w.Theme}|{string.Join(',', w.Own)}|{string.Join(',', w.Other)}|{w.Due:O}";

    private static (byte[] File, List<Wanted> List) Make(Layout layout, Reference reference)
    {
        var random = new Random(layout.Seed);
        var list = Items(random, reference, layout.ThemeRows);
        var columns = Columns(layout, random);
        var rows = new List<object?[]>();
        if (layout.Title) rows.Add(["2024年上半年重点合作事项清单"]);
        if (layout.Note) rows.Add(["填报单位：联合办公室"]);
        Heads(layout, columns, rows);
        string? theme = null;
        foreach (var (i, item) in list.Index())
        {
            if (layout.ThemeRows && item.Theme != theme) rows.Add([$"{"一二三四五六七八九十"[rows.Count % 10]}、{reference.Theme(theme = item.Theme)!.Name.In("zh")}"]);
            rows.Add([.. columns.Select(c => Cell(c, item, i, (layout, random, reference)))]);
        }

        if (layout.Total) rows.Add([.. columns.Select((_, i) => (object?)(i == 0 ? "合计" : null))]);
        return (layout.Text ? Csv(rows) : Xlsx(rows, layout, columns.Count), list);
    }

    private static List<Wanted> Items(Random random, Reference reference, bool grouped)
    {
        var themes = reference.Scheme("theme").Select(t => t.Code).ToList();
        var units = reference.Organizations.Values.Where(o => o.Kind == "department").OrderBy(o => o.Code, StringComparer.Ordinal).ToLookup(o => o.Party!);
        string[] Some(string party) => [.. units[party].OrderBy(_ => random.Next()).Take(1 + random.Next(3)).Select(o => o.Code)];
        var list = Enumerable.Range(1, 1 + random.Next(12)).Select(i => new Wanted($"合作事项之{i}", $"目标{i}：建成投用，验收{random.Next(90)}项", themes[random.Next(themes.Count)], Some("chongqing"), Some("sichuan"), new DateOnly(2024, 1, 1).AddDays(random.Next(180)))).ToList();
        return grouped ? [.. list.OrderBy(w => themes.IndexOf(w.Theme))] : list;
    }

    private static List<string> Columns(Layout layout, Random random)
    {
        var kinds = new List<string> { "title", "scope", "due" };
        if (!layout.ThemeRows) kinds.Add("theme");
        if (layout.OneLeadCell) kinds.Add("leads");
        var shuffled = kinds.OrderBy(_ => random.Next()).ToList();
        if (!layout.OneLeadCell) shuffled.InsertRange(random.Next(shuffled.Count + 1), ["own", "other"]);
        if (layout.Number) shuffled.Insert(0, "number");
        return shuffled;
    }

    private static void Heads(Layout layout, List<string> columns, List<object?[]> rows)
    {
        string Head(string kind) => (kind, layout.Chinese) switch
        {
            ("title", true) => "重点合作事项",
            ("title", _) => "Cooperation item",
            ("scope", true) => "主要内容",
            ("scope", _) => "Main content",
            ("due", true) => "完成时限",
            ("due", _) => "Deadline",
            ("theme", true) => "重点领域",
            ("theme", _) => "Priority area",
            ("leads", true) => "牵头单位",
            ("leads", _) => "Lead units",
            ("number", true) => "序号",
            ("number", _) => "No.",
            ("own", true) => "重庆牵头单位",
            ("own", _) => "Lead units (Chongqing)",
            (_, true) => "四川牵头单位",
            _ => "Lead units (Sichuan)",
        };
        if (!layout.TwoRows || layout.OneLeadCell)
        {
            rows.Add([.. columns.Select(Head)]);
            return;
        }

        rows.Add([.. columns.Select(c => c == "own" ? layout.Chinese ? "牵头单位" : "Lead units" : c == "other" ? null : Head(c))]);
        rows.Add([.. columns.Select(c => (object?)(c == "own" ? layout.Chinese ? "重庆" : "Chongqing" : c == "other" ? layout.Chinese ? "四川" : "Sichuan" : null))]);
    }

    private static object? Cell(string kind, Wanted item, int index, (Layout Layout, Random Random, Reference Reference) at) => kind switch
    {
        "title" => item.Title,
        "scope" => item.Scope,
        "number" => at.Layout.Text ? $"{index + 1}" : index + 1,
        "theme" => at.Random.Next(2) == 0 ? at.Reference.Theme(item.Theme)!.Name.In("zh") : at.Reference.Theme(item.Theme)!.Short.In("zh"),
        "own" => Names(item.Own, at),
        "other" => Names(item.Other, at),
        "leads" => Names([.. item.Own, .. item.Other], at),
        _ => Due(item.Due, at.Random, at.Layout.Text),
    };

    private static string Names(string[] units, (Layout Layout, Random Random, Reference Reference) at)
    {
        string Name(string unit) => at.Random.Next(3) switch { 0 => at.Reference.Unit(unit).In("zh"), 1 => string.Join(' ', at.Reference.UnitName(unit).In("zh").Chunk(4).Select(c => new string(c))), _ => at.Reference.UnitName(unit).In("zh") };
        return string.Join(at.Random.Next(3) switch { 0 => "、", 1 => "；", _ => "\n" }, units.Select(Name));
    }

    private static object Due(DateOnly due, Random random, bool text) => random.Next(6) switch
    {
        0 => $"{due.Year}年{due.Month}月{due.Day}日",
        1 => due.ToString("yyyy-MM-dd"),
        2 => $"{due.Month}月{due.Day}日前",
        3 => string.Concat($"{due.Year}.{due.Month}.{due.Day}".Select(c => char.IsDigit(c) ? (char)(c + 0xFEE0) : c)),
        4 when due.AddDays(1).Day == 1 => $"{due.Year}年{due.Month}月底",
        _ => text ? due.ToString("yyyy/M/d") : random.Next(2) == 0 ? due : due.DayNumber - new DateOnly(1899, 12, 30).DayNumber,
    };

    private static byte[] Csv(List<object?[]> rows) =>
        Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Select(r => string.Join(',', r.Select(c => $"\"{Convert.ToString(c, System.Globalization.CultureInfo.InvariantCulture)?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))));

    private static byte[] Xlsx(List<object?[]> rows, Layout layout, int width)
    {
        var book = new MadeBook { Shared = layout.Shared };
        if (layout.SecondSheet) book.Add("联系人").Row("单位", "姓名", "电话").Row("甲", "乙", 3);
        var sheet = book.Add("Sheet1");
        foreach (var row in rows)
        {
            sheet.Row(row);
            if (row.Length == 1 && row[0] is string) sheet.Merge($"A{sheet.LastRow}:{Letters.Of(width - 1)}{sheet.LastRow}");
        }

        return book.ToBytes();
    }
}
