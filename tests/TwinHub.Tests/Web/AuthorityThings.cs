using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using TwinHub.Core.Changes;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Web;

/// <summary>
/// What stands for <c>{change}</c>, <c>{sha}</c> and the like in an address or a body: a thing that was made for this one question, so that no answer
/// hangs on who was asked before. All are the first party's.
/// </summary>
internal sealed class AuthorityThings(Visitor drafter, Visitor office, Visitor holder) : IDisposable
{
    private int made = 1000;
    private string? evidence, column, item;

    /// <summary>Bodies that reach the decision who may: complete, and right. Where a row has none, nothing is filled in.</summary>
    public static IReadOnlyDictionary<string, string> Bodies { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["POST /api/v1/changes/{code}/keys"] = """{"textSha256":"{sha}","inPerson":true}""",
        ["POST /api/v1/lists/{code}/changes"] = """{"reason":{"en":"late"},"rows":[{"item":"2024H1-001","kind":"redate","new":"2024-06-29"}]}""",
        ["POST /{lang}/changes/{code}/keys"] = "TextSha256={sha}&InPerson=true",
        ["POST /{lang}/changes/{code}/refusal"] = "RefusalReason.en=No",
        ["POST /{lang}/expunges/{code}/keys"] = "TextSha256={expunge-sha}&InPerson=true",
        ["POST /{lang}/expunges/{code}/refusal"] = "RefusalReason.en=No",
        ["POST /{lang}/history/{code}/expunge"] = "Reason.en=A+name&Authority=Rule+7",
        ["POST /{lang}/lists/{code}/columns/{column:guid}"] = "Name.en=Note",
        ["POST /{lang}/lists/{code}/drafts/new"] = "Theme=transport&Title.en=Night+train&Scope.en=Runs&Due=29+June+2024&Lead.north=N-TRA&Lead.south=S-TRA&Class=Joint",
    };

    /// <summary>Both texts with what stands for the names in them.</summary>
    public async Task<(string Address, string Body)> FillAsync(string address, string body)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = address + body;
        if (Has(text, "{change}") || Has(text, "{sha}")) (names["{change}"], names["{sha}"]) = await ChangeAsync(turned: false);
        if (Has(text, "{turned}")) (names["{turned}"], _) = await ChangeAsync(turned: true);
        if (Has(text, "{expunge}")) (names["{expunge}"], names["{expunge-sha}"]) = await ExpungeAsync();
        if (Has(text, "{item}")) names["{item}"] = item ??= (await CellAsync("Scope")).Split("key=")[1].Split('&')[0];
        if (Has(text, "{evidence}")) names["{evidence}"] = evidence ??= await EvidenceAsync();
        if (Has(text, "{column}")) names["{column}"] = column ??= await ColumnAsync();
        return (Fill(address, names), Fill(body, names));
    }

    public void Dispose()
    {
        drafter.Dispose();
        office.Dispose();
        holder.Dispose();
    }

    private static bool Has(string text, string name) => text.Contains(name, StringComparison.Ordinal);

    private static string Fill(string text, Dictionary<string, string> names) => names.Aggregate(text, (filled, name) => filled.Replace(name.Key, name.Value, StringComparison.Ordinal));

    /// <summary>A change request that waits; where asked, the first party turned its key.</summary>
    private async Task<(string Code, string Sha256)> ChangeAsync(bool turned)
    {
        using var proposed = await drafter.Http.PostAsJsonAsync("/api/v1/lists/2024H1/changes", new { reason = new { en = "late" }, rows = new[] { new { item = "2024H1-001", kind = (int)RowKind.Redate, @new = "2024-06-29" } } });
        var code = await StringAsync(proposed, "code");
        using var shown = await drafter.ApiAsync($"changes/{code}");
        var sha256 = await StringAsync(shown, "textSha256");
        if (!turned) return (code, sha256);
        using var key = await holder.Http.PostAsJsonAsync($"/api/v1/changes/{code}/keys", new { textSha256 = sha256, inPerson = true });
        Assert.Equal(200, (int)key.StatusCode);
        return (code, sha256);
    }

    /// <summary>A request to expunge that waits: of a text that nobody asked about before.</summary>
    private async Task<(string Code, string Sha256)> ExpungeAsync()
    {
        using var drafted = await office.PostAsync("meetings/JM1/decisions", new() { ["Number"] = $"{++made}", ["Text-en"] = $"Decided as number {made}" });
        var decision = drafted.Headers.Location!.OriginalString.Split('/')[^1];
        var link = (await office.PageAsync($"history/{decision}/texts")).QuerySelector("tbody a.btn")!.GetAttribute("href")!["/en/".Length..];
        using var asked = await office.PostAsync(link, new() { ["Reason.en"] = "A name", ["Authority"] = "Rule 7" });
        var page = await office.FollowAsync(asked);
        return (asked.Headers.Location!.OriginalString.Split('/')[^1], page.QuerySelector("dd.mono")!.TextContent);
    }

    private async Task<string> CellAsync(string property) => (await office.PageAsync("history/2024H1-001/texts")).QuerySelectorAll("tbody a.btn").Select(a => a.GetAttribute("href")!)
        .First(h => h.Contains("entity=Item&", StringComparison.Ordinal) && h.EndsWith($"property={property}", StringComparison.Ordinal));

    private async Task<string> EvidenceAsync()
    {
        var form = (await office.PageAsync("evidence/new?subject=item/2024H1-001&held=Internal")).Forms.First(f => f.Elements["File"] is not null);
        using var content = new MultipartFormDataContent { { new StringContent("Internal"), "Class" }, { new StringContent(((IHtmlInputElement)form.Elements["__RequestVerificationToken"]!).Value), "__RequestVerificationToken" }, { new StringContent("Permit 7"), "File", "permit.txt" } };
        using var brought = await office.Http.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
        return (await office.FollowAsync(brought)).QuerySelector("a.mono")!.GetAttribute("title")!;
    }

    private async Task<string> ColumnAsync()
    {
        using var added = await office.PostAsync("lists/2024H1/columns", new() { ["Name.en"] = "Note", ["Kind"] = "text" });
        var page = await office.FollowAsync(added);
        return page.Forms.Select(f => f.GetAttribute("action")!).First(a => Guid.TryParse(a.Split('/')[^1], out _)).Split('/')[^1];
    }

    private static async Task<string> StringAsync(HttpResponseMessage answer, string property) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty(property).GetString() ?? throw new InvalidOperationException($"No {property}.");
}
