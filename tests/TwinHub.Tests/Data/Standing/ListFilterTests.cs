using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core.Items;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Standing;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Data.Standing;

public sealed class ListFilterTests
{
    private static readonly Actor Reader = TestRecord.Account("chongqing", Roles.Viewer);

    [Fact]
    public async Task Every_condition_narrows_the_list_to_what_it_says()
    {
        await using var record = await FirstAsync();
        var (standing, names) = await StandingAsync(record, "2023H2");
        Assert.Equal(107, Found("").Count);
        Assert.All(Found("?state=late"), i => Assert.Equal(ItemState.Late, i.State));
        Assert.All(Found("?theme=ecology"), i => Assert.Equal("ecology", i.Theme));
        Assert.Equal(standing.Count(ItemState.Late) + standing.Count(ItemState.AtRisk), Found("?view=attention").Count);
        Assert.Equal(standing.Count(ItemState.Completed), Found("?view=completed").Count);
        Assert.All(Found("?view=next-month"), i => Assert.Equal((2023, 11), (i.Due.Year, i.Due.Month)));
        Assert.All(Found("?report=missing&party=sichuan"), i => Assert.Contains(i.Sides, s => s is { Party: "sichuan", InRound: false }));
        Assert.Equal("2023H2-002", Assert.Single(Found("?q=%E6%B8%9D%E8%A5%BF%E9%AB%98%E9%93%81")).Code);
        Assert.Empty(Found("?q=no+such+words"));

        IReadOnlyList<ItemStanding> Found(string query) => Read(query, names).Apply(standing, names);
    }

    [Fact]
    public async Task Rows_are_sorted_as_asked_and_unknown_values_come_last()
    {
        await using var record = await FirstAsync();
        var (standing, names) = await StandingAsync(record, "2023H2");
        var due = Read("?sort=due&group=none", names).Apply(standing, names).Select(i => i.Due).ToList();
        Assert.Equal(due.Order(), due);
        var behind = Read("?sort=-lead&group=none", names).Apply(standing, names);
        Assert.Equal(behind.Where(i => i.Lead is not null).OrderByDescending(i => i.Lead).Select(i => i.Lead), behind.TakeWhile(i => i.Lead is not null).Select(i => i.Lead));
        var grouped = Read("?sort=-due", names).Apply(standing, names).Select(i => names.Theme(i.Theme)!.Order).ToList();
        Assert.Equal(grouped.Order(), grouped);
    }

    [Theory]
    [InlineData("?theme=nowhere", "theme"), InlineData("?colour=red", "colour"), InlineData("?state=late&state=done", "state"), InlineData("?page=0", "page"), InlineData("?sort=price", "sort")]
    public async Task What_is_not_known_is_refused_by_name(string query, string name)
    {
        await using var record = await FirstAsync();
        var (_, names) = await StandingAsync(record, "2023H2");
        var refusal = ListFilter.Read(QueryHelpers.ParseQuery(query), names).Refusal;
        Assert.Equal(("request.parameter", name), (refusal!.Code, refusal.Values[0]));
    }

    [Theory]
    [InlineData(""), InlineData("?view=attention"), InlineData("?theme=industry&state=at-risk&party=sichuan&report=lacking&q=a%26b&sort=-due&group=none&rows=roomy&page=2")]
    public async Task A_filter_writes_the_address_that_it_was_read_from(string query)
    {
        await using var record = await FirstAsync();
        var (_, names) = await StandingAsync(record, "2023H2");
        Assert.Equal(query, Read(query, names).ToQuery());
    }

    private static ListFilter Read(string query, Reference names)
    {
        var (filter, refusal) = ListFilter.Read(QueryHelpers.ParseQuery(query), names);
        Assert.Null(refusal);
        return filter;
    }

    private static Task<TestRecord> FirstAsync() => TestRecord.FoundedAsync(Engines.Sqlite, PackFolders.FirstRegion, s => s.AddSingleton<ReferenceCache>().AddSingleton<OutlookCache>());

    private static async Task<(ListStanding Standing, Reference Names)> StandingAsync(TestRecord record, string list)
    {
        await using var scope = record.Scope();
        var names = await scope.ServiceProvider.GetRequiredService<ReferenceCache>().GetAsync(CancellationToken.None);
        return ((await scope.ServiceProvider.GetRequiredService<StandingCache>().GetAsync(list, CancellationToken.None))!.For(Reader), names!);
    }
}
