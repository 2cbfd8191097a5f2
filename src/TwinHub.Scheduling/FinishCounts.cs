using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TwinHub.Scheduling;

/// <summary>How many trials finish on each day, for every counted activity: whole numbers, so that no order of adding matters.</summary>
/// <remarks>
/// Most trials fall into a window of days known beforehand; the few others are kept one by one. Days wait in a narrow buffer and are
/// counted an activity at a time: counting block by block would fetch every window from memory for each block.
/// </remarks>
internal sealed class FinishCounts(FinishWindows windows)
{
    private const float LastDay = 1 << 30;
    private const short Nothing = -1;
    private const int Blocks = 16, Trials = TrialBlock.Trials;
    private readonly int[] counts = new int[windows.Total];
    private readonly Dictionary<int, List<int>> strays = []; // offsets from the window's first day, by slot
    private readonly short[] waiting = new short[windows.Counted.Length * Blocks * Trials]; // offsets, block by block
    private int blocks;

    /// <summary>Adds the trials of a range of the block, of every counted activity.</summary>
    public void Add(TrialBlock block, Range lanes)
    {
        for (var slot = 0; slot < windows.Counted.Length; slot++) Add(slot, block.Finish(windows.Counted[slot]), lanes);
        if (++blocks == Blocks) CountWaiting();
    }

    public void Add(FinishCounts other)
    {
        other.CountWaiting();
        for (var i = 0; i < counts.Length; i++) counts[i] += other.counts[i];
        foreach (var (slot, found) in other.strays) Strays(slot).AddRange(found);
    }

    /// <summary>The day, counted from the data date, on which the trial of this rank (from 1) finishes.</summary>
    public int DayOfRank(int place, int rank)
    {
        CountWaiting();
        var slot = windows.SlotOf(place);
        var (first, outside) = (windows.First(slot), SortedStrays(slot));
        var before = outside.Count(d => d < 0);
        if (rank <= before) return first + outside[rank - 1];
        rank -= before;
        var window = Window(slot);
        for (var day = 0; day < window.Length; day++)
        {
            if ((rank -= window[day]) <= 0) return first + day;
        }
        return first + outside[before + rank - 1];
    }

    /// <summary>Days with the number of trials that finish on them, ascending; days without any are left out.</summary>
    public List<(int Day, int Trials)> Distribution(int place)
    {
        CountWaiting();
        var slot = windows.SlotOf(place);
        var first = windows.First(slot);
        var found = SortedStrays(slot).CountBy(d => d).Select(d => (first + d.Key, d.Value)).ToList();
        var window = Window(slot);
        for (var day = 0; day < window.Length; day++)
        {
            if (window[day] > 0) found.Add((first + day, window[day]));
        }
        found.Sort();
        return found;
    }

    private void Add(int slot, ReadOnlySpan<float> finish, Range lanes)
    {
        var offsets = Waiting(blocks, slot);
        if (FillOffsets(finish, windows.First(slot), offsets) >= (uint)windows.Days(slot)) KeepStrays(slot, finish[lanes]);
        var (from, length) = lanes.GetOffsetAndLength(Trials);
        offsets[..from].Fill(Nothing);
        offsets[(from + length)..].Fill(Nothing);
    }

    private void CountWaiting()
    {
        for (var slot = 0; blocks > 0 && slot < windows.Counted.Length; slot++)
        {
            var window = Window(slot);
            for (var b = 0; b < blocks; b++)
            {
                foreach (var offset in Waiting(b, slot))
                {
                    if ((uint)offset < (uint)window.Length) window[offset]++;
                }
            }
        }
        blocks = 0;
    }

    private Span<short> Waiting(int block, int slot) => waiting.AsSpan((block * windows.Counted.Length + slot) * Trials, Trials);

    private Span<int> Window(int slot) => counts.AsSpan(windows.Start(slot), windows.Days(slot));

    private void KeepStrays(int slot, ReadOnlySpan<float> finish)
    {
        foreach (var boundary in finish)
        {
            var offset = Day(Vector256.Create(boundary)).ToScalar() - windows.First(slot);
            if ((uint)offset >= (uint)windows.Days(slot)) Strays(slot).Add(offset);
        }
    }

    private List<int> Strays(int slot) => strays.TryGetValue(slot, out var found) ? found : strays[slot] = [];

    private List<int> SortedStrays(int slot)
    {
        if (!strays.TryGetValue(slot, out var found)) return [];
        found.Sort();
        return found;
    }

    // Saturated offsets are outside every window. Returns the largest offset, one before the window being the largest of all.
    private static uint FillOffsets(ReadOnlySpan<float> finish, int first, Span<short> offsets)
    {
        ref var from = ref MemoryMarshal.GetReference(finish);
        ref var to = ref MemoryMarshal.GetReference(offsets);
        var (most, shift) = (Vector256<uint>.Zero, Vector256.Create(first));
        for (nuint i = 0; i < Trials; i += 16)
        {
            var (low, high) = (Day(Vector256.LoadUnsafe(ref from, i)) - shift, Day(Vector256.LoadUnsafe(ref from, i + 8)) - shift);
            most = Vector256.Max(most, Vector256.Max(low.AsUInt32(), high.AsUInt32()));
            Vector256.NarrowWithSaturation(low, high).StoreUnsafe(ref to, i);
        }
        var largest = 0u;
        for (var i = 0; i < Vector256<uint>.Count; i++) largest = Math.Max(largest, most[i]);
        return largest;
    }

    // A boundary k ends day k − 1, but work that is not done ends on no day before the data date's.
    private static Vector256<int> Day(Vector256<float> boundary)
    {
        var after = Vector256.ConvertToInt32Native(Vector256.MinNative(Vector256.Ceiling(boundary), Vector256.Create(LastDay)));
        return Vector256.Max(after - Vector256<int>.One, Vector256<int>.Zero);
    }
}
