using System.Linq.Expressions;
using TwinHub.Core;
using TwinHub.Core.Meetings;
using TwinHub.Web;

namespace TwinHub.Deliver.Meetings;

/// <summary>One meeting as lists and series name it.</summary>
public sealed record MeetingLine(string Code, string Body, int? Number, DateOnly? Starts, DateOnly? Ends, bool Held)
{
    public LocalText Place { get; init; } = LocalText.Empty;
    public string? Certainty { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }

    public static readonly Expression<Func<Meeting, MeetingLine>> Of = m => new(m.Code, m.Body, m.Number, m.Starts, m.Ends, m.Held)
    { Place = m.Place, Certainty = m.Certainty, Source = m.Source, Sample = m.Sample };

    /// <summary>Meetings of one body in the order in which they sat; one without a day stands after the one numbered before it.</summary>
    public static IReadOnlyList<MeetingLine> InOrder(IReadOnlyList<MeetingLine> meetings)
    {
        DateOnly Day(MeetingLine m) => m.Starts ?? meetings.Where(o => o.Number <= m.Number).Max(o => o.Starts) ?? DateOnly.MinValue;
        return [.. meetings.OrderBy(Day).ThenBy(m => m.Number ?? 0).ThenBy(m => m.Code, StringComparer.Ordinal)];
    }
}

/// <summary>How pages name meetings.</summary>
internal static class MeetingNames
{
    /// <summary>第八次会议; eighth meeting. Without a number: its code.</summary>
    public static string Nth(this Page page, int? number, string code)
    {
        var ordinals = page["meetings.ordinals"].Split('|');
        return number is not { } n ? code : n <= ordinals.Length ? page.Say("meetings.nth", ordinals[n - 1]) : page.Say("meetings.nth.number", n);
    }

    public static string Nth(this Page page, MeetingLine meeting) => page.Nth(meeting.Number, meeting.Code);

    /// <summary>The same at the beginning of a sentence.</summary>
    public static string NthFirst(this Page page, MeetingLine meeting) => page.Nth(meeting) is var name ? char.ToUpperInvariant(name[0]) + name[1..] : "";

    public static string BodyName(this Page page, string body) => page.Reference.Bodies.FirstOrDefault(b => b.Code == body) is { } known ? page.In(known.Name) : body;

    /// <summary>Day or days of a sitting; – where they are not known.</summary>
    public static string Days(this Page page, DateOnly? starts, DateOnly? ends) =>
        starts is not { } from ? "–" : ends is { } to && to != from ? page.Say("meetings.days", from, to) : page.Forms.Day(from);

    /// <summary>in 58 days, today, 3 days ago.</summary>
    public static string DaysTo(this Page page, DateOnly day) => (day.DayNumber - page.Today.Day.DayNumber) switch
    {
        0 => page["meetings.today"],
        > 0 and var days => page.Say("meetings.in-days", days),
        var days => page.Say("meetings.days-ago", -days),
    };
}
