namespace TwinHub.Tests.Record;

/// <summary>The two databases that every rule of the record holds on.</summary>
public static class Engines
{
    public const string Sqlite = "sqlite", Postgres = "postgres";

    /// <summary>For <c>[MemberData(nameof(Engines.All), MemberType = typeof(Engines))]</c>.</summary>
    public static TheoryData<string> All => [Sqlite, Postgres];
}
