using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TwinHub.Scheduling;

/// <summary>How many trials finish on each day, for every open activity: whole numbers, so that no order of adding matters.</summary>
/// <remarks>Most trials fall into a window of days known beforehand; the few others are kept one by one.</remarks>
internal sealed class FinishCounts(FinishWindows windows)
{
    private const float LastDay = 1 << 30;
    private readonly int[] counts = new int[windows.Total];
    private readonly Dictionary<int, List<int>> strays = []; // days by activity
    private readonly int[] days = new int[TrialBlock.Trials];

    /// <summary>Adds the trials of a range of the block.</summary>
    public void Add(int place, ReadOnlySpan<float> finish, Range lanes)
    {
        FillDays(finish, windows.First(place));
        var window = Window(place);
        foreach (var day in days.AsSpan(lanes))
        {
            if ((uint)day < (uint)window.Length) window[day]++;
            else Stray(place, day);
        }
    }

    public void Add(FinishCounts other)
    {
        for (var i = 0; i < counts.Length; i++) counts[i] += other.counts[i];
        foreach (var (place, found) in other.strays)
        {
            foreach (var day in found) Stray(place, day);
        }
    }

    /// <summary>The day, counted from the data date, on which the trial of this rank (from 1) finishes.</summary>
    public int DayOfRank(int place, int rank)
    {
        var window = Window(place);
        var (first, outside) = (windows.First(place), Strays(place));
        var before = outside.Count(d => d < 0);
        if (rank <= before) return first + outside[rank - 1];
        rank -= before;
        for (var day = 0; day < window.Length; day++)
        {
            if ((rank -= window[day]) <= 0) return first + day;
        }
        return first + outside[before + rank - 1];
    }

    /// <summary>Days with the number of trials that finish on them, ascending; days without any are left out.</summary>
    public List<(int Day, int Trials)> Distribution(int place)
    {
        var window = Window(place);
        var first = windows.First(place);
        var found = Strays(place).CountBy(d => d).Select(d => (first + d.Key, d.Value)).ToList();
        for (var day = 0; day < window.Length; day++)
        {
            if (window[day] > 0) found.Add((first + day, window[day]));
        }
        found.Sort();
        return found;
    }

    // Work that is not done ends on no day before the data date's; a boundary k ends day k − 1.
    private void FillDays(ReadOnlySpan<float> finish, int first)
    {
        ref var from = ref MemoryMarshal.GetReference(finish);
        ref var to = ref MemoryMarshal.GetArrayDataReference(days);
        var (last, offset) = (Vector256.Create(LastDay), Vector256.Create(first));
        for (nuint i = 0; i < TrialBlock.Trials; i += (nuint)Vector256<float>.Count)
        {
            var boundary = Vector256.MinNative(Vector256.Ceiling(Vector256.LoadUnsafe(ref from, i)), last);
            var day = Vector256.Max(Vector256.ConvertToInt32Native(boundary) - Vector256<int>.One, Vector256<int>.Zero);
            (day - offset).StoreUnsafe(ref to, i);
        }
    }

    private Span<int> Window(int place) => counts.AsSpan(windows.Start(place)..windows.Start(place + 1));

    private void Stray(int place, int day)
    {
        if (!strays.TryGetValue(place, out var found)) strays[place] = found = [];
        found.Add(day);
    }

    private List<int> Strays(int place)
    {
        if (!strays.TryGetValue(place, out var found)) return [];
        found.Sort();
        return found;
    }
}
