using System.Globalization;

namespace TwinHub.Merkle;

/// <summary>A tree head as the text that is signed: origin, size and root, a line each.</summary>
/// <remarks>Source: C2SP tlog-checkpoint. Extension lines, which nobody could audit, are neither written nor read.</remarks>
public sealed record Checkpoint
{
    /// <param name="origin">The log's own name, best a schema-less URL and the name of its key.</param>
    /// <param name="head">Size and root.</param>
    /// <exception cref="ArgumentException">The origin is empty or has control characters, or the size is negative.</exception>
    public Checkpoint(string origin, TreeHead head)
    {
        if (!IsOrigin(origin)) throw new ArgumentException("An origin is one line of text.", nameof(origin));
        ArgumentOutOfRangeException.ThrowIfNegative(head.Size, nameof(head));
        (Origin, Head) = (origin, head);
    }

    public string Origin { get; }

    public TreeHead Head { get; }

    /// <summary>Reads the text of a note.</summary>
    /// <exception cref="FormatException">Not exactly what <see cref="ToString"/> would write.</exception>
    public static Checkpoint Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length != 4 || lines[3].Length != 0 || !IsOrigin(lines[0])) throw new FormatException("A checkpoint has the lines origin, size and root.");
        return new Checkpoint(lines[0], new TreeHead(ParseSize(lines[1]), Hash.FromBase64(lines[2])));
    }

    /// <summary>Whether a witness that last saw <paramref name="last"/> may cosign this one: same log, and it only appended.</summary>
    /// <param name="last">Null when the witness never saw this log.</param>
    /// <param name="proof">Consistency proof between the two sizes; empty when there was no leaf before.</param>
    public bool Follows(Checkpoint? last, ReadOnlySpan<Hash> proof)
    {
        if (last is not null && last.Origin != Origin) return false;
        if (last is { Head.Size: > 0 }) return Head.Extends(last.Head, proof);
        return proof.IsEmpty && (Head.Size > 0 || Head == TreeHead.Empty) && (last is null || last.Head == TreeHead.Empty);
    }

    /// <summary>The signed text, with the newline at its end.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Head.Size}\n{Head.Root.ToBase64()}\n");

    private static bool IsOrigin(string text) => text.Length > 0 && !text.Any(char.IsControl);

    private static long ParseSize(string text)
    {
        var isSize = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && (text[0] != '0' || text == "0");
        return isSize ? size : throw new FormatException("The size of a checkpoint is a decimal number without leading zeroes.");
    }
}
