namespace TwinHub.Data.Standing;

/// <summary>
/// The spread of a step's duration by its class, where nobody estimated it: low and high as multiples of the most likely.
/// Working assumptions until closed items of the region allow reference classes; every page that uses one says so.
/// </summary>
public static class StepSpread
{
    private static readonly Dictionary<string, (double Low, double High)> ByKind = new(StringComparer.Ordinal)
    {
        ["approval"] = (0.8, 1.8),
        ["land"] = (0.8, 2.0),
        ["agreement"] = (0.8, 1.7),
        ["plan"] = (0.85, 1.5),
        ["works"] = (0.85, 1.6),
        ["system"] = (0.85, 1.6),
        ["event"] = (0.95, 1.1),
    };

    public static (double Low, double High) Of(string kind) => ByKind.GetValueOrDefault(kind, (0.8, 1.6));
}
