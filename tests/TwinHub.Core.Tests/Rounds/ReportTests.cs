using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using static TwinHub.Core.Tests.Cast;
using static TwinHub.Core.Tests.Scene;

namespace TwinHub.Core.Tests.Rounds;

public class ReportTests
{
    private static readonly ReportText Said = new(40, Zh("路基完成"), LocalText.Empty, LocalText.Empty) { Submit = true };
    private static readonly ReportText Phoned = Said with { CameBy = CameBy.Phone };

    private static Report Empty() => new(Guid.NewGuid(), new(Guid.NewGuid(), Guid.NewGuid(), "one-roads", One), 1);

    private static Report In(ReportState state)
    {
        var report = Empty();
        if (state == ReportState.Draft) return report;
        report.Write(Qian, Said, Today);
        if (state == ReportState.Submitted) return report;
        if (state == ReportState.Returned) report.Return(Wang, Zh("请补充"));
        else report.Confirm(Feng);
        if (state == ReportState.Released) report.Release(Wang, Today);
        return report;
    }

    [Fact]
    public void A_report_goes_from_its_drafter_by_another_account_of_the_unit_to_its_own_office()
    {
        var report = Empty();
        report.Write(Qian, Said with { Submit = false }, Today);
        Assert.Equal((ReportState.Draft, null), (report.State, report.SubmittedOn));
        report.Write(Qian, Said, Today);
        Assert.Equal((ReportState.Submitted, Today, 40m), (report.State, report.SubmittedOn, report.Percent));
        report.Confirm(Feng);
        Assert.Equal((ReportState.Confirmed, Feng.Account), (report.State, report.ConfirmedBy));
        Assert.False(report.IsReleased);
        report.Release(Wang, Today);
        Assert.Equal((true, Today, 4), (report.IsReleased, report.ReleasedOn, report.Version));
    }

    [Fact]
    public void Another_party_never_writes_confirms_returns_or_releases()
    {
        var foreign = Li with { Organization = "one-roads", Roles = (Roles)127 };
        foreach (var report in Enum.GetValues<ReportState>().Select(In))
        {
            Refusal?[] refusals = [report.WhyNotWrite(foreign, false), report.WhyNotWrite(foreign, true), report.WhyNotConfirm(foreign), report.WhyNotReturn(foreign), report.WhyNotRelease(foreign)];
            Assert.All(refusals, refusal => Assert.Equal(Refusal.Of("actor.other-party", One), refusal));
        }
    }

    [Fact]
    public void Another_unit_never_writes_or_confirms()
    {
        Assert.Equal("report.other-unit", Refused(() => Empty().Write(Jiang, Said, Today)));
        Assert.Equal("report.other-unit", Refused(() => In(ReportState.Submitted).Confirm(Jiang)));
        Assert.Equal("actor.role", Refused(() => Empty().Write(Jiang, Phoned, Today)));
    }

    [Fact]
    public void Who_wrote_it_does_not_confirm_it()
    {
        var report = Empty();
        report.Write(Feng, Said, Today);
        Assert.Equal("report.own", Refused(() => report.Confirm(Feng)));
    }

    [Fact]
    public void Each_step_asks_for_its_role()
    {
        Assert.Equal("actor.role", Empty().WhyNotWrite(Gu with { Organization = "one-roads" }, false)!.Code);
        Assert.Equal("actor.role", In(ReportState.Submitted).WhyNotConfirm(Qian with { Account = Guid.NewGuid() })!.Code);
        Assert.Equal("actor.role", In(ReportState.Confirmed).WhyNotRelease(Feng)!.Code);
        Assert.Equal("actor.role", In(ReportState.Confirmed).WhyNotReturn(Feng)!.Code);
    }

    [Theory]
    [InlineData(ReportState.Draft, "write")]
    [InlineData(ReportState.Submitted, "write confirm return")]
    [InlineData(ReportState.Confirmed, "return release")]
    [InlineData(ReportState.Returned, "revise")]
    [InlineData(ReportState.Released, "revise")]
    public void Each_state_allows_its_acts_and_no_other(ReportState state, string acts)
    {
        var allowed = new List<string>();
        if (In(state).WhyNotWrite(Qian, false) is not { Code: "report.state" }) allowed.Add("write");
        if (In(state).WhyNotConfirm(Feng) is not { Code: "report.state" }) allowed.Add("confirm");
        if (In(state).WhyNotReturn(Wang) is not { Code: "report.state" }) allowed.Add("return");
        if (In(state).WhyNotRelease(Wang) is not { Code: "report.state" }) allowed.Add("release");
        if (Record.Exception(() => In(state).Revise(Guid.NewGuid(), Guid.NewGuid)) is null) allowed.Add("revise");
        Assert.Equal(acts, string.Join(' ', allowed));
    }

