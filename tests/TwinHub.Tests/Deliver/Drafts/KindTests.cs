using System.Net;
using AngleSharp.Html.Dom;
using TwinHub.Core.Changes;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Drafts;

/// <summary>A kind of list is data: its columns are asked for, shown, changed by keys and compared, without code of their own.</summary>
public sealed class KindTests
{
    private const string Lines = "LINES24";

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_list_of_a_kind_asks_for_its_columns_and_shows_them(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var office = await site.SignInAsync("north-office");
        await BeginAsync(office);
        var form = Form(await office.PageAsync($"lists/{Lines}/drafts/new"));
        using var wrong = await office.SubmitAsync(form, Draft("a great deal", "100"));
        var again = await Visitor.ReadAsync(wrong, 422);
        Assert.Contains("a great deal", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var right = await office.SubmitAsync(Form(again), Draft("1,250.5", "40%"));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        var item = (await office.PageAsync($"items/{Lines}-001")).QuerySelector("main")!.TextContent;
        foreach (var shown in new[] { "1250.5", "40%", "30 September 2024", "Building", "Rhine valley" }) Assert.Contains(shown, item, StringComparison.Ordinal);
        var edit = Form(await office.PageAsync($"drafts/{Lines}-001"));
        Assert.Equal(("1250.5", "building"), (((IHtmlInputElement)edit.Elements["Value.length"]!).Value, ((IHtmlSelectElement)edit.Elements["Value.phase"]!).Value));
    }

    [Fact]
    public async Task A_row_that_changes_values_is_filled_in_and_previewed()
    {
        await using var site = await TestSite.StartAsync();
        using var office = await site.SignInAsync("north-office");
        await BeginAsync(office);
        using (var drafted = await office.SubmitAsync(Form(await office.PageAsync($"lists/{Lines}/drafts/new")), Draft("90", "0"))) Assert.Equal(HttpStatusCode.Redirect, drafted.StatusCode);
        await RecordAdoptionAsync(office);
        var choose = await office.PageAsync($"lists/{Lines}/changes/new?row={Lines}-001.{RowKind.Revalue}");
        using var preview = await office.SubmitAsync(Form(choose), new() { ["r0.part.length"] = "95", ["Reason.en"] = "Measured anew", ["step"] = "preview" });
        var text = (await Visitor.ReadAsync(preview, 200)).QuerySelector("main")!.TextContent;
        Assert.Contains("90", text, StringComparison.Ordinal);
        Assert.Contains("95", text, StringComparison.Ordinal);
    }

    private static async Task BeginAsync(Visitor office)
    {
        using var begun = await office.SubmitAsync(Form(await office.PageAsync("lists/new")), new()
        {
            ["Kind"] = "lines",
            ["Code"] = Lines,
            ["Title.en"] = "Lines of 2024",
            ["Starts"] = "1 January 2024",
            ["Ends"] = "31 December 2024",
        });
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
    }

    /// <summary>By an issued document: one office works alone.</summary>
    private static async Task RecordAdoptionAsync(Visitor office)
    {
        var choose = await office.PageAsync($"lists/{Lines}/changes/new?mode=record&row={Lines}-001.{RowKind.Adopt}");
        using var preview = await office.SubmitAsync(Form(choose), new() { ["Reason.en"] = "Adopted", ["Number"] = "7 (2024)", ["Date"] = "1 February 2024", ["Issuers"] = "N-GOV", ["Title.en"] = "Lines of 2024", ["step"] = "preview" });
        var page = await Visitor.ReadAsync(preview, 200);
        using var recorded = await office.SubmitAsync(Form(page), new() { ["step"] = "record" });
        Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
    }

    private static IHtmlFormElement Form(IHtmlDocument page) => page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().First();

    private static Dictionary<string, string> Draft(string length, string electric) => new()
    {
        ["Theme"] = "transport",
        ["Title.en"] = "Upper line",
        ["Scope.en"] = "Opens in autumn",
        ["Due"] = "30 September 2024",
        ["Lead.north"] = "N-TRA",
        ["Lead.south"] = "S-TRA",
        ["Value.length"] = length,
        ["Value.electric"] = electric,
        ["Value.opens"] = "30 September 2024",
        ["Value.phase"] = "building",
        ["Value.place"] = "Rhine valley",
    };
}
