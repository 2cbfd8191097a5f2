using System.Globalization;
using CsCheck;

namespace TwinHub.Scheduling.Tests;

public class PhiloxTests
{
    [Theory]
    [InlineData(0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void Words_are_the_known_answers(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, string words) => Assert.Equal(words, Hex(Philox.Words((c0, c1, c2, c3), (k0, k1))));

    [Fact]
    [Trait("shared", "testdata")]
    public void Words_are_the_known_answers_of_the_authors()
    {
        var rows = SharedData.Text("rng/kat_philox_threefry.txt").Split('\n').Where(l => l.StartsWith("philox4x32 10", StringComparison.Ordinal)).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        Assert.Equal(3, rows.Length);
        foreach (var row in rows)
        {
            var n = row[2..8].Select(w => uint.Parse(w, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(string.Join(' ', row[8..]), Hex(Philox.Words((n[0], n[1], n[2], n[3]), (n[4], n[5]))));
        }
    }

    [Fact]
    public void A_block_of_uniforms_is_the_definition_trial_by_trial() =>
        Gen.Select(Gen.ULong, Gen.UInt, Gen.Enum<RandomStream>(), Gen.UInt, Gen.Int[0, 1 << 20]).Sample((seed, run, stream, number, block) =>
        {
            var draws = new Draws(seed, run, stream);
            var uniforms = new float[TrialBlock.Trials];
            var source = new UniformBlock(draws);
            source.MoveTo(block * TrialBlock.Trials);
            source.Fill(number, uniforms);
            Assert.Equal(Enumerable.Range(block * TrialBlock.Trials, TrialBlock.Trials).Select(t => Philox.Uniform(draws, number, t)), uniforms);
        });

    [Fact]
    public void A_uniform_is_never_0_or_1() => Gen.Select(Gen.ULong, Gen.UInt, Gen.Int[0, int.MaxValue]).Sample((seed, number, trial) =>
    {
        Assert.InRange(Philox.Uniform(new Draws(seed), number, trial), float.Epsilon, 1 - 1f / (1 << 24));
        Assert.InRange(Philox.UniformDouble(new Draws(seed), number, trial), double.Epsilon, 1 - 1.0 / (1L << 53));
    });

    [Fact]
    public void Uniforms_are_even_and_activities_unrelated()
    {
        const int trials = 100_000;
        var a = Enumerable.Range(0, trials).Select(t => (double)Philox.Uniform(new Draws(7), 1, t)).ToArray();
        var b = Enumerable.Range(0, trials).Select(t => Philox.UniformDouble(new Draws(7), 2, t)).ToArray();
        Assert.All(new[] { a, b }, u => Assert.InRange(u.Average(), 0.5 - 4 * 0.000913, 0.5 + 4 * 0.000913)); // sd √(1/12/N)
        Assert.InRange(a.Zip(b, (x, y) => 12 * (x - 0.5) * (y - 0.5)).Average(), -4 / Math.Sqrt(trials), 4 / Math.Sqrt(trials));
    }

    private static string Hex((uint W0, uint W1, uint W2, uint W3) w) => $"{w.W0:x8} {w.W1:x8} {w.W2:x8} {w.W3:x8}";
}
