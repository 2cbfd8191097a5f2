using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TwinHub.Tests.Record;
using Row = TwinHub.Tests.Web.AuthorityTable.Row;

namespace TwinHub.Tests.Web;

/// <summary>Every address, asked by every role of every party and by nobody, answers as the table says.</summary>
public sealed class AuthorityTests
{
    private readonly Dictionary<string, (string Cookie, string Token, string? Bearer)> keys = [];

    [Fact]
    public async Task Every_address_answers_every_role_of_every_party_as_the_table_says()
    {
        await using var site = await TestSite.StartAsync();
        await LetInAsync(site);
        await WriteAsync(site);
        var scope = await site.Record.ReadAsync(db => db.Items.Where(i => i.Code == "2024H1-001").Select(i => i.Id).SingleAsync());
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Address };
        var (expected, seen) = (AuthorityTable.Read().ToDictionary(r => r.Key), new List<Row>());
        foreach (var question in AuthorityTable.Of(site.Endpoints).OrderBy(q => q.Route, StringComparer.Ordinal))
        {
            var address = expected.TryGetValue($"{question.Method} {question.Route}", out var row) ? row.Address : AuthorityTable.Guess(question.Route);
            seen.Add(await AskAsync(http, question, address, scope));
        }

        Compare(expected, seen);
    }

    [Fact]
    public void Without_an_account_one_sees_the_way_in_and_nothing_of_the_record() =>
        Assert.All(AuthorityTable.Read().Where(r => r.Cells[AuthorityTable.Anonymous] == "200"), r => Assert.Contains(r.Route, (string[])["/{lang}/sign-in", "/{lang}/help", "/region.css", "/health/live", "/health/ready", "/api/v1/openapi.json", "/{lang}/help/api"]));

    [Fact]
    public void No_answer_is_a_defect() => Assert.DoesNotContain(AuthorityTable.Read().SelectMany(r => r.Cells.Values), c => c.Contains('5', StringComparison.Ordinal));

    private static void Compare(Dictionary<string, Row> expected, List<Row> seen)
    {
        var missing = seen.Where(r => !expected.ContainsKey(r.Key)).ToList();
        var other = seen.Where(r => expected.TryGetValue(r.Key, out var row) && row.ToString() != r.ToString()).ToList();
        var gone = expected.Values.ExceptBy(seen.Select(r => r.Key), r => r.Key).ToList();
        if (missing.Count + other.Count + gone.Count == 0) return;
        var told = new StringBuilder().AppendLine("The answers are not those of Expected/authority.tsv.");
        Tell(told, "No row yet. Look whether each role should be answered so, put an address of a real record where it is lacking, then paste:", missing);
        Tell(told, "Answered otherwise than the table says. Each of these is a defect, or a rule that changed:", other);
        foreach (var row in other) told.AppendLine($"  was: {expected[row.Key]}");
        Tell(told, "Rows of addresses that are no more; take them out:", gone);
        Assert.Fail(told.ToString());
    }

    private static void Tell(StringBuilder told, string what, List<Row> rows)
    {
        if (rows.Count == 0) return;
        told.AppendLine(what).AppendLine(AuthorityTable.Header);
        foreach (var row in rows) told.AppendLine(row.ToString());
    }

    private async Task<Row> AskAsync(HttpClient http, Question question, string address, Guid item)
    {
        var statuses = new Dictionary<string, int>();
        foreach (var name in keys.Keys)
        {
            using var request = new HttpRequestMessage(new HttpMethod(question.Method), new Uri(address.Replace("{item}", item.ToString("D"), StringComparison.Ordinal), UriKind.Relative)) { Content = question.Body(keys[name].Token) };
            if (question.IsOfPrograms && keys[name].Bearer is { } bearer) request.Headers.Authorization = new("Bearer", bearer);
            else request.Headers.Add("Cookie", keys[name].Cookie);
            if (question.IsOfPrograms && question.Method != "GET") request.Headers.IfMatch.Add(System.Net.Http.Headers.EntityTagHeaderValue.Any);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            statuses[name] = (int)answer.StatusCode;
        }

        var cells = AuthorityTable.Columns.ToDictionary(c => c, c => c == AuthorityTable.Anonymous ? $"{statuses[c]}" : AuthorityTable.Cell(p => statuses[$"{p}.{c}"]));
        return new(question.Method, question.Route, address, cells);
    }

    /// <summary>A change request that waits, and a draft that only the first party sees.</summary>
    private static async Task WriteAsync(TestSite site)
    {
        using var drafter = await site.SignInAsync("north.Drafter");
        using var program = await site.ProgramAsync("north.Drafter");
        var proposal = new { reason = new { en = "late" }, rows = new[] { new { item = "2024H1-001", kind = "redate", @new = "2024-06-29" } } };
        using var proposed = await program.WriteAsync(HttpMethod.Post, ("lists/2024H1/changes", "lists/2024H1"), proposal);
        var fields = new Dictionary<string, string> { ["Theme"] = "transport", ["Title.en"] = "Night train", ["Scope.en"] = "Runs", ["Due"] = "29 June 2024", ["Lead.north"] = "N-TRA", ["Lead.south"] = "S-TRA", ["Class"] = "Joint" };
        using var office = await site.SignInAsync("north.Office");
        var scope = (await office.PageAsync("history/2024H1-001/texts")).QuerySelectorAll("tbody a.btn").Select(a => a.GetAttribute("href")!).First(h => h.EndsWith("property=Scope", StringComparison.Ordinal) && h.Contains("entity=Item&", StringComparison.Ordinal));
        using var asked = await office.PostAsync(scope["/en/".Length..], new() { ["Reason.en"] = "late", ["Authority"] = "Rule 7" });
        using var drafted = await drafter.PostAsync("lists/2024H1/drafts/new", fields);
        Assert.Equal((201, 302, 302), ((int)proposed.StatusCode, (int)drafted.StatusCode, (int)asked.StatusCode));
    }

    private async Task LetInAsync(TestSite site)
    {
        using var nobody = site.Visit();
        keys[AuthorityTable.Anonymous] = await KeyAsync(nobody, "sign-in", null);
        foreach (var (name, party, role, unit) in AuthorityTable.Cast)
        {
            await site.AddAccountAsync(name, party, role, unit);
            using var visitor = await site.SignInAsync(name);
            keys[name] = await KeyAsync(visitor, "account", await site.TokenAsync(name));
        }
    }

    private static async Task<(string Cookie, string Token, string? Bearer)> KeyAsync(Visitor visitor, string path, string? bearer)
    {
        var form = (await visitor.PageAsync(path)).Forms.First(f => f.Elements["__RequestVerificationToken"] is not null);
        return (visitor.Cookies, ((IHtmlInputElement)form.Elements["__RequestVerificationToken"]!).Value, bearer);
    }
}
