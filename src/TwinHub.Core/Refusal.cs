namespace TwinHub.Core;

/// <summary>
/// Why a rule says no. <paramref name="Code"/> is stable (it is in the journal, the API and the tests);
/// the sentence people read is looked up by code in every language of the region.
/// </summary>
public sealed record Refusal(string Code)
{
    /// <summary>Values the sentence names, in its order: a party, a number, a date.</summary>
    public IReadOnlyList<object> Values { get; private init; } = [];

    public static Refusal Of(string code, params object[] values) => new(code) { Values = values };

    public bool Equals(Refusal? other) => other is not null && Code == other.Code && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Thrown when a caller does what a rule refuses. Nothing is saved: the unit of work ends here.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;

    public static void ThrowIf(Refusal? refusal)
    {
        if (refusal is not null) throw new RefusedException(refusal);
    }
}
