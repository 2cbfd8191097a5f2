using CsCheck;
using TwinHub.Core.Changes;
using TwinHub.Core.Lists;
using static TwinHub.Core.Tests.Cast;
using static TwinHub.Core.Tests.Scene;

namespace TwinHub.Core.Tests.Changes;

/// <summary>The frozen text, and the written forms in it.</summary>
public class TextTests
{
    private static readonly Gen<string> Code = Gen.Char["abcxyz0189-.\u4e00"].Array[1, 8].Select(c => new string(c));
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 20_000].Select(new DateOnly(1990, 1, 1).AddDays);

    [Fact]
    public void The_text_names_list_ground_document_reason_and_every_row()
    {
        var scene = Adopted();
        var change = scene.Propose(Said(Wang, scene.Row(RowKind.Redate, scene.Item(), "2023-11-30")) with { Ground = "JM08-3", Document = "D1" });
        Assert.Equal("""
            TwinHub change request 1
            list	2023H2
            ground	JM08-3
            document	D1
            reason	调整
            row	2023H2-001	Redate	2023-12-31	2023-11-30	因汛期

            """.ReplaceLineEndings("\n"), change.Text("2023H2"));
        Assert.Equal(64, change.TextSha256.Length);
    }

    [Fact]
    public void Any_other_word_in_the_text_is_another_text()
    {
        var scene = Adopted();
        ChangeRow Row(string due = "2023-11-30", string reason = "因汛期") => scene.Row(RowKind.Redate, scene.Item(), due, reason);
        string Digest(Proposal proposal) => scene.Propose(proposal).TextSha256;
        var said = Said(Wang, Row());
        string[] digests =
        [
            Digest(said), Digest(Said(Wang, Row(due: "2023-11-29"))), Digest(Said(Wang, Row(reason: "因征地"))), Digest(said with { Ground = "JM08-3" }),
            Digest(said with { Document = "JM08-3" }), Digest(said with { Reason = Zh("调\n整") }), Digest(said with { Reason = Zh("调 整") }), Digest(said with { Reason = Zh("调\\n整") }),
        ];
        Assert.Equal(digests.Length, digests.Distinct().Count());
        Assert.Equal(digests[0], Digest(Said(Li, Row())));
    }

    [Fact]
    public void A_line_of_a_frozen_text_keeps_what_was_typed_and_stays_one_line() => Gen.String["a\\tn\t\n\r"].Array[2].Sample(texts =>
    {
        var rows = texts.Select(t => new ChangeRow { Id = Guid.Empty, Order = 1, Item = "i", Kind = RowKind.Rescope, Old = "", New = t, Reason = LocalText.Empty }.Text()).ToList();
        return rows.TrueForAll(r => !r.Contains('\n') && !r.Contains('\r') && r.Count(c => c == '\t') == 5) && (texts[0] == texts[1]) == (rows[0] == rows[1]);
    }, iter: 2_000);

    [Fact]
    public void Two_rows_of_one_order_make_no_text()
    {
        var scene = Adopted();
        var rows = scene.Rows(RowKind.Complete, scene.Item(0), scene.Item(1));
        Assert.Throws<ArgumentException>(() => scene.Propose(new Proposal(Wang, Noon, Zh("销号"), rows)));
    }

    [Fact]
    public void A_date_is_read_as_it_was_written() => Day.Sample(day => Rows.ReadDate(Rows.WriteDate(day)) == day);

    [Fact]
    public void Leads_are_read_as_they_were_written()
    {
        var sides = Gen.Select(Code.List[1, 4].Select(l => l.Distinct().ToList()), Code.List[0, 4].List[4]);
        sides.Sample((parties, units) =>
        {
            List<ListParty> order = [.. parties.Select((p, i) => new ListParty { Party = p, Order = i + 1 })];
            var leads = parties.SelectMany((p, i) => units[i].Select((u, n) => Lead(p, u, n + 1))).ToList();
            var text = Rows.WriteLeads(Enumerable.Reverse(leads).ToList(), order);
            var read = Rows.ReadLeads(text, Guid.NewGuid);
            Assert.Equal(leads.Select(u => (u.Party, u.Organization, u.Order, u.Lead)), read.Select(u => (u.Party, u.Organization, u.Order, u.Lead)));
            Assert.Equal(text, Rows.WriteLeads(read, order));
        });
    }

    [Fact]
    public void Baselines_are_read_as_they_were_written() => Gen.Select(Code, Day).List[0, 6].Select(l => l.DistinctBy(b => b.Item1).ToList()).Sample(baselines =>
    {
        var read = Rows.ReadBaselines(Rows.WriteBaselines(baselines.Select(b => (b.Item1, b.Item2))));
        Assert.Equal(baselines.OrderBy(b => b.Item1, StringComparer.Ordinal), read!.Select(b => (b.Milestone, b.Baseline)));
    });

    [Theory]
    [InlineData("M2=2023-09-01;M1=2023-09-01")]
    [InlineData("M1=2023-09-01;M1=2023-09-02")]
    [InlineData("M1=2023-9-1")]
    [InlineData("M1")]
    [InlineData("M1=2023-09-01;")]
    public void Baselines_written_otherwise_are_not_read(string text) => Assert.Null(Rows.ReadBaselines(text));
}
