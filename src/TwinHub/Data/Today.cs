namespace TwinHub.Data;

/// <summary>The day that due dates, progress and forecasts go by. A pack may pin it; moments of acts never follow it.</summary>
public sealed class Today(TimeProvider clock)
{
    private DateOnly? pinned;
    private TimeZoneInfo zone = TimeZoneInfo.Utc;

    public bool IsPinned => pinned is not null;
    public DateOnly Day => pinned ?? RealDay;

    /// <summary>The day it really is in the region, whatever is pinned.</summary>
    public DateOnly RealDay => DayOf(clock.GetUtcNow());

    /// <summary>The day on which something waits that began to at <paramref name="since"/>: 1 on the same day.</summary>
    public int WaitingDays(DateTimeOffset since) => RealDay.DayNumber - DayOf(since).DayNumber + 1;

    /// <summary>Follows the region: its time zone, and the day that its pack pins.</summary>
    public void Follow(string timeZone, DateOnly? asOf) => (zone, pinned) = (TimeZoneInfo.FindSystemTimeZoneById(timeZone), asOf);

    /// <summary>The moment on the clocks of the region.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone);

    /// <summary>The day of a moment in the region.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);
}
