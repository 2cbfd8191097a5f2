namespace TwinHub.Regional;

/// <summary>What a formula asks of its arguments, refused with the position that breaks it.</summary>
internal static class Require
{
    public static void Finite(double value, string name)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"{value} is not a finite number.", name);
    }

    public static void Positive(double value, string name)
    {
        if (!double.IsFinite(value) || value <= 0) throw new ArgumentException($"{value} is not a positive number.", name);
    }

    public static void AllPositive(ReadOnlySpan<double> values, string name)
    {
        Some(values, name);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) || values[i] <= 0) throw new ArgumentException($"Value {values[i]} at {i} is not positive.", name);
        }
    }

    /// <summary>Each finite and ≥ 0, and not all zero.</summary>
    public static void NoneNegative(ReadOnlySpan<double> values, string name)
    {
        Some(values, name);
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) || values[i] < 0) throw new ArgumentException($"Value {values[i]} at {i} is negative or not finite.", name);
            sum += values[i];
        }
        if (sum <= 0) throw new ArgumentException("The values sum to zero.", name);
    }

    public static void SameLength(int expected, int actual, string name)
    {
        if (expected != actual) throw new ArgumentException($"{actual} values where {expected} are expected.", name);
    }

    private static void Some(ReadOnlySpan<double> values, string name)
    {
        if (values.IsEmpty) throw new ArgumentException("No value.", name);
    }
}