    [Fact]
    public void A_returned_report_stays_as_a_version_and_the_next_begins_from_it()
    {
        var returned = In(ReportState.Submitted);
        Assert.Equal("report.return-reason", Refused(() => returned.Return(Wang, LocalText.Empty)));
        returned.Return(Wang, Zh("请补充"));
        var next = returned.Revise(Guid.NewGuid(), Guid.NewGuid);
        next.Write(Qian, Said with { Percent = 45, Text = Zh("路基完成，桥梁过半") }, Today);

        Assert.Equal((ReportState.Returned, true, 1, 40m, "路基完成", "请补充"), (returned.State, returned.Superseded, returned.Number, returned.Percent, returned.Text.In("zh"), returned.ReturnReason.In("zh")));
        Assert.Equal((ReportState.Submitted, false, 2, 45m), (next.State, next.Superseded, next.Number, next.Percent));
        Assert.Equal((returned.RoundId, returned.ItemId, "one-roads", One), (next.RoundId, next.ItemId, next.Organization, next.Party));
        Assert.Equal("report.state", Refused(() => returned.Revise(Guid.NewGuid(), Guid.NewGuid)));
    }

    [Fact]
    public void The_office_enters_what_came_by_phone_letter_chat_or_file_and_releases_it_without_the_unit()
    {
        foreach (var way in new[] { CameBy.Phone, CameBy.Letter, CameBy.Chat, CameBy.File })
        {
            var report = Empty();
            report.Write(Wang, Said with { CameBy = way }, Today);
            report.Release(Wang, Today);
            Assert.Equal((ReportState.Released, way, Wang.Account, null), (report.State, report.CameBy, report.WrittenBy, report.ConfirmedBy));
        }
    }

    [Fact]
    public void The_office_does_not_speak_as_the_unit_and_the_unit_not_as_the_office()
    {
        Assert.Equal("report.other-unit", Refused(() => Empty().Write(Wang, Said, Today)));
        Assert.Equal("actor.role", Refused(() => Empty().Write(Qian, Phoned, Today)));
        Assert.Equal("report.state", In(ReportState.Submitted).WhyNotRelease(Wang)!.Code);
    }

    [Fact]
    public void The_office_does_not_write_over_what_the_unit_submitted()
    {
        var report = In(ReportState.Submitted);
        Assert.Equal("report.state", Refused(() => report.Write(Wang, Phoned with { Percent = 90 }, Today)));
        Assert.Equal(40, report.Percent);
    }

    [Fact]
    public void The_unit_may_put_its_own_words_in_place_of_what_its_office_entered()
    {
        var report = Empty();
        report.Write(Wang, Phoned, Today);
        report.Write(Qian, Said, Today);
        Assert.Equal("report.state", report.WhyNotRelease(Wang)!.Code); // the unit's own report waits for its confirmer
        report.Confirm(Feng);
        Assert.Null(report.WhyNotRelease(Wang));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(100.1)]
    public void A_percent_is_from_0_to_100(double percent) => Assert.Equal("report.percent", Refused(() => Empty().Write(Qian, Said with { Percent = (decimal)percent }, Today)));

    [Fact]
    public void A_report_may_give_no_percent()
    {
        var report = Empty();
        report.Write(Qian, Said with { Percent = null }, Today);
        Assert.Null(report.Percent);
    }

    [Fact]
    public void A_report_says_of_each_milestone_once()
    {
        var step = Guid.NewGuid();
        Assert.Equal("report.milestone-twice", Refused(() => Empty().Write(Qian, Said with { Dates = [Date(step), Date(step)] }, Today)));
    }

    [Fact]
    public void A_report_written_again_keeps_the_rows_of_its_dates_and_takes_their_new_days()
    {
        var (first, second, third) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var report = Empty();
        report.Write(Qian, Said with { Dates = [Date(first, 1), Date(second, 2)] }, Today);
        var row = report.Dates[1];
        report.Write(Qian, Said with { Dates = [Date(third, 3), Date(second, 9)] }, Today);
        Assert.Equal([(second, Today.AddDays(9)), (third, Today.AddDays(3))], report.Dates.Select(d => (d.Milestone, d.Likely!.Value)));
        Assert.Same(row, report.Dates[0]);
    }

    [Fact]
    public void The_next_version_has_date_rows_of_its_own()
    {
        var report = Empty();
        report.Write(Qian, Said with { Dates = [Date(Guid.NewGuid(), 1)] }, Today);
        report.Return(Wang, Zh("请补充"));
        var next = report.Revise(Guid.NewGuid(), Guid.NewGuid);
        Assert.NotEqual(report.Dates[0].Id, next.Dates[0].Id);
        Assert.Equal((report.Dates[0].Milestone, report.Dates[0].Likely), (next.Dates[0].Milestone, next.Dates[0].Likely));
    }

    [Fact]
    public void A_report_from_before_the_record_is_founded_as_it_was()
    {
        var report = Empty();
        report.Found(Said with { Sample = true }, ReportState.Released, (Today, Today.AddDays(1)));
        Assert.Equal((true, Today, Today.AddDays(1), true), (report.IsReleased, report.SubmittedOn, report.ReleasedOn, report.Sample));
    }

    private static ReportDate Date(Guid milestone, int days = 0) => new() { Id = Guid.NewGuid(), Milestone = milestone, Likely = Today.AddDays(days) };
}
