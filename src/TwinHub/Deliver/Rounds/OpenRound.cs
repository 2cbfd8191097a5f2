using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Texts;
using TwinHub.Web;

namespace TwinHub.Deliver.Rounds;

/// <summary>Opens the next dispatch round of a list: the month it asks about, the days it opens and closes.</summary>
public sealed class OpenRound(TwinHubDb db, Actor actor)
{
    public sealed record Command(string List, string Period, DateOnly Opens, DateOnly Closes);
    public sealed record Form(string? Period, string? Opens, string? Closes)
    {
        public Command? Read(string list, Page page, Problems problems)
        {
            var period = ReadPeriod(Period, problems);
            var year = period is null ? page.Today.Day.Year : int.Parse(period.AsSpan(0, 4), CultureInfo.InvariantCulture);
            var (opens, closes) = (ReadDay(Opens, nameof(Opens), (page, year), problems), ReadDay(Closes, nameof(Closes), (page, year), problems));
            return period is not null && opens is { } from && closes is { } to ? new(list, period, from, to) : null;
        }

        private static string? ReadPeriod(string? typed, Problems problems)
        {
            if (problems.Required(typed, nameof(Period)) is not { } text) return null;
            if (ReadDate.TryRead(text + "-01", "en", 1, out var first) && first.Date.Year > 1) return first.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            problems.Add(Refusal.Of("round.period", text), nameof(Period));
            return null;
        }

        private static DateOnly? ReadDay(string? typed, string field, (Page Page, int Year) at, Problems problems)
        {
            if (problems.Required(typed, field) is not { } text) return null;
            if (ReadDate.TryRead(text, at.Page.Language.Tag, at.Year, out var day)) return day.Date;
            problems.Add(Refusal.Of("date." + day.Problem, text), field);
            return null;
        }
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/rounds", (string lang, string? list, [FromForm] Form form, Page page, OpenRound slice, ShowRounds show, CancellationToken cancel) => Answer.PageAsync(
            p => slice.Read(form, list, page, p),
            async c => $"/{lang}/rounds/{(await slice.HandleAsync(c, cancel)).Code}?said=opened",
            p => show.OfListAsync(list, cancel, form, p)));

    /// <summary>Who may not open a round is told that, not what is wrong with the form.</summary>
    private Command? Read(Form form, string? list, Page page, Problems problems)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Office));
        return form.Read(list ?? page.Region.CurrentList ?? "", page, problems);
    }

    /// <exception cref="RefusedException">The reasons of <see cref="Round.WhyNotOpen"/>.</exception>
    public async Task<Round> HandleAsync(Command command, CancellationToken cancel)
    {
        var list = await db.Lists.Include(l => l.Revisions).SingleOrDefaultAsync(l => l.Code == command.List, cancel) ?? throw new NotFoundException("list", command.List);
        var others = await db.Rounds.Where(r => r.ListId == list.Id).ToListAsync(cancel);
        var number = others.Select(r => r.Number).DefaultIfEmpty(0).Max() + 1;
        var round = new Round { Id = Keys.New(), ListId = list.Id, Code = $"{list.Code}-R{number}", Number = number, Period = command.Period, Opens = command.Opens, Closes = command.Closes, Sample = list.Sample };
        RefusedException.ThrowIf(round.WhyNotOpen(actor, list, others));
        db.Rounds.Add(round);
        db.Act(new Act("round.opened", actor, round.Code) { Touches = [list.Code] });
        await db.SaveChangesAsync(cancel);
        return round;
    }

    /// <summary>The month after the last round's, on the same days of the month.</summary>
    internal static Form Suggest(RoundSheet sheet, Page page)
    {
        if (sheet.Latest is not { } last) return new(page.Today.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture), null, null);
        var next = DateOnly.ParseExact(last.Period + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(1);
        return new(next.ToString("yyyy-MM", CultureInfo.InvariantCulture), page.Forms.Day(last.Opens.AddMonths(1)), page.Forms.Day(last.Closes.AddMonths(1)));
    }
}
