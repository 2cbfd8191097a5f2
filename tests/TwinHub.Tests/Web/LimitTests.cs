using System.Net;
using Microsoft.AspNetCore.Builder;
using TwinHub.Tests.Record;
using TwinHub.Web;

namespace TwinHub.Tests.Web;

public sealed class LimitTests
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Ready_is_a_site_whose_database_answers_and_holds_a_region(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var visitor = site.Visit();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, "/health/live"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, "/health/ready"));
    }

    [Fact]
    public async Task A_site_on_an_empty_record_lives_and_is_not_ready()
    {
        await using var site = await TestSite.StartAsync(pack: null);
        using var visitor = site.Visit();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, "/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(visitor, "/health/ready"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(visitor, "/en/sign-in"));
    }

    [Fact]
    public async Task A_parameter_that_is_not_known_is_refused_and_named()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.Visit();
        var page = await visitor.PageAsync("sign-in?back=lists&colour=blue", status: 400);
        Assert.Contains("colour", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_the_region_has_not_is_not_there()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.Visit("zh");
        using var answer = await visitor.GetAsync("sign-in");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_above_its_limit_is_refused_before_it_is_read()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/en/sign-in", UriKind.Relative)) { Content = new ByteArrayContent(new byte[Limits.MostFormBytes + 1]) };
        request.Headers.ExpectContinue = true;
        using var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        await Visitor.ReadAsync(answer, status: 413);
    }

    [Fact]
    public async Task A_caller_that_asks_too_often_waits_and_is_told_how_long()
    {
        await using var site = await TestSite.StartAsync(limits: new Limits(AtOnce: 3, PerSecond: 1));
        using var visitor = site.Visit();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, "/en/sign-in"));
        using var answer = await visitor.GetAsync("sign-in");
        Assert.True(answer.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        await Visitor.ReadAsync(answer, status: 429);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, "/health/live"));
    }

    [Fact]
    public async Task What_one_account_asks_takes_nothing_from_another()
    {
        await using var site = await TestSite.StartAsync(limits: new Limits(AtOnce: 8, PerSecond: 1));
        using var north = await site.SignInAsync("north-office");
        using var south = await site.SignInAsync("south-office");
        while (await StatusAsync(north, "/en/account") == HttpStatusCode.OK) { }
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(south, "/en/account"));
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_given_up()
    {
        await using var site = await TestSite.StartAsync(limits: new Limits(PerSecond: 0) { Time = TimeSpan.FromMilliseconds(200) }, more: app =>
            app.MapGet("/{lang}/slow", async (CancellationToken cancel) => await Task.Delay(Timeout.Infinite, cancel)).AllowAnonymous());
        using var visitor = site.Visit();
        await visitor.PageAsync("slow", status: 503);
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode;
    }
}
