namespace TwinHub.Scheduling;

/// <summary>The links go round in a circle, so no order of the activities exists.</summary>
public sealed class CyclicNetworkException(IReadOnlyList<int> cycle)
    : ArgumentException($"The links form a cycle: {string.Join(" → ", cycle)} → {cycle[0]}.")
{
    /// <summary>Indices of the activities in link order, the smallest first; the last is linked to the first.</summary>
    public IReadOnlyList<int> Cycle { get; } = cycle;
}
