namespace TwinHub.Identity;

/// <summary>What a token may be used for. It never gives more than its account may do.</summary>
internal static class AccessScope
{
    public const string Read = "read", WriteReports = "reports:write", WriteChanges = "changes:write", WriteKeys = "keys:write";

    /// <summary>Way of signing in, and the claim that names a scope.</summary>
    public const string Scheme = "Token", Claim = "scope";

    public static IReadOnlyList<string> All { get; } = [Read, WriteReports, WriteChanges, WriteKeys];
}
