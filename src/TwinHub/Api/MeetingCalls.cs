using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>One sitting of a body (会议).</summary>
/// <param name="Body">Code of the body.</param>
/// <param name="Number">Number of the sitting.</param>
/// <param name="Area">Code of the area that it sits in.</param>
/// <param name="Host">Code of the party that hosts it.</param>
/// <param name="Chair">Chair, by office.</param>
/// <param name="Held">False: it is to come.</param>
/// <param name="Certainty">How well what is known of it is known.</param>
/// <param name="Agenda">What the reader may see of it.</param>
/// <param name="Decisions">Codes of the decisions that the reader may see.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record MeetingJson(string Code, string Body, int? Number, DateOnly? Starts, DateOnly? Ends, TextJson? Place, string? Area, string? Mode, string? Host, TextJson? Chair, TextJson? Theme, bool Held, string? Certainty, TextJson? Note,
    IReadOnlyList<ParticipantJson> Participants, IReadOnlyList<AgendaItemJson> Agenda, IReadOnlyList<VisitJson> Visits, IReadOnlyList<string> Decisions, string? Source, bool Sample) : ICoded;

/// <param name="Order">From 1.</param>
/// <param name="Party">Code of the party; null: outside every party.</param>
/// <param name="Organization">Code of the unit.</param>
/// <param name="Office">Office, never a person's name.</param>
/// <param name="Sitting">Takes part in the sitting.</param>
/// <param name="Visit">Takes part in the visit.</param>
public sealed record ParticipantJson(int Order, string? Party, string? Organization, TextJson? Office, string Capacity, bool Sitting, bool Visit);

/// <param name="Order">From 1.</param>
/// <param name="Treatment">Only what is deliberated or reviewed in writing can adopt.</param>
/// <param name="Paper">Code of its paper, where the reader may see it.</param>
/// <param name="Field">Code of the field of the agenda.</param>
public sealed record AgendaItemJson(int Order, TextJson Title, Treatment Treatment, string? Paper, string? Field, TextJson? Presenter, Class Class);

/// <param name="Order">From 1.</param>
/// <param name="Area">Code of the area.</param>
public sealed record VisitJson(int Order, TextJson? Place, string? Area, TextJson? About);

/// <summary>Meetings are every party's to read; of their agendas, what the actor may see.</summary>
internal sealed class MeetingCalls(TwinHubDb db, Actor actor)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/meetings", Operation.List<MeetingJson>("meetings.list", Parameter.Text("body", "JM"), Parameter.Flag("held"), Parameter.Text("host", "north"), Parameter.Day("from", "2024-01-01"), Parameter.Day("to", "2024-12-31")),
            (Call call, MeetingCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/meetings/{code}", Operation.One<MeetingJson>("meetings.get", Parameter.Path("code", "JM1")), (Call call, MeetingCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
    }

    private async Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        IQueryable<Meeting> meetings = db.Meetings;
        if (call.Text("body") is { } body) meetings = meetings.Where(m => m.Body == body);
        if (call.Flag("held") is { } held) meetings = meetings.Where(m => m.Held == held);
        if (call.Text("host") is { } host) meetings = meetings.Where(m => m.Host == host);
        if (call.Day("from") is { } from) meetings = meetings.Where(m => m.Starts >= from);
        if (call.Day("to") is { } to) meetings = meetings.Where(m => m.Starts <= to);
        var found = await AnswerAsync(await call.RowsAsync(meetings, m => m.Code, cancel), cancel);
        return call.Page(found, found.ElementAtOrDefault(call.Limit - 1)?.Code);
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var code = call.Path("code");
        var meeting = await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancel) ?? throw new NotFoundException("meeting", code);
        return call.One((await AnswerAsync([meeting], cancel))[0]);
    }

    private async Task<List<MeetingJson>> AnswerAsync(List<Meeting> meetings, CancellationToken cancel)
    {
        var codes = meetings.ConvertAll(m => m.Code);
        var papers = (await db.Papers.AsNoTracking().VisibleTo(actor).Where(p => codes.Contains(p.Meeting!)).ToListAsync(cancel)).ToDictionary(p => p.Code);
        var decisions = (await db.Decisions.AsNoTracking().VisibleTo(actor, db).Where(d => codes.Contains(d.Meeting)).OrderBy(d => d.Number).Select(d => new { d.Meeting, d.Code }).ToListAsync(cancel)).ToLookup(d => d.Meeting, d => d.Code);
        return meetings.ConvertAll(m => Of(m, papers, decisions[m.Code]));
    }

    private MeetingJson Of(Meeting m, Dictionary<string, Paper> papers, IEnumerable<string> decisions)
    {
        Paper? PaperOf(AgendaItem item) => item.Paper is { } code ? papers.GetValueOrDefault(code) : null;
        return new(m.Code, m.Body, m.Number, m.Starts, m.Ends, TextJson.Of(m.Place), m.Area, m.Mode, m.Host, TextJson.Of(m.Chair), TextJson.Of(m.Theme), m.Held, m.Certainty, TextJson.Of(m.Note),
            [.. m.Participants.OrderBy(p => p.Order).Select(p => new ParticipantJson(p.Order, p.Party, p.Organization, TextJson.Of(p.Office), p.Capacity, p.Sitting, p.Visit))],
            [.. m.Agenda.OrderBy(a => a.Order).Where(a => m.Shows(a, actor, PaperOf(a))).Select(a => new AgendaItemJson(a.Order, TextJson.Some(a.Title), a.Treatment, PaperOf(a)?.Code, a.Field, TextJson.Of(a.Presenter), a.Class))],
            [.. m.Visits.OrderBy(v => v.Order).Select(v => new VisitJson(v.Order, TextJson.Of(v.Place), v.Area, TextJson.Of(v.About)))], [.. decisions], m.Source, m.Sample);
    }
}
