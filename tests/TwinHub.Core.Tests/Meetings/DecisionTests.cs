using TwinHub.Core.Evidence;
using TwinHub.Core.Meetings;
using TwinHub.Core.Regions;
using static TwinHub.Core.Tests.Cast;

namespace TwinHub.Core.Tests.Meetings;

public class DecisionTests
{
    private static Meeting With(Treatment treatment) => new()
    {
        Code = "JM08",
        Body = "joint-meeting",
        Place = LocalText.Empty,
        Chair = LocalText.Empty,
        Theme = LocalText.Empty,
        Note = LocalText.Empty,
        Held = true,
        Agenda = [new() { Order = 1, Title = Zh("清单"), Treatment = treatment, Presenter = LocalText.Empty, Class = Class.Joint }],
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
