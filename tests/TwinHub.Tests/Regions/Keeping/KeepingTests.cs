using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Regions.Keeping;
using TwinHub.Tests.Record;
using TwinHub.Web;

namespace TwinHub.Tests.Regions.Keeping;

/// <summary>Reference data change on the site; what a list adopted does not change with them.</summary>
public sealed class KeepingTests
{
    private static readonly Actor Admin = TestRecord.Account("north", Roles.Administrator);

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_unit_that_an_adopted_list_names_keeps_its_name(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        Assert.Equal("reference.in-adopted-list", await RefusedAsync(() => ActAsync(site, Admin, (KeepUnits slice) => slice.RenameAsync("N-TRA", Names("Roads"), CancellationToken.None))));
        Assert.Equal("actor.other-party", await RefusedAsync(() => ActAsync(site, Admin, (KeepUnits slice) => slice.RenameAsync("S-TRA", Names("Roads"), CancellationToken.None))));
        Assert.Equal("organization.leads-open", await RefusedAsync(() => ActAsync(site, Admin, (KeepUnits slice) => slice.CloseAsync("N-TRA", CancellationToken.None))));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_unit_is_added_renamed_and_closed_and_each_is_an_act(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        await ActAsync(site, Admin, (KeepUnits slice) => slice.AddAsync(new("N-RAIL", "north", Text("Rail Agency"), Text("Rail")) { Predecessor = "N-TRA" }, CancellationToken.None));
        Assert.Equal("reference.code-taken", await RefusedAsync(() => ActAsync(site, Admin, (KeepUnits slice) => slice.AddAsync(new("N-RAIL", "north", Text("Rail"), Text("Rail")), CancellationToken.None))));
        Assert.Equal("reference.code-form", await RefusedAsync(() => ActAsync(site, Admin, (KeepUnits slice) => slice.AddAsync(new("N/RAIL", "north", Text("Rail"), Text("Rail")), CancellationToken.None))));
        await ActAsync(site, Admin, (KeepUnits slice) => slice.RenameAsync("N-RAIL", Names("Rail Authority"), CancellationToken.None));
        await ActAsync(site, Admin, (KeepUnits slice) => slice.CloseAsync("N-RAIL", CancellationToken.None));
        Assert.Equal("organization.closed", await RefusedAsync(() => ActAsync(site, Admin, (KeepUnits slice) => slice.CloseAsync("N-RAIL", CancellationToken.None))));
        using var office = await site.SignInAsync("north-office");
        var history = (await office.PageAsync("history/N-RAIL")).QuerySelector("main")!.TextContent;
        foreach (var act in new[] { "unit added", "name of a unit mended", "unit closed" }) Assert.Contains(act, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theme_in_use_keeps_its_name_and_a_new_one_has_a_scheme()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal("reference.in-adopted-list", await RefusedAsync(() => ActAsync(site, Admin, (KeepThemes slice) => slice.RenameAsync("theme", "transport", Names("Roads"), CancellationToken.None))));
        Assert.Equal("reference.scheme", await RefusedAsync(() => ActAsync(site, Admin, (KeepThemes slice) => slice.AddAsync(new("colour", "red", Names("Red")), CancellationToken.None))));
        await ActAsync(site, Admin, (KeepThemes slice) => slice.AddAsync(new("theme", "health", Names("Health")), CancellationToken.None));
        await ActAsync(site, Admin, (KeepThemes slice) => slice.RenameAsync("theme", "health", Names("Public health"), CancellationToken.None));
        using var office = await site.SignInAsync("north-office");
        Assert.Contains("Public health", (await office.PageAsync("lists/2024H1/drafts/new")).QuerySelector("#Theme")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_party_writes_its_own_calendar_only(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        await ActAsync(site, Admin, (KeepCalendar slice) => slice.WriteAsync(new(new(2024, 9, 9), false, "Notice 3"), CancellationToken.None));
        await ActAsync(site, Admin, (KeepCalendar slice) => slice.WriteAsync(new(new(2024, 9, 9), true, "Notice 4"), CancellationToken.None));
        await using var scope = site.Services.CreateAsyncScope();
        var days = scope.ServiceProvider.GetRequiredService<TwinHubDb>().CalendarDays.Where(d => d.Day == new DateOnly(2024, 9, 9)).ToList();
        Assert.Equal(("north", true, "Notice 4"), (Assert.Single(days).Party, days[0].Works, days[0].Notice));
        Assert.Equal("actor.role", await RefusedAsync(() => ActAsync(site, TestRecord.Account("north", Roles.Office), (KeepCalendar slice) => slice.WriteAsync(new(new(2024, 9, 9), true, null), CancellationToken.None))));
    }

    [Fact]
    public async Task What_the_record_holds_is_shown_with_its_sources_to_everybody_who_is_signed_in()
    {
        await using var site = await TestSite.StartAsync();
        using var office = await site.SignInAsync("north-office");
        var page = await office.PageAsync("region");
        Assert.Equal(12, page.QuerySelectorAll("main tbody tr").Length);
        using var refused = await office.GetAsync("region/units");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static LocalText Text(string text) => LocalText.Of("en", ("en", text));

    private static NameFields Names(string text) => new(Text(text), Text(text));

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Code;

    private static async Task<T> ActAsync<TSlice, T>(TestSite site, Actor actor, Func<TSlice, Task<T>> act) where TSlice : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReferenceCache>().GetAsync(CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<Caller>().Actor = actor;
        return await act(scope.ServiceProvider.GetRequiredService<TSlice>());
    }
}
