using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Data;
using TwinHub.Identity;

namespace TwinHub.Tests.Record;

/// <summary>Programs that call a site, with tokens of its accounts.</summary>
internal static class Programs
{
    /// <summary>A new token of an account; without scopes named, of every scope.</summary>
    public static async Task<string> TokenAsync(this TestSite site, string account, params string[] scopes)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwinHubDb>();
        var id = db.Users.Single(u => u.UserName == account).Id;
        return (await scope.ServiceProvider.GetRequiredService<KeepTokens>().MakeAsync(id, ("test", scopes.Length > 0 ? scopes : AccessScope.All, 1), CancellationToken.None)).Secret;
    }

    /// <summary>A program with a token of the account.</summary>
    public static async Task<HttpClient> ProgramAsync(this TestSite site, string account, params string[] scopes)
    {
        var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await site.TokenAsync(account, scopes));
        return http;
    }

    public static async Task<JsonNode> JsonAsync(this HttpClient http, string address)
    {
        using var answer = await http.GetAsync(new Uri("/api/v1/" + address, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{address} answers {(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>A write on the record that stands at <c>Read</c>, as it stands.</summary>
    public static async Task<HttpResponseMessage> WriteAsync(this HttpClient http, HttpMethod method, (string Address, string Read) at, object body)
    {
        using var stands = await http.GetAsync(new Uri("/api/v1/" + at.Read, UriKind.Relative));
        using var request = new HttpRequestMessage(method, new Uri("/api/v1/" + at.Address, UriKind.Relative)) { Content = new StringContent(System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        if (stands.Headers.ETag is { } tag) request.Headers.IfMatch.Add(tag);
        else request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        return await http.SendAsync(request);
    }
}
