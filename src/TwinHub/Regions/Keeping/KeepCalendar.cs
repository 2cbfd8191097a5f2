using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Regions.Keeping;

/// <summary>The working calendars: each party keeps its own holidays and make-up working days, and reads the others'.</summary>
public sealed class KeepCalendar(TwinHubDb db, Today today, Actor actor)
{
    public sealed record Command(DateOnly Day, bool Works, string? Notice);

    public sealed record View(int Year, IReadOnlyList<CalendarDay> Days, Problems Problems)
    {
        public FormFields? Typed { get; init; }
    }

    private string Subject => $"calendar-{actor.Party}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/region/calendar", (int? year, KeepCalendar slice, CancellationToken cancel) => slice.ShowAsync(year, new Problems(), null, cancel));
        pages.MapPost("/region/calendar", (IFormCollection form, Page page, KeepCalendar slice, CancellationToken cancel) => Answer.PageAsync(
            p => Read(new FormFields(form, page, p), page.Today.Day.Year), async c => page.To($"region/calendar?year={(await slice.WriteAsync(c, cancel)).Year}"), p => slice.ShowAsync(null, p, new FormFields(form, page, p), cancel)));
        pages.MapPost("/region/calendar/{day}/removed", async (DateOnly day, IFormCollection _, Page page, KeepCalendar slice, CancellationToken cancel) =>
            TypedResults.LocalRedirect(page.To($"region/calendar?year={(await slice.RemoveAsync(day, cancel)).Year}")));
    }

    /// <exception cref="RefusedException">The reasons of <see cref="CalendarDay.WhyNotKeep"/>.</exception>
    public async Task<DateOnly> WriteAsync(Command command, CancellationToken cancel)
    {
        RefusedException.ThrowIf(CalendarDay.WhyNotKeep(actor, actor.Party));
        var held = await db.CalendarDays.SingleOrDefaultAsync(d => d.Party == actor.Party && d.Day == command.Day, cancel);
        if (held is null) db.CalendarDays.Add(new CalendarDay { Party = actor.Party, Day = command.Day, Works = command.Works, Notice = command.Notice });
        else held.Change(command.Works, command.Notice);
        return await SavedAsync(new Act("calendar.written", actor, Subject), command.Day, cancel);
    }

    /// <exception cref="RefusedException">The reasons of <see cref="CalendarDay.WhyNotKeep"/>.</exception>
    public async Task<DateOnly> RemoveAsync(DateOnly day, CancellationToken cancel)
    {
        RefusedException.ThrowIf(CalendarDay.WhyNotKeep(actor, actor.Party));
        db.CalendarDays.Remove(await db.CalendarDays.SingleOrDefaultAsync(d => d.Party == actor.Party && d.Day == day, cancel) ?? throw new NotFoundException("day", $"{day:yyyy-MM-dd}"));
        return await SavedAsync(new Act("calendar.removed", actor, Subject), day, cancel);
    }

    private async Task<DateOnly> SavedAsync(Act act, DateOnly day, CancellationToken cancel)
    {
        db.Act(act);
        await db.SaveOrRefuseAsync(cancel);
        return day;
    }

    private static Command? Read(FormFields fields, int year) =>
        fields.RequiredDay("Day", year) is { } day ? new(day, fields.Text("Works") == "true", fields.Optional("Notice")) : null;

    private async Task<IResult> ShowAsync(int? year, Problems problems, FormFields? typed, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Administrator));
        var shown = year ?? today.Day.Year;
        var (first, last) = (new DateOnly(Math.Clamp(shown, 1, 9999), 1, 1), new DateOnly(Math.Clamp(shown, 1, 9999), 12, 31));
        var days = await db.CalendarDays.AsNoTracking().Where(d => d.Day >= first && d.Day <= last).OrderBy(d => d.Day).ToListAsync(cancel);
        return new RazorComponentResult<CalendarPage>(new { View = new View(first.Year, days, problems) { Typed = typed } }) { StatusCode = problems.Any ? 422 : 200 };
    }
}
