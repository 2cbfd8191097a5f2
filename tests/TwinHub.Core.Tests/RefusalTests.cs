using System.Text.RegularExpressions;

namespace TwinHub.Core.Tests;

public partial class RefusalTests
{
    [Fact]
    public void Refusals_are_equal_by_code_and_values()
    {
        Assert.Equal(Refusal.Of("list.items-open", "2023H2", 2), Refusal.Of("list.items-open", "2023H2", 2));
        Assert.Equal(Refusal.Of("list.items-open", "2023H2", 2).GetHashCode(), Refusal.Of("list.items-open", "2023H2", 2).GetHashCode());
        Assert.NotEqual(Refusal.Of("list.items-open", "2023H2", 2), Refusal.Of("list.items-open", "2023H2", 3));
        Assert.NotEqual(Refusal.Of("list.items-open", "2023H2"), Refusal.Of("list.closed", "2023H2"));
        Assert.False(Refusal.Of("list.closed").Equals(null));
    }

    [Fact]
    public void A_refused_act_throws_its_refusal_and_none_throws_nothing()
    {
        var refusal = Refusal.Of("list.closed", "2023H2");
        Assert.Same(refusal, Assert.Throws<RefusedException>(() => RefusedException.ThrowIf(refusal)).Refusal);
        RefusedException.ThrowIf(null);
    }

    [Fact]
    public void Every_refusal_code_of_the_domain_is_asked_for_by_a_test()
    {
        var tests = string.Concat(Sources("tests/TwinHub.Core.Tests").Concat(Sources("tests/TwinHub.Tests")));
        var codes = Sources("src/TwinHub.Core").SelectMany(s => OfCode().Matches(s)).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Equal([], codes.Where(code => !tests.Contains($"\"{code}\"", StringComparison.Ordinal)));
        Assert.All(codes, code => Assert.Matches("^[a-z]+\\.[a-z]+(-[a-z]+)*$", code));
        Assert.True(codes.Count > 30);
    }

    private static IEnumerable<string> Sources(string folder)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "TwinHub.slnx"))) root = root.Parent ?? throw new InvalidOperationException("TwinHub.slnx is in no folder above the tests.");
        return Directory.EnumerateFiles(Path.Combine(root.FullName, folder), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
    }

    [GeneratedRegex("Refusal\\.Of\\(\"([^\"]+)\"")]
    private static partial Regex OfCode();
}
