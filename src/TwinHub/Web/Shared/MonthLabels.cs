namespace TwinHub.Web.Shared;

/// <summary>Where the marks of an axis of days stand: months while they find room, every second or third, and years on a long axis.</summary>
public static class MonthLabels
{
    private const int MonthsOfYears = 24;

    /// <param name="from">First day of the axis; the first of a month.</param>
    /// <param name="to">Day after the last.</param>
    /// <param name="most">Labels that find room.</param>
    /// <returns>The day over which a label is centred, its month, and whether it names the year.</returns>
    public static IEnumerable<(DateOnly At, DateOnly Month, bool Year)> Between(DateOnly from, DateOnly to, int most)
    {
        var months = Math.Max(1, ((to.Year - from.Year) * 12) + to.Month - from.Month);
        return months > MonthsOfYears ? Years(from, to, most) : Months(from, to, (months + most - 1) / most);
    }

    private static IEnumerable<(DateOnly, DateOnly, bool)> Months(DateOnly from, DateOnly to, int step)
    {
        for (var month = from; month < to; month = month.AddMonths(step)) yield return (month.AddDays(14), month, false);
    }

    private static IEnumerable<(DateOnly, DateOnly, bool)> Years(DateOnly from, DateOnly to, int most)
    {
        var step = (to.Year - from.Year + most) / most;
        for (var year = from.Year; year <= to.Year; year += step)
        {
            var middle = new DateOnly(year, 7, 1);
            if (middle >= from && middle < to) yield return (middle, new(year, 1, 1), true);
        }
    }
}
