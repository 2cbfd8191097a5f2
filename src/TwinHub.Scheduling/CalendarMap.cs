using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TwinHub.Scheduling;

/// <summary>Carries boundaries of one calendar to another: what ends on a day lets the other begin on that day, as far through it.</summary>
internal sealed class CalendarMap
{
    private const int Tabled = 8192; // days from the one before the data date on; later ones are looked up
    private readonly WorkCalendar from, to;
    private readonly int fromBase, toBase;
    private readonly Day[] table = new Day[Tabled];

    public CalendarMap(WorkCalendar from, WorkCalendar to, DateOnly dataDate)
    {
        (this.from, this.to) = (from, to);
        (fromBase, toBase) = (from.IndexOf(dataDate), to.IndexOf(dataDate));
        for (var row = 0; row < Tabled; row++) table[row] = LookUp(row);
    }

    /// <summary>Boundaries are working days after the data date, each in its calendar. Shapes: a block of trials.</summary>
    public void Convert(ReadOnlySpan<float> boundaries, Span<float> converted)
    {
        Span<int> rows = stackalloc int[TrialBlock.Trials];
        FillRows(boundaries, rows);
        for (var t = 0; t < rows.Length; t++)
        {
            var row = rows[t];
            var day = (uint)row < Tabled ? table[row] : LookUp(row);
            converted[t] = day.Start + (boundaries[t] - (row - 1)) * day.Works;
        }
    }

    // Row k is the day k − 1 after the data date: the one on which work ends that has its boundary at k.
    private static void FillRows(ReadOnlySpan<float> boundaries, Span<int> rows)
    {
        ref var source = ref MemoryMarshal.GetReference(boundaries);
        ref var target = ref MemoryMarshal.GetReference(rows);
        for (nuint i = 0; i < TrialBlock.Trials; i += (nuint)Vector256<float>.Count)
        {
            Vector256.ConvertToInt32(Vector256.Ceiling(Vector256.LoadUnsafe(ref source, i))).StoreUnsafe(ref target, i);
        }
    }

    private Day LookUp(int row)
    {
        var date = from.DateOf(fromBase + row - 1);
        return new Day(to.IndexOf(date) - toBase, to.IsWorking(date) ? 1 : 0);
    }

    /// <summary>A day of the first calendar: the boundary at its start in the second, and 1 when it works there, else 0.</summary>
    private readonly record struct Day(float Start, float Works);
}
