using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TwinHub.Core.Parties;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Api;

/// <summary>Calls every operation from the description alone: right, wrong, missing, unknown, without rights; every answer is one that it describes.</summary>
public sealed class ContractTests
{
    private static readonly string CheckedIn = Path.Combine(PackFolders.Root, "docs", "formats", "openapi.json");
    private static readonly string[] Texts = ["string"];
    private readonly JsonNode description = JsonNode.Parse(File.ReadAllText(CheckedIn))!;
    private readonly List<string> faults = [];
    private readonly Dictionary<string, string> tokens = [];
    private SchemaCheck Check => new(description);
    private IReadOnlyList<Described> Operations => Described.Read(description);

    [Fact]
    public async Task The_description_that_is_served_is_the_one_that_is_checked_in()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.Visit();
        using var answer = await visitor.ApiAsync("openapi.json");
        var served = await answer.Content.ReadAsStringAsync();
        if (Environment.GetEnvironmentVariable("TWINHUB_WRITE_EXPECTED") == "1") await File.WriteAllTextAsync(CheckedIn, served, new UTF8Encoding(false));
        Assert.True(served == await File.ReadAllTextAsync(CheckedIn), "docs/formats/openapi.json is not what is served. Look at the difference; TWINHUB_WRITE_EXPECTED=1 writes it.");
    }

    [Fact]
    public void Every_operation_says_its_sentence_its_scope_its_errors_and_an_example_that_fits()
    {
        foreach (var operation in Operations)
        {
            if (operation.Node["summary"]!.GetValue<string>().StartsWith('[')) faults.Add($"{operation.Id}: no summary");
            faults.AddRange(operation.Parameters.Where(p => p["description"]!.GetValue<string>().StartsWith('[')).Select(p => $"{operation.Id}: {Described.NameOf(p)} has no sentence"));
            foreach (var status in new[] { 400, 401, 403, 429, 503 }.Where(s => operation.Answer(s, Check) is null)) faults.Add($"{operation.Id}: {status} is not described");
            foreach (var content in operation.Node["responses"]!.AsObject().Where(r => r.Key.StartsWith('2')).Select(r => r.Value!["content"]!["application/json"]!).Append(operation.Takes).OfType<JsonNode>())
            {
                if (content["example"] is { } example) faults.AddRange(Check.Faults(example, content["schema"]!).Select(f => $"{operation.Id}: example {f}"));
                else faults.Add($"{operation.Id}: no example");
            }
        }

        Tell();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Every_operation_answers_as_the_description_says(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        await CastAsync(site);
        using var http = new HttpClient { BaseAddress = site.Address };
        foreach (var operation in Operations)
        {
            await RightsAsync(http, operation);
            await ParametersAsync(http, operation);
            if (operation.Takes is not null) await BodiesAsync(http, operation);
        }

        foreach (var operation in Operations.Where(o => o.Takes is not null)) await ExpectAsync(http, new(operation, "right") { Body = await BodyAsync(http, operation), Tag = await TagAsync(http, operation) }, 200, 201);
        Tell();
    }

    private async Task CastAsync(TestSite site)
    {
        await site.AddAccountAsync("writer", "north", Roles.Drafter, "N-TRA");
        await site.AddAccountAsync("keeper", "north", Roles.Office, "N-OFF");
        await site.AddAccountAsync("other", "south", Roles.Drafter, "S-TRA");
        foreach (var scope in new[] { "read", "reports:write", "changes:write" }) tokens[scope] = await site.TokenAsync("writer", scope);
        tokens["keys:write"] = await site.TokenAsync("keeper", "keys:write");
        using var other = await site.ProgramAsync("other");
        using var proposed = await other.WriteAsync(HttpMethod.Post, ("lists/2024H1/changes", "lists/2024H1"), new { reason = new { en = "late" }, rows = new[] { new { item = "2024H1-001", kind = "redate", @new = "2024-06-28" } } });
        Assert.True(proposed.IsSuccessStatusCode, await proposed.Content.ReadAsStringAsync());
    }

    /// <summary>Without a token, with one of another scope, of a record that is not there.</summary>
    private async Task RightsAsync(HttpClient http, Described operation)
    {
        await ExpectAsync(http, new(operation, "no token") { Scope = "" }, 401);
        await ExpectAsync(http, new(operation, "token unknown") { Scope = "unknown" }, 401);
        await ExpectAsync(http, new(operation, "other scope") { Scope = operation.Scope == "read" ? "reports:write" : "read" }, 403);
        foreach (var parameter in operation.Parameters.Where(p => p["in"]!.GetValue<string>() == "path"))
        {
            await ExpectAsync(http, new(operation, $"no such {Described.NameOf(parameter)}") { Address = operation.Address(null, new Dictionary<string, string> { [Described.NameOf(parameter)] = "none-such" }), Tag = "*" }, 404);
        }
    }

    /// <summary>Each parameter right, of another kind, missing, and one that nobody knows.</summary>
    private async Task ParametersAsync(HttpClient http, Described operation)
    {
        if (operation.Takes is null) await ExpectAsync(http, new(operation, "right"), 200);
        await ExpectAsync(http, new(operation, "unknown parameter") { Address = operation.Address([("nonsense", "1")]) }, 400);
        foreach (var parameter in operation.OfQuery)
        {
            var (name, type) = (Described.NameOf(parameter), parameter["schema"]!["type"]!.GetValue<string>());
            var wrong = Texts.Contains(type) && parameter["schema"]!["format"] is null && parameter["schema"]!["enum"] is null ? new string('x', 201) : "no such thing";
            if (parameter["required"]?.GetValue<bool>() == true) await ExpectAsync(http, new(operation, $"without {name}") { Address = operation.Address().Split('?')[0] }, 400);
            else if (parameter["example"] is { } example) await ExpectAsync(http, new(operation, $"{name} right") { Address = operation.Address([(name, Described.Written(example))]), MayLack = name == "number" }, 200);
            await ExpectAsync(http, new(operation, $"{name} wrong") { Address = parameter["required"] is null ? operation.Address([(name, wrong)]) : operation.Address(null, new Dictionary<string, string> { [name] = wrong }), Names = name }, 400);
        }
    }

    /// <summary>Without the version that was read, with an old one; each member missing and of another kind; one that nobody knows; no JSON.</summary>
    private async Task BodiesAsync(HttpClient http, Described operation)
    {
        var (body, schema, tag) = (await BodyAsync(http, operation), Check.Resolve(operation.Takes!["schema"]!), await TagAsync(http, operation));
        await ExpectAsync(http, new(operation, "no If-Match") { Body = body }, 428);
        await ExpectAsync(http, new(operation, "old If-Match") { Body = body, Tag = "\"old\"" }, 412);
        await ExpectAsync(http, new(operation, "no JSON") { Text = "{", Tag = tag }, 400);
        await ExpectAsync(http, new(operation, "another media type") { Text = "a=1", Media = "text/plain", Tag = tag }, 415);
        await ExpectAsync(http, new(operation, "unknown member") { Body = With(body, "nonsense", 1), Tag = tag }, 400);
        foreach (var (name, member) in schema["properties"]!.AsObject())
        {
            JsonNode wrong = Check.Faults(new JsonArray(1), member!).Count > 0 ? new JsonArray(1) : new JsonObject { ["x"] = true };
            await ExpectAsync(http, new(operation, $"{name} wrong") { Body = With(body, name, wrong), Tag = tag }, 400);
        }

        foreach (var name in (schema["required"] as JsonArray ?? []).Select(n => n!.GetValue<string>())) await ExpectAsync(http, new(operation, $"without {name}") { Body = With(body, name, null), Tag = tag, Lacks = name }, 422);
    }

    private async Task ExpectAsync(HttpClient http, Question question, params int[] expected)
    {
        using var request = question.Request(tokens);
        using var answer = await http.SendAsync(request);
        var (status, text, at) = ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), $"{question.Operation.Id}, {question.Name}");
        if (!expected.Contains(status) && !(question.MayLack && status == 404)) faults.Add($"{at}: {status}, not {string.Join(" or ", expected)}: {text}");
        else if (question.Operation.Answer(status, Check)?["content"]?.AsObject() is not { Count: 1 } content) faults.Add($"{at}: {status} is not described");
        else if (content.First().Key != answer.Content.Headers.ContentType?.MediaType) faults.Add($"{at}: {status} is {answer.Content.Headers.ContentType}");
        else faults.AddRange(Check.Faults(JsonNode.Parse(text), content.First().Value!["schema"]!).Concat(question.Missing(JsonNode.Parse(text)!)).Select(f => $"{at}: {status} {f}: {text}"));
    }

    /// <summary>The ETag of what the write is on: from the operation that the description names, with the same path. Null: nothing is there.</summary>
    private async Task<string?> TagAsync(HttpClient http, Described operation)
    {
        using var read = await ReadAsync(http, operation);
        return read.Headers.ETag?.ToString();
    }

    private async Task<JsonObject> BodyAsync(HttpClient http, Described operation)
    {
        var body = operation.Takes!["example"]!.DeepClone().AsObject();
        using var read = await ReadAsync(http, operation);
        if (body.ContainsKey("textSha256")) body["textSha256"] = JsonNode.Parse(await read.Content.ReadAsStringAsync())!["textSha256"]!.DeepClone(); // the text that was read
        return body;
    }

    private async Task<HttpResponseMessage> ReadAsync(HttpClient http, Described operation)
    {
        var examples = operation.Parameters.Where(p => p["example"] is not null).ToDictionary(Described.NameOf, p => Described.Written(p["example"]!));
        using var request = new Question(Operations.Single(o => o.Id == operation.TagOf), "read") { Address = Operations.Single(o => o.Id == operation.TagOf).Address(null, examples) }.Request(tokens);
        return await http.SendAsync(request);
    }

    private void Tell() => Assert.True(faults.Count == 0, $"{faults.Count}:\n{string.Join('\n', faults.Take(60))}");

    private static JsonObject With(JsonObject body, string name, JsonNode? value)
    {
        var other = body.DeepClone().AsObject();
        if (value is null) other.Remove(name);
        else other[name] = value;
        return other;
    }

    /// <summary>One call.</summary>
    private sealed record Question(Described Operation, string Name)
    {
        public string Scope { get; init; } = Operation.Scope;
        public string Address { get; init; } = Operation.Address();
        public JsonNode? Body { get; init; } = Operation.Takes?["example"];
        /// <summary>Instead of the body.</summary>
        public string? Text { get; init; }
        public string Media { get; init; } = "application/json";
        public string? Tag { get; init; }
        /// <summary>Parameter that the refusal must name; member that it must name.</summary>
        public string? Names { get; init; }
        public string? Lacks { get; init; }
        public bool MayLack { get; init; }

        public HttpRequestMessage Request(Dictionary<string, string> tokens)
        {
            var request = new HttpRequestMessage(new HttpMethod(Operation.Method), new Uri(Address, UriKind.Relative));
            if (Operation.Takes is not null) request.Content = new StringContent(Text ?? Body!.ToJsonString(), Encoding.UTF8, Media);
            if (Scope.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetValueOrDefault(Scope, "unknown"));
            if (Operation.Takes is not null && Name is not "no If-Match") request.Headers.TryAddWithoutValidation(Tag is null ? "If-None-Match" : "If-Match", Tag ?? "*");
            return request;
        }

        public IEnumerable<string> Missing(JsonNode problem)
        {
            if (Names is not null && problem["values"]?[0]?.GetValue<string>() != Names) yield return $"does not name {Names}";
            if (Lacks is not null && problem["errors"]?[Lacks] is null) yield return $"does not name {Lacks}";
        }
    }
}
