using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Rounds;

/// <summary>Three parties, the third round open: Northland Transport has sent one report, nobody else any.</summary>
internal static class RoundCast
{
    public const string Month = "2024H1-R3", Item = "2024H1-001", NorthUnit = $"rounds/{Month}/units/N-TRA", SouthUnit = $"rounds/{Month}/units/S-TRA", Office = $"rounds/{Month}/office";

    /// <summary>The pack's accounts and, for each step, one of Southland Transport; another drafter and a confirmer of Northland Transport.</summary>
    public static async Task<TestSite> StartAsync(string engine)
    {
        var site = await TestSite.StartAsync(engine);
        await site.AddAccountAsync("south-drafter", "south", Roles.Drafter, "S-TRA");
        await site.AddAccountAsync("south-confirmer", "south", Roles.Drafter | Roles.Confirmer, "S-TRA");
        await site.AddAccountAsync("north-confirmer", "north", Roles.Confirmer, "N-TRA");
        await site.AddAccountAsync("south-viewer", "south", Roles.Viewer, "S-TRA");
        return site;
    }

    public static IHtmlFormElement Form(this IHtmlDocument page, string ending) => page.Forms.First(f => f.GetAttribute("action")!.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Opens the page of a unit, fills its form, and presses a button of it.</summary>
    public static async Task<HttpResponseMessage> WriteAsync(this Visitor visitor, string path, string press, Dictionary<string, string> fields)
    {
        var page = await visitor.PageAsync(path);
        return await visitor.SubmitAsync(page.Form(path), new(fields) { ["do"] = press });
    }

    /// <summary>Presses the one button of the form whose address ends so.</summary>
    public static async Task<HttpResponseMessage> PressAsync(this Visitor visitor, string path, string ending, Dictionary<string, string>? fields = null) =>
        await visitor.SubmitAsync((await visitor.PageAsync(path)).Form(ending), fields);

    public static Task<List<Report>> VersionsAsync(this TestSite site, string organization) => site.Record.ReadAsync(db =>
        db.Reports.AsNoTracking().Where(r => r.Organization == organization && db.Rounds.Any(round => round.Id == r.RoundId && round.Code == Month)).OrderBy(r => r.Number).ToListAsync());

    /// <summary>What every page that a party sees answers, without what differs by request.</summary>
    public static async Task<string> SeenAsync(this Visitor visitor, params string[] paths)
    {
        var seen = new List<string>();
        foreach (var path in paths)
        {
            using var answer = await visitor.GetAsync(path);
            seen.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        return System.Text.RegularExpressions.Regex.Replace(string.Join('\n', seen), "(name=\"__RequestVerificationToken\" value=\"[^\"]*\"|0HN[0-9A-Z]+:[0-9A-F]+)", "");
    }

    public static Task<List<string>> ActsAsync(this TestSite site) => site.Record.ReadAsync(db => db.Journal.AsNoTracking().OrderBy(e => e.Index).Select(e => e.Act).ToListAsync());
}
