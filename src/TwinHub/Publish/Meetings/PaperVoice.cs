using TwinHub.Core;
using TwinHub.Data;
using TwinHub.Language;
using TwinHub.Publish.Documents;

namespace TwinHub.Publish.Meetings;

/// <summary>Speaks one language of the region: sentences of the papers, names of the record. What is not translated stands in the binding language, marked and counted.</summary>
public sealed class PaperVoice
{
    private readonly Reference reference;

    public PaperVoice(RegionLanguage language, Reference reference)
    {
        (Language, this.reference, IsSpoken) = (language, reference, reference.Speaks(language.Code));
        Words = IsSpoken ? reference.WordsIn(language.Code) : Words.Added(language.Code, new Dictionary<string, string>());
    }

    public RegionLanguage Language { get; }
    public Words Words { get; }
    /// <summary>The product has its sentences; otherwise English stands for them.</summary>
    public bool IsSpoken { get; }
    public Forms Forms => Words.Forms;
    /// <summary>Texts of the record that this language lacks, as often as a paper shows one.</summary>
    public int Untranslated { get; private set; }

    /// <summary>BCP 47 tag of a paper: its sentences are English where the product does not speak the language.</summary>
    public string Tag => IsSpoken ? Language.Tag : "en";

    public string this[string code] => Words[code];

    /// <summary>A sentence with its values; <c>code.one</c> where the first is one thing and the language has such a form.</summary>
    public string Say(string code, params ReadOnlySpan<object?> values)
    {
        var one = code + ".one";
        return Words.Say(values.Length > 0 && values[0] is 1 && Words.Has(one) ? one : code, values).Replace("\\n", "\n", StringComparison.Ordinal);
    }

    public string In(LocalText text) => text.In(Language.Code);

    /// <summary>A text of the record as a run that says in which language it is, where that is another than the paper's.</summary>
    public PaperRun Run(LocalText text)
    {
        if (text.IsEmpty || text.Has(Language.Code)) return new(In(text), Language: IsSpoken ? null : Language.Tag);
        Untranslated++;
        return new(In(text), Language: RegionLanguage.Of(reference.Region).FirstOrDefault(l => l.Code == text.Binding)?.Tag);
    }

    public PaperRun Title(ItemFacts item) => Run(item.At.Title);

    public string Party(string code) => In(reference.Party(code).Short);

    public string Mark(string code) => In(reference.Party(code).Mark);

    public string Unit(string code) => In(reference.Unit(code));

    public string Units(IEnumerable<string> codes) => Forms.Join(codes.Select(Unit));

    /// <summary>A unit with the mark of its party.</summary>
    public string Unit(string party, string code) => Say("paper.side-unit", Mark(party), Unit(code));

    public string Theme(string code) => reference.Theme(code) is { } theme ? In(theme.Name) : code;

    public string ShortTheme(string? code) => code is null ? "–" : reference.Theme(code) is { } theme ? In(theme.Short) : code;

    /// <summary>A body's name with the number of the sitting: the Eighth Joint Meeting; 联席会议第八次会议.</summary>
    public string Name(Core.Meetings.Meeting meeting)
    {
        var body = reference.Bodies.FirstOrDefault(b => b.Code == meeting.Body) is { } known ? In(known.Name) : meeting.Body;
        return meeting.Number is { } number ? Say("paper.meeting", body, Ordinal(number)) : body;
    }

    /// <summary>The same where nothing stands before it.</summary>
    public string Heading(Core.Meetings.Meeting meeting) => Name(meeting) is { Length: > 0 } name ? char.ToUpperInvariant(name[0]) + name[1..] : meeting.Code;

    /// <summary>The sitting without its body's name.</summary>
    public string ShortName(Core.Meetings.Meeting meeting) => meeting.Number is { } number ? Say("paper.meeting.short", Ordinal(number)) : Name(meeting);

    /// <summary>A lead or lag in words: 7.5 percentage points behind schedule.</summary>
    public string Against(decimal? lead) => lead is not { } points ? this["paper.lead.unknown"]
        : Math.Round(points, 1) is var rounded && rounded == 0 ? this["paper.lead.none"]
        : Say(rounded < 0 ? "paper.lead.behind" : "paper.lead.ahead", Forms.Number(Math.Abs(rounded), 1));

    public string Percent(decimal? percent) => Forms.Percent(percent);

    public string Percent1(decimal? percent) => Forms.Percent(percent, 1);

    /// <summary>A day as tables show it: without the year where it is the list's.</summary>
    public string Day(DateOnly? day, MeetingFacts facts) => Forms.ShortDay(day, facts.List.Ends.Year);

    private string Ordinal(int number)
    {
        var ordinals = this["paper.ordinals"].Split('|');
        return number >= 1 && number <= ordinals.Length ? ordinals[number - 1] : Say("paper.ordinal", number);
    }
}
