using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TwinHub.Tests.Record;

/// <summary>One browser without script: keeps cookies, follows nothing by itself. Paths come after the language, as in the product's own links.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };

    internal Visitor(Uri address, string language) => (Http, Language) = (new HttpClient(handler) { BaseAddress = address }, language);

    public HttpClient Http { get; }

    /// <summary>First part of every address.</summary>
    public string Language { get; set; }

    /// <summary>What the browser would send as its Cookie header.</summary>
    public string Cookies => handler.CookieContainer.GetCookieHeader(Http.BaseAddress!);

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(At(path));

    /// <summary>A page, parsed. Fails when it answers another status than <paramref name="status"/>.</summary>
    public async Task<IHtmlDocument> PageAsync(string path, int status = 200)
    {
        using var answer = await GetAsync(path);
        return await ReadAsync(answer, status);
    }

    /// <summary>The body of a JSON address under <c>/api/v1</c>, as text.</summary>
    public Task<HttpResponseMessage> ApiAsync(string path) => Http.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative));

    /// <summary>Sends fields with the antiforgery token of the page at <paramref name="formAt"/>.</summary>
    /// <param name="path">Where the form goes.</param>
    /// <param name="fields">By name; what the form has hidden must be named too.</param>
    /// <param name="formAt">Page with a form; any has the same token. Null: the same path.</param>
    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields, string? formAt = null)
    {
        var form = (await PageAsync(formAt ?? path)).Forms.First(f => f.Elements["__RequestVerificationToken"] is not null);
        using var content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", Value(form, "__RequestVerificationToken"))));
        return await Http.PostAsync(At(path), content);
    }

    /// <summary>Fills the form of a page and sends it as a browser would: everything hidden, checked and chosen goes with it.</summary>
    /// <param name="form">For example <c>page.Forms.First(f => f.Action.EndsWith("/sign-out"))</c>.</param>
    /// <param name="fields">Values to put in; a field that the form lacks fails the test, so that what is sent can be typed.</param>
    public async Task<HttpResponseMessage> SubmitAsync(IHtmlFormElement form, Dictionary<string, string>? fields = null)
    {
        foreach (var name in fields?.Keys ?? Enumerable.Empty<string>()) Assert.True(form.Elements.Any(e => e.GetAttribute("name") == name), $"The form has no field {name}.");
        using var content = new FormUrlEncodedContent(Filled(form).Where(f => fields?.ContainsKey(f.Key) != true).Concat(fields ?? []));
        return await Http.PostAsync(new Uri(form.GetAttribute("action") ?? "", UriKind.RelativeOrAbsolute), content);
    }

    /// <summary>The page after an act that succeeded: follows its one redirection.</summary>
    public async Task<IHtmlDocument> FollowAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.Headers.Location is not null, $"Not redirected but {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        using var next = await Http.GetAsync(answer.Headers.Location);
        return await ReadAsync(next, 200);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{answer.RequestMessage?.RequestUri} answers {(int)answer.StatusCode}, not {status}: {text}");
        return new HtmlParser().ParseDocument(text);
    }

    public void Dispose() => Http.Dispose();

    private Uri At(string path) => new($"/{Language}/{path}", UriKind.Relative);

    /// <summary>What a browser would send of the form as it stands, without files.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Filled(IHtmlFormElement form) => form.Elements.SelectMany(element => element switch
    {
        IHtmlInputElement { Name: { } name, IsDisabled: false } input when input.Type is not ("checkbox" or "radio" or "submit" or "file") || input.IsChecked => [new(name, input.Value)],
        IHtmlTextAreaElement { Name: { } name, IsDisabled: false } area => [new(name, area.Value)],
        IHtmlSelectElement { Name: { } name, IsDisabled: false } select => select.SelectedOptions.Select(o => new KeyValuePair<string, string>(name, o.Value)),
        _ => Enumerable.Empty<KeyValuePair<string, string>>(),
    });

    private static string Value(IHtmlFormElement form, string name) => ((IHtmlInputElement)form.Elements[name]!).Value;
}
