using System.Collections.Concurrent;
using CsCheck;

namespace TwinHub.Core.Tests.Lists;

/// <summary>Random acts by random accounts: nothing is lost, and nothing moves that not every party approved.</summary>
public class ConservationTests
{
    /// <summary>Acts on which others wait come more often, so that a run gets somewhere.</summary>
    private static readonly Act[] Acts = [.. Enum.GetValues<Act>(), .. Enumerable.Repeat(Act.TurnEveryKey, 8), Act.TurnKey, Act.TurnKey, Act.TakeBack, Act.TakeBack, Act.Record, Act.EditDraft, Act.Circulate, Act.TwoRows, Act.Add, Act.Close, Act.Close, Act.Carry];

    private static readonly Gen<Step[]> Steps =
        Gen.Select(Gen.OneOfConst(Acts), Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99]).Select((act, who, which, what) => new Step(act, who, which, what)).Array[20, 80];

    /// <summary>Most records begin with an adopted list; some with nothing.</summary>
    private static readonly Step[] Begun =
        [new(Act.Draft, 0, 0, 1), new(Act.Draft, 0, 0, 2), new(Act.Draft, 4, 0, 3), new(Act.Adopt, 1, 0, 0), new(Act.TurnEveryKey, 0, 0, 0)];

    [Fact]
    public void Adopted_and_added_are_open_completed_carried_and_dropped_after_every_act()
    {
        var happened = new ConcurrentDictionary<Act, int>();
        Gen.Select(Gen.Int[2, 4], Steps, Gen.Int[0, 4]).Sample((parties, steps, begin) =>
        {
            var (record, before) = (new RandomRecord(parties), "");
            foreach (var step in begin > 0 ? [.. Begun, .. steps] : steps)
            {
                var done = record.Try(step);
                var after = record.Snapshot();
                Assert.True(done || before.Length == 0 || before == after, $"{step.Act} was refused and changed the record.");
                if (done) happened.AddOrUpdate(step.Act, 1, (_, n) => n + 1);
                record.AssertHolds();
                before = after;
            }
        }, iter: 150);
        Assert.Equal(Enum.GetValues<Act>().Order(), happened.Keys.Order()); // each act came about, so that the law was tried by each
    }
}
