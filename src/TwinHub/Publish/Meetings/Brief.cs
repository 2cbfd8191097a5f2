using TwinHub.Publish.Documents;
using static TwinHub.Publish.Meetings.PaperFront;

namespace TwinHub.Publish.Meetings;

/// <summary>One page for the leaders: where the list stands, what the forecast says, what to decide. Internal working material; the only paper with a forecast in it.</summary>
internal sealed class Brief(MeetingFacts facts, PaperVoice voice)
{
    public PaperDocument Write()
    {
        var outlook = facts.Outlook;
        return new(voice.Tag, voice.Say("brief.title", voice.ShortName(facts.Meeting), outlook.Forecast, outlook.Forecast - outlook.OnTimeLikely, facts.ToDecide.Count))
        {
            IsCompact = true,
            HandlingMark = voice["brief.handling"],
            AsOf = voice.Say("paper.as-of", facts.Day, facts.Revision),
            SampleNote = facts.Sample ? voice["brief.sample"] : null,
            SampleTag = voice["sample"],
            Footer = Footer(facts, voice),
            Blocks = [.. Position(), .. Outlook(outlook), .. Decide(), .. Meeting()],
        };
    }

    private IEnumerable<PaperBlock> Position()
    {
        var balance = facts.Balance;
        yield return new PaperHeading(1, voice["brief.position"]);
        yield return new PaperParagraph(voice.Say("brief.balance", balance.Adopted, balance.Added, balance.Total, balance.Completed, balance.Carried, balance.Dropped, balance.Open)
            + voice[balance.Holds ? "paper.balanced" : "paper.unbalanced"] + voice.Say("brief.facts", facts.Count(FactState.DuePassed), facts.BehindFrom, facts.Count(FactState.Behind), facts.Unanswered.Count, facts.ReportsDue - facts.ReportsReleased));
    }

    private IEnumerable<PaperBlock> Outlook(OutlookFacts outlook)
    {
        yield return new PaperHeading(1, voice["brief.outlook"]);
        yield return new PaperParagraph(outlook.Forecast == 0 ? voice["brief.outlook.none"] : voice.Say("brief.outlook.text",
            outlook.Forecast, outlook.OnTimeLikely, outlook.OnTimeSure, facts.List.Ends, outlook.DoneLikely, outlook.DoneSure, outlook.Estimated));
    }

    private IEnumerable<PaperBlock> Decide()
    {
        yield return new PaperHeading(1, voice["brief.decide"]);
        if (facts.ToDecide.Count == 0)
        {
            yield return new PaperParagraph(voice["brief.decide.none"]);
            yield break;
        }

        yield return new PaperTable([Code(3.1), Text(3.4), Text(6.7), Text(3.2), Number(2.6), Number(2.7)],
            [Head(new List<string> { "code", "item", "ask", "mover", "on-time", "delay" }.Select(c => voice["paper.column." + c]))], [.. facts.ToDecide.Select(Row)]);
        yield return new PaperNote(voice["brief.decide.note"]);
    }

    private PaperRow Row(Matter matter) => PaperFront.Row(matter.Item.At.Code, voice.Title(matter.Item), matter.Asks.Select(a => voice.Run(a.Report.Asks).Text).Aggregate((one, next) => voice.Say("brief.two", one, next)),
        voice.Unit(matter.Mover.Party, matter.Mover.Leads[0]), Chance(matter.Item.At.Outlook?.OnTime), matter.Item.At.Outlook is { } outlook ? voice.Forms.Number((decimal)Math.Round(outlook.ExpectedDelayDays)) : "–");

    /// <summary>Whole percents; never a certainty that a simulation cannot give.</summary>
    private string Chance(double? share) => share switch
    {
        null => "–",
        < 0.01 => voice["brief.chance.low"],
        > 0.99 => voice["brief.chance.high"],
        { } s => voice.Percent(Math.Round((decimal)s * 100)),
    };

    private IEnumerable<PaperBlock> Meeting()
    {
        yield return new PaperHeading(1, voice["brief.meeting"]);
        var (meeting, place) = (facts.Meeting, facts.Meeting.Place.IsEmpty ? voice["brief.place.none"] : voice.Say("brief.place", facts.Meeting.Place));
        yield return new PaperParagraph((meeting.Starts is { } day ? voice.Say("brief.meeting.on", voice.Name(meeting), day, place) : voice.Say("brief.meeting.unset", voice.Name(meeting), place))
            + voice.Say("brief.meeting.papers", facts.Carried.Count, facts.Unanswered.Count));
    }
}
