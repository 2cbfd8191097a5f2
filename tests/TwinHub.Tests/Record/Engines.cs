namespace TwinHub.Tests.Record;

/// <summary>The two databases that every rule of the record holds on.</summary>
public static class Engines
{
    public const string Sqlite = "sqlite", Postgres = "postgres";

    /// <summary>For <c>[MemberData(nameof(Engines.All), MemberType = typeof(Engines))]</c>. <c>./test fast</c> asks for the first only.</summary>
    public static TheoryData<string> All => [.. Chosen];

    public static IReadOnlyList<string> Chosen { get; } = Environment.GetEnvironmentVariable("TWINHUB_TEST_ENGINES") == Sqlite ? [Sqlite] : [Sqlite, Postgres];
}
