namespace TwinHub.Texts;

/// <summary>Whether two wordings of one passage say the same numbers, dates, periods and references, each as often.</summary>
public static class Agreement
{
    private sealed record Pass(Func<Figure, Figure, bool> Fits, Func<Figure, Figure, Finding?> Says);

    /// <summary>From the best match to the worst: what an earlier pass has paired, no later one sees.</summary>
    private static readonly Pass[] Passes =
    [
        new((a, b) => a.Kind == b.Kind && a.Value == b.Value && a.Unit == b.Unit, (_, _) => null),
        new(Likeness.SameMeaning, (_, _) => null),
        new(Likeness.SameButUnsaid, (a, b) => new Finding("N3", Severity.Warning, a, b)),
        new(Likeness.SameRounded, (a, b) => a.IsConverted || b.IsConverted ? null : new Finding("N4", Severity.Warning, a, b)),
        new(Likeness.OtherModifier, (a, b) => new Finding("N5", Severity.Warning, a, b)),
        new(Likeness.OtherMagnitude, (a, b) => new Finding("N3", Severity.Error, a, b)),
        new((a, b) => a.IsOfTime && b.IsOfTime, (a, b) => new Finding("D2", Severity.Error, a, b)),
        new((a, b) => a.Kind is FigureKind.Reference && b.Kind is FigureKind.Reference, (a, b) => new Finding("R1", Severity.Error, a, b)),
    ];

    /// <summary>Compares the figures of two wordings as multisets.</summary>
    /// <param name="binding">The wording that binds.</param>
    /// <param name="other">The wording that must say the same.</param>
    /// <param name="names">Names in either language whose numerals count nothing.</param>
    /// <returns>Disagreements in the order of the binding text, then those that only the other has; empty when they agree.</returns>
    /// <exception cref="ArgumentException">A language that cannot be read.</exception>
    public static IReadOnlyList<Finding> Compare(Wording binding, Wording other, StopList? names = null)
    {
        var left = Numbers.Find(binding.Text, binding.Language, names).ToList();
        var right = Numbers.Find(other.Text, other.Language, names).ToList();
        var findings = Passes.SelectMany(pass => Pair(pass, left, right)).ToList();
        findings.AddRange(left.Where(f => !f.IsWeak).Select(f => Alone(f, isBinding: true)));
        findings.AddRange(right.Where(f => !f.IsWeak).Select(f => Alone(f, isBinding: false)));
        return [.. findings.OrderBy(f => f.Binding is null).ThenBy(f => f.Binding?.Start ?? f.Other!.Start)];
    }

    /// <summary>Takes every pair that fits out of both lists; a figure that must be matched goes before a weak one.</summary>
    private static List<Finding> Pair(Pass pass, List<Figure> left, List<Figure> right)
    {
        var findings = new List<Finding>();
        foreach (var a in left.OrderBy(f => f.IsWeak).ToList())
        {
            if (right.Where(b => pass.Fits(a, b)).OrderBy(b => b.IsWeak).FirstOrDefault() is not { } match) continue;
            left.RemoveAt(left.FindIndex(f => ReferenceEquals(f, a)));
            right.RemoveAt(right.FindIndex(f => ReferenceEquals(f, match)));
            if (pass.Says(a, match) is { } finding) findings.Add(finding);
        }
        return findings;
    }

    private static Finding Alone(Figure figure, bool isBinding)
    {
        var code = figure.IsOfTime ? "D1" : figure.Kind is FigureKind.Reference ? "R1" : isBinding ? "N1" : "N2";
        return new Finding(code, Severity.Error, isBinding ? figure : null, isBinding ? null : figure);
    }
}
