using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Drafts;

/// <summary>Begins a list: code, title, period, parties. Its items come as drafts, or carried over.</summary>
public sealed partial class BeginList(TwinHubDb db, ReferenceCache references, Actor actor)
{
    public sealed record Command(string Code, LocalText Title, DateOnly Starts, DateOnly Ends, IReadOnlyList<string> Parties)
    {
        public string Kind { get; init; } = "half-year";
        public string? Meeting { get; init; }
    }

    public sealed record View(string Code, LocalText Title, string Starts, string Ends, IReadOnlyCollection<string> Parties, Problems Problems)
    {
        public string Kind { get; init; } = "half-year";
        public string Meeting { get; init; } = "";
        public IReadOnlyList<string> Meetings { get; init; } = [];
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/lists/new", (Page page, BeginList slice, CancellationToken cancel) => slice.BeginAsync(page, cancel));
        pages.MapPost("/lists/new", (IFormCollection form, Page page, BeginList slice, CancellationToken cancel) => Answer.PageAsync(
            p => Read(new FormFields(form, page, p), page), async c => page.To($"lists/{await slice.HandleAsync(c, cancel)}/drafts"), p => slice.ShowAsync(Typed(new FormFields(form, page, p)), cancel)));
    }

    /// <exception cref="RefusedException">The reasons of <see cref="ItemList.WhyNotBegin"/>; <c>list.code-form</c>, <c>list.code-taken</c>.</exception>
    public async Task<string> HandleAsync(Command command, CancellationToken cancel)
    {
        RefusedException.ThrowIf(ItemList.WhyNotBegin(actor, command.Parties, (command.Starts, command.Ends)) ?? (CodeForm.IsMatch(command.Code) ? null : Refusal.Of("list.code-form", command.Code)));
        RefusedException.ThrowIf(await db.Lists.AnyAsync(l => l.Code == command.Code, cancel) ? Refusal.Of("list.code-taken", command.Code) : null);
        var list = new ItemList(Keys.New(), command.Code, command.Title, command.Parties) { Kind = command.Kind, Starts = command.Starts, Ends = command.Ends, Meeting = command.Meeting };
        if ((await references.GetAsync(cancel))!.Kinds.FirstOrDefault(k => k.Code == command.Kind) is { } kind) list.Begin(kind);
        db.Lists.Add(list);
        db.Act(new Act("list.drafted", actor, command.Code));
        await db.SaveOrRefuseAsync(cancel);
        return command.Code;
    }

    private static Command? Read(FormFields fields, Page page)
    {
        var (code, title, year) = (fields.Required("Code"), fields.RequiredLocal("Title"), page.Today.Day.Year);
        var (starts, ends) = (fields.RequiredDay("Starts", year), fields.RequiredDay("Ends", year));
        var parties = page.Parties.Select(p => p.Code).Where(fields.All("Parties").Contains).ToList();
        return code is null || title is null || starts is null || ends is null ? null
            : new(code, title, starts.Value, ends.Value, parties) { Kind = fields.Optional("Kind") ?? "half-year", Meeting = fields.Optional("Meeting") };
    }

    private static View Typed(FormFields fields) =>
        new(fields.Text("Code"), fields.Local("Title"), fields.Text("Starts"), fields.Text("Ends"), [.. fields.All("Parties")], fields.Problems) { Kind = fields.Text("Kind"), Meeting = fields.Text("Meeting") };

    /// <summary>Begins with what the region says of its next list, for a period as long as the current one and right after it.</summary>
    private async Task<IResult> BeginAsync(Page page, CancellationToken cancel)
    {
        var region = (await references.GetAsync(cancel))!.Region;
        var current = await db.Lists.AsNoTracking().Where(l => l.Code == region.CurrentList).Select(l => new { l.Starts, l.Ends, l.Kind }).FirstOrDefaultAsync(cancel);
        var free = region.NextList is { } next && !await db.Lists.AnyAsync(l => l.Code == next, cancel);
        var starts = current?.Ends.AddDays(1);
        var months = current is null ? 6 : ((current.Ends.Year - current.Starts.Year) * 12) + current.Ends.Month - current.Starts.Month + 1;
        return await ShowAsync(new(free ? region.NextList! : "", free ? region.NextListTitle : LocalText.Empty, starts is { } s ? page.Forms.Day(s) : "", starts is { } t ? page.Forms.Day(t.AddMonths(months).AddDays(-1)) : "", [.. page.Parties.Select(p => p.Code)], new Problems())
        { Kind = current?.Kind ?? "half-year", Meeting = region.NextMeeting ?? "" }, cancel);
    }

    private async Task<IResult> ShowAsync(View view, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Office));
        var meetings = await db.Meetings.AsNoTracking().OrderByDescending(m => m.Code).Select(m => m.Code).ToListAsync(cancel);
        return new RazorComponentResult<BeginListPage>(new { View = view with { Meetings = meetings } }) { StatusCode = view.Problems.Any ? 422 : 200 };
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{2,19}$")]
    private static partial Regex CodeForm { get; }
}
