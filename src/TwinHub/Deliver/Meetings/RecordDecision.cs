using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Texts;
using TwinHub.Web;

namespace TwinHub.Deliver.Meetings;

/// <summary>A meeting's decisions, and recording one: what was resolved, under which agenda item, who acts, by when. It changes no joint field.</summary>
public sealed class RecordDecision(TwinHubDb db, CitingItems citing, Today today, Actor actor, Page page)
{
    public sealed record Command(string Meeting, int Number, LocalText Text)
    {
        public int? Agenda { get; init; }
        public string? Organization { get; init; }
        public DateOnly? Due { get; init; }
    }

    /// <param name="WhyNot">Why the reader may not record one; null: they may.</param>
    public sealed record View(Meeting Meeting, MeetingLine Line, IReadOnlyList<DecisionLine> Decisions, Form Form, Problems Problems, Refusal? WhyNot);

    public static void Map(IEndpointRouteBuilder app)
    {
        const string decisions = "/meetings/{code}/decisions";
        app.MapGet(decisions, (string code, RecordDecision slice, CancellationToken cancel) => slice.ShowAsync(code, null, new Problems(), cancel));
        app.MapPost(decisions, (string code, IFormCollection form, RecordDecision slice, CancellationToken cancel) => slice.PostAsync(code, form, cancel));
    }

    private Task<IResult> PostAsync(string code, IFormCollection fields, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Office));
        var form = Form.Of(fields, page);
        return Answer.PageAsync(p => form.Read(code, page, p), async c => page.To("decisions/" + (await HandleAsync(c, cancel)).Code), p => ShowAsync(code, form, p, cancel));
    }

    /// <exception cref="NotFoundException">No such meeting.</exception>
    /// <exception cref="RefusedException">The reasons of <see cref="Decision.WhyNotRecord"/>; <c>decision.number-taken</c>.</exception>
    public async Task<Decision> HandleAsync(Command command, CancellationToken cancel)
    {
        var meeting = await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Code == command.Meeting, cancel) ?? throw new NotFoundException("meeting", command.Meeting);
        RefusedException.ThrowIf(Decision.WhyNotRecord(actor, meeting, command.Agenda) ?? await WhyNotNumberAsync(command, cancel));
        var decision = new Decision
        {
            Id = Keys.New(),
            Code = $"{meeting.Code}-D{command.Number.ToString(CultureInfo.InvariantCulture)}",
            Meeting = meeting.Code,
            Number = command.Number,
            Agenda = command.Agenda,
            Text = command.Text,
            Organization = command.Organization,
            Due = command.Due,
        };
        db.Add(decision);
        var resolvedOn = meeting.Ends ?? meeting.Starts;
        db.Act(new Act("decision.recorded", actor, decision.Code) { Touches = [meeting.Code], EffectiveOn = resolvedOn < today.Day ? resolvedOn : null });
        await SaveAsync(command, cancel);
        return decision;
    }

    private async Task SaveAsync(Command command, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) // of two who took one number at once, the second looks again
        {
            RefusedException.ThrowIf(await WhyNotNumberAsync(command, cancel));
            throw;
        }
    }

    private async Task<Refusal?> WhyNotNumberAsync(Command command, CancellationToken cancel) =>
        await db.Decisions.AnyAsync(d => d.Meeting == command.Meeting && d.Number == command.Number, cancel) ? Refusal.Of("decision.number-taken", command.Number) : null;

    private async Task<IResult> ShowAsync(string code, Form? form, Problems problems, CancellationToken cancel)
    {
        if (await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancel) is not { } meeting) return TypedResults.NotFound();
        var decisions = await db.Decisions.AsNoTracking().VisibleTo(actor, db).Where(d => d.Meeting == code).OrderBy(d => d.Number).ToListAsync(cancel);
        var last = await db.Decisions.Where(d => d.Meeting == code).MaxAsync(d => (int?)d.Number, cancel);
        var items = await citing.OfAsync(decisions.ConvertAll(d => d.Code), null, cancel);
        var view = new View(meeting, MeetingLine.Of.Compile()(meeting), [.. decisions.Select(d => new DecisionLine(d, items.Citing(d.Code)))],
            form ?? Form.Next((last ?? 0) + 1), problems, Decision.WhyNotRecord(actor, meeting, null));
        return new RazorComponentResult<DecisionsPage>(new { View = view }) { StatusCode = problems.Any ? 422 : 200 };
    }

    /// <summary>What people typed; a text for each language of the region.</summary>
    public sealed record Form(string? Number, string? Agenda, string? Organization, string? Due)
    {
        public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

        public static Form Next(int number) => new(number.ToString(CultureInfo.InvariantCulture), null, null, null);

        public static Form Of(IFormCollection form, Page page) => new(form[nameof(Number)], form[nameof(Agenda)], form[nameof(Organization)], form[nameof(Due)])
        {
            Texts = page.Languages.ToDictionary(l => l.Code, l => form["Text-" + l.Code].ToString().Trim()),
        };

        public Command? Read(string meeting, Page page, Problems problems)
        {
            var binding = page.Region.Binding;
            problems.Required(Texts[binding], "Text-" + binding);
            if (!ReadNumber.TryRead(Number, out var number) || number.Value < 1 || number.Value % 1 != 0 || number.Value > 999) problems.Add(Refusal.Of("decision.number-unreadable"), nameof(Number));
            var agenda = int.TryParse(Agenda, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : (int?)null;
            var unit = string.IsNullOrEmpty(Organization) ? null : Organization;
            if (unit is not null && !page.Reference.Organizations.ContainsKey(unit)) problems.Add(Refusal.Of("decision.unit-unknown", unit), nameof(Organization));
            var due = ReadDue(page, problems);
            return problems.Any ? null : new(meeting, (int)number.Value, LocalText.Of(binding, Texts.Select(t => (t.Key, t.Value)))) { Agenda = agenda, Organization = unit, Due = due };
        }

        private DateOnly? ReadDue(Page page, Problems problems)
        {
            if (string.IsNullOrWhiteSpace(Due)) return null;
            if (ReadDate.TryRead(Due, page.Language.Tag, page.Today.Day.Year, out var reading)) return reading.Date;
            problems.Add(Refusal.Of("decision.due-unreadable", Due), nameof(Due));
            return null;
        }
    }
}
