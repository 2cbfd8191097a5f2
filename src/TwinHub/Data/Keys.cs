namespace TwinHub.Data;

/// <summary>Keys of rows: UUIDv7, so that rows made together lie together.</summary>
public static class Keys
{
    public static Guid New() => Guid.CreateVersion7();
}
