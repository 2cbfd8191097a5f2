namespace TwinHub.Data;

/// <summary>The day that due dates, progress and forecasts go by. A pack may pin it; moments of acts never follow it.</summary>
public sealed class Today(TimeProvider clock)
{
    private DateOnly? pinned;
    private TimeZoneInfo zone = TimeZoneInfo.Utc;

    public bool IsPinned => pinned is not null;
    public DateOnly Day => pinned ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);

    /// <summary>Follows the region: its time zone, and the day that its pack pins.</summary>
    public void Follow(string timeZone, DateOnly? asOf) => (zone, pinned) = (TimeZoneInfo.FindSystemTimeZoneById(timeZone), asOf);
}
