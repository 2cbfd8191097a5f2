using CsCheck;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using static TwinHub.Core.Tests.Cast;
using static TwinHub.Core.Tests.Scene;

namespace TwinHub.Core.Tests.Lists;

public class ListKindTests
{
    [Theory]
    [InlineData(ColumnType.Number, "-12.5", null)]
    [InlineData(ColumnType.Number, "1,200", "value.number")]
    [InlineData(ColumnType.Number, "twelve", "value.number")]
    [InlineData(ColumnType.Percent, "100", null)]
    [InlineData(ColumnType.Percent, "100.1", "value.percent")]
    [InlineData(ColumnType.Percent, "-1", "value.percent")]
    [InlineData(ColumnType.Day, "2023-12-31", null)]
    [InlineData(ColumnType.Day, "31.12.2023", "value.day")]
    [InlineData(ColumnType.Text, "Mianyang", null)]
    [InlineData(ColumnType.Text, " ", "value.empty")]
    public void A_value_is_written_as_its_column_says(ColumnType type, string value, string? code) => Assert.Equal(code, Column("c", type).WhyNot(value)?.Code);

    [Fact]
    public void Values_written_are_the_values_read() =>
        Gen.Dictionary(Gen.String[Gen.Char['a', 'z'], 1, 8], Gen.String[Gen.OneOf(Gen.Char, Gen.OneOfConst('\n', '\t', '\r', '\\', '=')), 1, 12])[0, 6].Sample(values =>
        {
            var read = ItemValues.Read(ItemValues.Write(values.Select(v => (v.Key, v.Value))))!;
            Assert.Equal(values.OrderBy(v => v.Key, StringComparer.Ordinal), read.OrderBy(v => v.Key, StringComparer.Ordinal));
        });

    [Theory]
    [InlineData("no sign")]
    [InlineData("b=1\na=2")]
    [InlineData("a=1\na=2")]
    public void What_is_not_as_values_are_written_is_not_read(string text) => Assert.Null(ItemValues.Read(text));

    [Fact]
    public void A_list_keeps_its_columns_when_its_kind_gets_others()
    {
        var kind = Kind();
        var list = new Scene().List;
        list.Begin(kind);
        kind.Add(Column("late", ColumnType.Text));
        Assert.Equal(["total", "place"], list.Columns.Select(c => c.Code));
    }

    [Fact]
    public void An_item_without_a_value_that_the_list_needs_is_not_adopted()
    {
        var scene = new Scene();
        scene.List.Begin(Kind());
        var item = scene.Draft();
        Assert.Equal("value.missing", scene.WhyNot(scene.Row(RowKind.Adopt, item))!.Code);
    }

    [Fact]
    public void Values_of_an_adopted_item_change_by_every_key_and_make_a_revision()
    {
        var scene = new Scene();
        scene.Draft();
        scene.Approve(scene.Propose(Wang, scene.Rows(RowKind.Adopt, [.. scene.List.Items])));
        scene.List.Begin(Kind());
        var item = scene.Item();
        Assert.Equal("value.column", scene.WhyNot(scene.Row(RowKind.Revalue, item, "other=1"))!.Code);
        Assert.Equal("value.number", scene.WhyNot(scene.Row(RowKind.Revalue, item, "total=much"))!.Code);
        Assert.Equal("value.form", scene.WhyNot(scene.Row(RowKind.Revalue, item, "total"))!.Code);
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Revalue, item, "total=12.5")));
        var revisions = scene.List.Revisions.OrderBy(r => r.Number).ToList();
        Assert.Equal(("total=12.5", "total=12.5", ""), (item.Values, revisions[1].Rows[0].Values, revisions[0].Rows[0].Values));
        Assert.Equal(Difference.Revalued, Assert.Single(Comparison.Of(revisions[0], revisions[1])).Difference);
        Assert.Equal("change.row-unchanged", scene.WhyNot(scene.Row(RowKind.Revalue, item, "total=12.5"))!.Code);
    }

    [Fact]
    public void A_carried_item_keeps_the_values_that_the_next_list_has_columns_for()
    {
        var scene = new Scene();
        scene.List.Begin(Kind());
        scene.Next.Begin(Kind(Column("total", ColumnType.Number)));
        var item = new Item(Guid.NewGuid(), scene.List.Id, "2023H2-001", new("t", Zh("题"), Zh("范围"), scene.List.Ends) { Values = "place=x\ntotal=3" });
        foreach (var party in scene.List.Parties) item.Add(Lead(party.Party, party.Party + "-roads"));
        scene.List.Add(item);
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Adopt, item)));
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Carry, item)));
        Assert.Equal("total=3", Assert.Single(scene.Next.Items).Values);
    }

    [Fact]
    public void The_frozen_text_of_a_list_without_typed_columns_has_no_place_for_values()
    {
        var scene = Adopted(1);
        Assert.Equal(7, scene.List.Adopted!.Rows[0].Text().Split('\t').Length);
    }

    private static TypedColumn Column(string code, ColumnType type, bool required = false) =>
        new() { Code = code, Order = 1, Name = Zh(code), Unit = LocalText.Empty, Type = type, Required = required };

    private static ListKind Kind(params TypedColumn[] columns)
    {
        var kind = new ListKind { Code = "projects", Order = 1, Name = Zh("年度项目"), Note = LocalText.Empty };
        foreach (var column in columns.Length > 0 ? columns : [Column("total", ColumnType.Number, required: true), Column("place", ColumnType.Text)]) kind.Add(column);
        return kind;
    }
}
