namespace TwinHub.Scheduling;

/// <summary>Working days of one party: a weekend rule, and by year the days off and the make-up workdays.</summary>
/// <remarks>
/// Each working day has an index; a boundary k is the start of working day k. Only differences of indices mean something.
/// Outside the years with a notice the weekend rule alone decides, and the day is provisional. No date is out of range.
/// </remarks>
public sealed class WorkCalendar
{
    private const int Week = 7;
    private readonly bool[] worksOn = new bool[Week];
    private readonly HashSet<int> published;
    private readonly int worksAWeek;
    private readonly int tableStart; // day number of the first tabled day
    private readonly int[] countBefore; // working days from tableStart to the start of day i, one entry more than days
    private readonly int[] workdays; // day numbers, ascending

    /// <param name="weekend">The weekly days off. May be empty, never all seven.</param>
    /// <param name="notices">One for each year that has been published, in any order.</param>
    /// <exception cref="ArgumentException">Seven days of weekend, two notices for one year, or a day both off and adjusted.</exception>
    public WorkCalendar(IReadOnlyCollection<DayOfWeek> weekend, IReadOnlyCollection<YearNotice> notices)
    {
        foreach (var day in Enum.GetValues<DayOfWeek>()) worksOn[(int)day] = !weekend.Contains(day);
        worksAWeek = worksOn.Count(works => works);
        if (worksAWeek == 0) throw new ArgumentException("A calendar needs a working day in the week.", nameof(weekend));
        published = [.. notices.Select(n => n.Year)];
        if (published.Count < notices.Count) throw new ArgumentException("A year has two notices.", nameof(notices));

        var exceptions = Exceptions(notices);
        (tableStart, var tableEnd) = TabledDays(published, exceptions.Keys);
        countBefore = new int[tableEnd - tableStart + 1];
        workdays = Tabulate(exceptions);
    }

    /// <summary>Saturday and Sunday off.</summary>
    public static IReadOnlyCollection<DayOfWeek> SaturdaySunday { get; } = [DayOfWeek.Saturday, DayOfWeek.Sunday];

    private int TableEnd => tableStart + countBefore.Length - 1;

    public bool IsWorking(DateOnly date) => IndexOf(date.DayNumber + 1) > IndexOf(date.DayNumber);

    /// <summary>True when the day's year has no notice yet: the weekend rule stands in for it.</summary>
    public bool IsProvisional(DateOnly date) => !published.Contains(date.Year);

    /// <summary>The index of a working day; of a day off, the index of the next working day. O(1).</summary>
    public int IndexOf(DateOnly date) => IndexOf(date.DayNumber);

    /// <summary>The boundary at the end of a day: the index of the first working day after it. O(1).</summary>
    public int IndexAfter(DateOnly date) => IndexOf(date.DayNumber + 1);

    /// <summary>The date of a working day. Past the last day that a <see cref="DateOnly"/> holds, that day. O(1).</summary>
    public DateOnly DateOf(int index)
    {
        if (index >= 0 && index < workdays.Length) return DateOnly.FromDayNumber(workdays[index]);
        var after = index >= workdays.Length;
        var rest = after ? index - workdays.Length : (long)index;
        var weeks = (long)Math.Floor(rest / (double)worksAWeek);
        var weekStart = (after ? TableEnd : tableStart) + weeks * Week;
        var day = weekStart + DaysUntil((int)Modulo(weekStart), (int)(rest - weeks * worksAWeek));
        return DateOnly.FromDayNumber((int)Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber));
    }

    /// <summary>The last day of a task of so many working days that may start on <paramref name="start"/>.</summary>
    /// <param name="start">A day off means the next working day.</param>
    /// <param name="days">Working days, at least 1.</param>
    public DateOnly FinishOf(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return DateOf(IndexOf(start) + days - 1);
    }

    /// <summary>Working days from the first day to the last, both counted; negative when the last comes first.</summary>
    public int Count(DateOnly first, DateOnly last) => IndexAfter(last) - IndexOf(first);

    private int IndexOf(int day)
    {
        if (day < tableStart) return -WeeklyCount(day, tableStart);
        return day <= TableEnd ? countBefore[day - tableStart] : workdays.Length + WeeklyCount(TableEnd, day);
    }

    private int WeeklyCount(int from, int to)
    {
        var (weeks, rest) = Math.DivRem(to - from, Week);
        var count = weeks * worksAWeek;
        for (var i = 0; i < rest; i++) count += worksOn[Modulo(from + i)] ? 1 : 0;
        return count;
    }

    private int DaysUntil(int weekday, int working)
    {
        var days = 0;
        while (!worksOn[(weekday + days) % Week] || working-- > 0) days++;
        return days;
    }

    private int[] Tabulate(Dictionary<int, bool> exceptions)
    {
        var found = new List<int>();
        for (var day = tableStart; day < TableEnd; day++)
        {
            if (exceptions.TryGetValue(day, out var works) ? works : worksOn[Modulo(day)]) found.Add(day);
            countBefore[day - tableStart + 1] = found.Count;
        }
        return [.. found];
    }

    private static Dictionary<int, bool> Exceptions(IEnumerable<YearNotice> notices)
    {
        var works = new Dictionary<int, bool>();
        foreach (var (day, value) in notices.SelectMany(n => n.Off.Select(d => (d, false)).Concat(n.Adjusted.Select(d => (d, true)))))
        {
            if (!works.TryAdd(day.DayNumber, value) && works[day.DayNumber] != value) throw new ArgumentException($"{day:yyyy-MM-dd} is both off and adjusted.", nameof(notices));
        }
        return works;
    }

    private static (int Start, int End) TabledDays(HashSet<int> years, IEnumerable<int> days)
    {
        var ends = years.SelectMany(y => new[] { new DateOnly(y, 1, 1).DayNumber, new DateOnly(y, 12, 31).DayNumber }).Concat(days).ToArray();
        return ends.Length == 0 ? (0, 0) : (ends.Min(), ends.Max() + 1);
    }

    // Day number 0, 1 January of year 1, is a Monday.
    private static long Modulo(long day) => (day % Week + Week + 1) % Week;
}
