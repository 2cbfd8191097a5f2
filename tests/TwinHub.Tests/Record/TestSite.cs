using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Identity;
using TwinHub.Verbs;
using TwinHub.Web;

namespace TwinHub.Tests.Record;

/// <summary>The whole site on a free port of this machine, on a record of its own; both gone when disposed.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestSite(TestRecord record, WebApplication app) => (Record, this.app) = (record, app);

    public TestRecord Record { get; }

    public Uri Address => new(app.Urls.First());

    /// <summary>What the site's requests get; open a scope for what lives as long as one.</summary>
    public IServiceProvider Services => app.Services;

    public IReadOnlyList<Endpoint> Endpoints => app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <param name="engine">One of <see cref="Engines"/>.</param>
    /// <param name="pack">One of <see cref="PackFolders"/>; null: the record is empty.</param>
    /// <param name="limits">Null: a test may ask as fast as it can.</param>
    /// <param name="more">Maps endpoints of the test's own.</param>
    public static async Task<TestSite> StartAsync(string engine = Engines.Sqlite, string? pack = PackFolders.ThreeParties, Limits? limits = null, Action<WebApplication>? more = null)
    {
        var record = pack is null ? await TestRecord.EmptyAsync(engine) : await TestRecord.FoundedAsync(engine, pack);
        var app = Serve.Build(record.Store, new SiteOptions(Demo: true) { Limits = limits ?? new(PerSecond: 0) }, "http://127.0.0.1:0");
        more?.Invoke(app);
        await app.StartAsync();
        return new TestSite(record, app);
    }

    /// <summary>A browser of its own: its cookies, nobody signed in.</summary>
    public Visitor Visit(string language = "en") => new(Address, language);

    /// <summary>A browser in which a demo account of the pack, or one that <see cref="AddAccountAsync"/> made, is signed in.</summary>
    public async Task<Visitor> SignInAsync(string account, string language = "en")
    {
        var visitor = Visit(language);
        using var answer = await visitor.PostAsync("sign-in/demo", new() { ["name"] = account }, formAt: "sign-in");
        Assert.True((int)answer.StatusCode == 302, $"{account} cannot sign in: {(int)answer.StatusCode}");
        return visitor;
    }

    /// <summary>Another account that signs in as the demo accounts do.</summary>
    public async Task AddAccountAsync(string name, string party, Roles roles, string? organization = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(new()
        {
            Id = TwinHub.Data.Keys.New(),
            UserName = name,
            Party = party,
            Roles = roles,
            Organization = organization,
            Demo = true,
            Display = LocalText.Of("en", ("en", name)),
        });
        Assert.True(made.Succeeded, string.Join("; ", made.Errors.Select(e => e.Description)));
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Record.DisposeAsync();
    }
}
