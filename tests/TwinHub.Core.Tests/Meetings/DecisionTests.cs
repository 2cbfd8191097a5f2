using TwinHub.Core.Evidence;
using TwinHub.Core.Meetings;
using TwinHub.Core.Regions;
using static TwinHub.Core.Tests.Cast;

namespace TwinHub.Core.Tests.Meetings;

public class DecisionTests
{
    private static Meeting With(Treatment treatment, Class @class = Class.Joint, string? paper = null) => new()
    {
        Host = One,
        Code = "JM08",
        Body = "joint-meeting",
        Place = LocalText.Empty,
        Chair = LocalText.Empty,
        Theme = LocalText.Empty,
        Note = LocalText.Empty,
        Held = true,
        Agenda = [new() { Order = 1, Title = Zh("清单"), Treatment = treatment, Presenter = LocalText.Empty, Class = @class, Paper = paper }],
    };

    [Fact]
    public void Only_what_was_deliberated_or_reviewed_in_writing_can_adopt() =>
        Assert.Equal([Treatment.Deliberated, Treatment.Written], Enum.GetValues<Treatment>().Where(t => Decision.WhyNotRecord(Wang, With(t), 1) is null));

    [Fact]
    public void A_decision_under_another_treatment_or_no_such_agenda_item_is_refused()
    {
        Assert.Equal("decision.agenda-cannot-adopt", Decision.WhyNotRecord(Wang, With(Treatment.Heard), 1)!.Code);
        Assert.Equal("decision.agenda-cannot-adopt", Decision.WhyNotRecord(Wang, With(Treatment.Written), 2)!.Code);
        Assert.Null(Decision.WhyNotRecord(Wang, With(Treatment.Heard), null));
    }

    [Fact]
    public void What_is_decided_under_an_item_internal_to_one_party_does_not_enter_the_joint_record() =>
        Assert.Equal("decision.agenda-internal", Decision.WhyNotRecord(Wang, With(Treatment.Written, Class.Internal), 1)!.Code);

    [Fact]
    public void An_agenda_item_above_joint_is_read_by_the_party_that_holds_it_alone()
    {
        var (open, own) = (With(Treatment.Heard), With(Treatment.Heard, Class.Internal));
        Assert.All([Wang, Li, Chen], reader => Assert.True(open.Shows(open.Agenda[0], reader, null)));
        Assert.Equal([true, false, false], new[] { Wang, Li, Chen }.Select(reader => own.Shows(own.Agenda[0], reader, null)));
    }

    [Fact]
    public void An_agenda_item_above_joint_goes_with_its_paper()
    {
        var own = With(Treatment.Heard, Class.Internal, "P1");
        var paper = new Paper { Code = "P1", Kind = "report", Title = Zh("报告"), Office = LocalText.Empty, Class = Class.Internal, Party = Two };
        Assert.Equal([false, true], new[] { Wang, Li }.Select(reader => own.Shows(own.Agenda[0], reader, reader.Party == Two ? paper : null)));
    }

    [Fact]
    public void Decisions_are_recorded_by_an_office() => Assert.Equal("actor.role", Decision.WhyNotRecord(Qian, With(Treatment.Written), 1)!.Code);

    [Fact]
    public void Nothing_above_the_installations_ceiling_is_held()
    {
        Assert.Equal([null, null, null, "class.above-ceiling"], Enum.GetValues<Class>().Select(c => EvidenceFile.WhyNotHold(c, Class.Internal)?.Code));
        Assert.Equal("class.above-ceiling", EvidenceFile.WhyNotBring(Qian, Class.Internal, Class.Joint)!.Code);
        Assert.Equal("actor.role", EvidenceFile.WhyNotBring(Gu, Class.Public, Class.Joint)!.Code);
        Assert.Null(EvidenceFile.WhyNotBring(Qian, Class.Public, Class.Joint));
    }
}
