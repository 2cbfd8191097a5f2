using System.Globalization;
using CsvHelper;
using MiniExcelLibs;
using TwinHub.Regions.Packs;
using TwinHub.Tests.Record;

namespace TwinHub.Browser.Tests.Browsing;

/// <summary>A region on its first day: parties, units and meetings, no list, one party's office account; and the workbook that this office keeps.</summary>
internal static class FirstDayPack
{
    private static readonly string[] Later =
    [
        "lists", "list_revisions", "items", "item_units", "item_refs", "deliverables", "revision_changes", "item_ends", "milestones", "milestone_links", "rounds", "reports", "report_dates", "issued_documents",
    ];

    /// <summary>The first region's pack without its list.</summary>
    /// <returns>The folder.</returns>
    public static string Make(string account)
    {
        var folder = Directory.CreateTempSubdirectory("twinhub-first-day-").FullName;
        foreach (var file in Directory.GetFiles(PackFolders.Of(PackFolders.FirstRegion)))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var lines = File.ReadAllLines(file);
            File.WriteAllLines(Path.Combine(folder, Path.GetFileName(file)), name switch
            {
                _ when Later.Contains(name) => lines[..1],
                "region" => lines.Where(l => !l.StartsWith("current_list:", StringComparison.Ordinal)),
                "demo_accounts" => lines.Where((l, i) => i == 0 || l.StartsWith(account + ",", StringComparison.Ordinal)),
                _ => lines,
            });
        }

        WithoutLists(Path.Combine(folder, "papers.csv"));
        return folder;
    }

    /// <summary>107 items as the office keeps them, the document with which they were adopted, and four months of its own side's reports.</summary>
    public static byte[] Workbook(string party)
    {
        var (pack, _) = ReadPack.FromFolder(PackFolders.Of(PackFolders.FirstRegion));
        var names = pack["organizations"].ToDictionary(r => r.Needed("code"), r => r.Local("name")["zh"]);
        var themes = pack["classifications"].Where(r => r.Text("scheme") == "theme").ToDictionary(r => r.Needed("code"), r => r.Local("name")["zh"]);
        var parties = pack["parties"].ToDictionary(r => r.Needed("code"), r => r.Local("short")["zh"]);
        var units = pack["item_units"].ToLookup(r => r.Text("item"));
        var rounds = pack["rounds"].ToDictionary(r => r.Needed("code"), r => r.Needed("period"));
        var own = pack["organizations"].Where(r => r.Text("party") == party).Select(r => r.Text("code")).ToHashSet();
        var reports = pack["reports"].Where(r => own.Contains(r.Text("organization"))).ToLookup(r => r.Text("item"));
        var rows = pack["items"].Select(item =>
        {
            var row = new Dictionary<string, object>
            {
                ["编号"] = item.Needed("code"),
                ["重点领域"] = themes[item.Needed("theme")],
                ["事项"] = item.Local("title")["zh"],
                ["事项（English）"] = item.Local("title")["en"],
                ["本期目标"] = item.Local("scope")["zh"],
                ["本期目标（English）"] = item.Local("scope")["en"],
                ["完成时限"] = item.Needed("due"),
            };
            foreach (var (code, name) in parties) row[name + "牵头单位"] = string.Join('、', units[item.Text("code")].Where(u => u.Text("role") == "lead" && u.Text("party") == code).OrderBy(u => u.Int("order")).Select(u => names[u.Needed("organization")]));
            foreach (var period in rounds.Values) (row[$"{parties[party]}{period}进度%"], row[$"{parties[party]}{period}进展"]) = ("", "");
            foreach (var report in reports[item.Text("code")])
            {
                row[$"{parties[party]}{rounds[report.Needed("round")]}进度%"] = report.Text("percent") ?? "";
                row[$"{parties[party]}{rounds[report.Needed("round")]}进展"] = report.Local("text")["zh"];
            }

            return row;
        }).ToList();
        (string, string)[] facts =
        [
            ("清单编号", "2023H2"), ("清单名称（中文）", "2023年下半年重点合作事项清单"), ("清单名称（English）", "List of key cooperation items, second half of 2023"), ("起始日期", "2023年7月1日"), ("截止日期", "2023-12-31"),
            ("通过日期", "2023-06-26"), ("文号", "联合办〔2023〕1号"), ("印发日期", "2023-06-30"), ("文件标题", "关于印发2023年下半年重点合作事项清单的通知"), ("发文机关", string.Join('、', pack["organizations"].Where(r => r.Bool("office")).Select(r => r.Local("name")["zh"]))),
        ];
        using var file = new MemoryStream();
        file.SaveAs(new Dictionary<string, object> { ["事项"] = rows, ["清单"] = facts.Select(f => new Dictionary<string, object> { ["项目"] = f.Item1, ["内容"] = f.Item2 }).ToList() });
        return file.ToArray();
    }

    /// <summary>Papers that carried a list stay, without it.</summary>
    private static void WithoutLists(string file)
    {
        List<IDictionary<string, object>> rows;
        using (var reader = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture)) rows = [.. reader.GetRecords<dynamic>().Cast<IDictionary<string, object>>()];
        foreach (var row in rows.Where(r => r.ContainsKey("list"))) row["list"] = "";
        using var writer = new CsvWriter(new StreamWriter(file), CultureInfo.InvariantCulture);
        writer.WriteRecords(rows.Cast<dynamic>());
    }
}
