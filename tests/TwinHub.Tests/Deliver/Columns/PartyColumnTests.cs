using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Columns;

public sealed class PartyColumnTests
{
    private const string Columns = "lists/2024H1/columns";

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task No_answer_to_another_party_holds_a_column_or_a_cell(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var north = await site.SignInAsync("north-office");
        await AddAsync(north, "Minister-watch", "text");
        await WriteAsync(north, "2024H1-001", "quiet-word");
        Assert.Contains("quiet-word", await (await north.GetAsync(Columns)).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var south = await site.SignInAsync("south-office");
        foreach (var path in new[] { Columns, "lists/2024H1", "lists/2024H1/drafts", "lists/2024H1/changes/new", "changes", "lists/2024H1/close", "journal" })
        {
            using var answer = await south.GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("Minister-watch", text, StringComparison.Ordinal);
            Assert.DoesNotContain("quiet-word", text, StringComparison.Ordinal);
        }

        var column = await site.Record.ReadAsync(db => db.PartyColumns.AsNoTracking().SingleAsync());
        using var renamed = await south.PostAsync($"{Columns}/{column.Id}", new() { ["Name.en"] = "mine" }, formAt: Columns);
        Assert.Equal(HttpStatusCode.NotFound, renamed.StatusCode);
    }

    [Fact]
    public async Task A_cell_that_somebody_wrote_meanwhile_shows_what_stood_what_stands_and_what_was_typed()
    {
        await using var site = await TestSite.StartAsync();
        using var north = await site.SignInAsync("north-office");
        await AddAsync(north, "Note", "text");
        var opened = await FormAsync(north);
        await WriteAsync(north, "2024H1-001", "theirs");
        using var answer = await north.SubmitAsync(opened, new() { [Field(opened, "2024H1-001")] = "yours" });
        var page = await Visitor.ReadAsync(answer, 422);
        var row = page.QuerySelectorAll("caption").Single().ParentElement!.QuerySelectorAll("tbody td").Select(c => c.TextContent).ToList();
        Assert.Equal(["", "theirs", "yours"], row.Skip(1));
        using var again = await north.SubmitAsync(page.Forms.First(f => f.Action.EndsWith("cells", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.Equal("yours", await site.Record.ReadAsync(db => db.PartyCells.AsNoTracking().Select(c => c.Value).SingleAsync()));
    }

    [Fact]
    public async Task A_column_takes_only_its_kind_is_renamed_and_removed()
    {
        await using var site = await TestSite.StartAsync();
        using var north = await site.SignInAsync("north-office");
        await AddAsync(north, "Budget", "number");
        var form = await FormAsync(north);
        using var wrong = await north.SubmitAsync(form, new() { [Field(form, "2024H1-001")] = "much" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        await WriteAsync(north, "2024H1-001", "1,200.5");
        Assert.Equal("1200.5", await site.Record.ReadAsync(db => db.PartyCells.AsNoTracking().Select(c => c.Value).SingleAsync()));

        var column = await site.Record.ReadAsync(db => db.PartyColumns.AsNoTracking().SingleAsync());
        using (await north.PostAsync($"{Columns}/{column.Id}", new() { ["Name.en"] = "Money" }, formAt: Columns)) { }
        Assert.Equal("Money", (await site.Record.ReadAsync(db => db.PartyColumns.AsNoTracking().SingleAsync())).Name.In("en"));
        using (await north.PostAsync($"{Columns}/{column.Id}", new() { ["act"] = "remove" }, formAt: Columns)) { }
        Assert.Equal((0, 0), (await site.Record.ReadAsync(db => db.PartyColumns.CountAsync()), await site.Record.ReadAsync(db => db.PartyCells.CountAsync())));
    }

    private static async Task AddAsync(Visitor visitor, string name, string kind)
    {
        using var answer = await visitor.PostAsync(Columns, new() { ["Name.en"] = name, ["Kind"] = kind });
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    private static async Task WriteAsync(Visitor visitor, string item, string value)
    {
        var form = await FormAsync(visitor);
        using var answer = await visitor.SubmitAsync(form, new() { [Field(form, item)] = value });
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    private static async Task<IHtmlFormElement> FormAsync(Visitor visitor) => (await visitor.PageAsync(Columns)).Forms.First(f => f.Action.EndsWith("cells", StringComparison.Ordinal));

    private static string Field(IHtmlFormElement form, string item) => form.QuerySelectorAll("input[name^='c.']").Select(i => i.GetAttribute("name")!).First(n => n.EndsWith(item, StringComparison.Ordinal));
}
