using Microsoft.EntityFrameworkCore;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Meetings;

public sealed class RecordDecisionTests
{
    private const string Decisions = "meetings/JM1/decisions";

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_office_records_a_decision_and_every_party_sees_it(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var north = await site.SignInAsync("north-office");
        using var answer = await north.PostAsync(Decisions, Filled(agenda: "1"));
        var page = await north.FollowAsync(answer);
        Assert.Equal("The ring is closed by autumn.", page.QuerySelector("h1")!.TextContent);
        using var east = await site.SignInAsync("east-office", "fr");
        Assert.Contains("La boucle est fermée en automne.", (await east.PageAsync("decisions/JM1-D2")).Body!.TextContent, StringComparison.Ordinal);
        var made = await site.Record.ReadAsync(db => db.Decisions.AsNoTracking().SingleAsync(d => d.Code == "JM1-D2"));
        Assert.Equal((1, "N-TRA", new DateOnly(2024, 9, 30)), (made.Agenda, made.Organization, made.Due));
    }

    [Fact]
    public async Task A_decision_is_a_joint_act_of_the_day_of_the_meeting()
    {
        await using var site = await TestSite.StartAsync();
        using var north = await site.SignInAsync("north-office");
        using var answer = await north.PostAsync(Decisions, Filled());
        Assert.Equal("/en/decisions/JM1-D2", answer.Headers.Location!.OriginalString);
        var entry = await site.Record.ReadAsync(db => db.Journal.AsNoTracking().OrderByDescending(e => e.Index).FirstAsync());
        Assert.Equal(("decision.recorded", "JM1-D2", null, new DateOnly(2024, 1, 17)), (entry.Act, entry.Subject, entry.Audience, entry.EffectiveOn));
    }

    [Fact]
    public async Task A_unit_may_not_record_one_and_sees_why()
    {
        await using var site = await TestSite.StartAsync();
        using var unit = await site.SignInAsync("north-transport");
        var page = await unit.PageAsync(Decisions);
        Assert.True(page.QuerySelector("#record ~ * button, section button[disabled]") is not null);
        Assert.Contains("The role of this account may not do this", page.Body!.TextContent, StringComparison.Ordinal);
        using var answer = await unit.PostAsync(Decisions, Filled(), formAt: "account");
        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Equal(1, await site.Record.ReadAsync(db => db.Decisions.CountAsync()));
    }

    [Theory]
    [InlineData("2", "2", "2024-09-30", "neither deliberated nor reviewed in writing")]
    [InlineData("1", "", "2024-09-30", "Number 1 is taken")]
    [InlineData("soon", "", "2024-09-30", "whole one from 1 to 999")]
    [InlineData("2", "", "30 February", "is not a date")]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept(string number, string agenda, string due, string why)
    {
        await using var site = await TestSite.StartAsync();
        using var north = await site.SignInAsync("north-office");
        using var answer = await north.PostAsync(Decisions, Filled(number, agenda, due));
        var page = await Visitor.ReadAsync(answer, 422);
        Assert.Contains(why, page.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("The ring is closed by autumn.", page.QuerySelector("#Text-en")!.TextContent);
        Assert.Equal(due, page.QuerySelector("#Due")!.GetAttribute("value"));
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_binding_text_is_needed_and_a_translation_may_follow()
    {
        await using var site = await TestSite.StartAsync();
        using var north = await site.SignInAsync("north-office");
        var fields = Filled();
        fields["Text-de"] = fields["Text-fr"] = "";
        using var answer = await north.PostAsync(Decisions, fields);
        await north.FollowAsync(answer);
        north.Language = "de";
        var page = await north.PageAsync("decisions/JM1-D2");
        Assert.Equal("en", page.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Equal(2, page.QuerySelectorAll("dd .st.n").Length);
        fields["Text-en"] = "";
        using var again = await north.PostAsync(Decisions, fields);
        Assert.Equal(422, (int)again.StatusCode);
    }

    private static Dictionary<string, string> Filled(string number = "2", string agenda = "", string due = "30 September 2024") => new()
    {
        ["Number"] = number,
        ["Agenda"] = agenda,
        ["Text-en"] = "The ring is closed by autumn.",
        ["Text-de"] = "Der Ring wird bis zum Herbst geschlossen.",
        ["Text-fr"] = "La boucle est fermée en automne.",
        ["Organization"] = "N-TRA",
        ["Due"] = due,
    };
}
