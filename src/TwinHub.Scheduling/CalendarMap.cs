namespace TwinHub.Scheduling;

/// <summary>Carries a boundary of one calendar to another: what ends on a day lets the other begin on that day, as far through it.</summary>
internal sealed class CalendarMap
{
    private const int Tabled = 8192; // days after the data date; later ones are looked up
    private readonly WorkCalendar from, to;
    private readonly int fromBase, toBase;
    private readonly float[] dayStart = new float[Tabled];
    private readonly bool[] works = new bool[Tabled];

    public CalendarMap(WorkCalendar from, WorkCalendar to, DateOnly dataDate)
    {
        (this.from, this.to) = (from, to);
        (fromBase, toBase) = (from.IndexOf(dataDate), to.IndexOf(dataDate));
        for (var day = 0; day < Tabled; day++) (dayStart[day], works[day]) = LookUp(day);
    }

    /// <summary>Both boundaries are working days after the data date, each in its calendar.</summary>
    public float Convert(float boundary)
    {
        var day = (int)MathF.Ceiling(boundary) - 1; // the day on which the work ends
        var (start, working) = (uint)day < Tabled ? (dayStart[day], works[day]) : LookUp(day);
        return working ? start + (boundary - day) : start;
    }

    private (float Start, bool Works) LookUp(int day)
    {
        var date = from.DateOf(fromBase + day);
        return (to.IndexOf(date) - toBase, to.IsWorking(date));
    }
}
