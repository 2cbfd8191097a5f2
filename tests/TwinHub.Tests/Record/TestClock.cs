namespace TwinHub.Tests.Record;

/// <summary>A clock that tests set. Each look moves it on by a millisecond, so that no two moments are one.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public static DateTimeOffset Start { get; } = new(2024, 5, 31, 8, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { set => Interlocked.Exchange(ref ticks, value.UtcTicks); }

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref ticks, TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
