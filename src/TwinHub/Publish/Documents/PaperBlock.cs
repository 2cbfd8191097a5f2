namespace TwinHub.Publish.Documents;

/// <summary>A stretch of text; a line feed in it is a line break. The language (BCP 47) is given where it differs from the paper's: a passage that is not translated yet.</summary>
public sealed record PaperRun(string Text, bool Bold = false, bool Sample = false, string? Language = null)
{
    public static implicit operator PaperRun(string text) => new(text);

    public static PaperRun FromString(string text) => new(text);
}

public abstract record PaperBlock;

/// <summary>Numbered by the writer: 一、（一）1.（1） in Chinese, 1. 1.1 (a) (i) elsewhere.</summary>
public sealed record PaperHeading : PaperBlock
{
    /// <exception cref="ArgumentOutOfRangeException">The level is not 1 to 4.</exception>
    public PaperHeading(int level, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 4);
        (Level, Text) = (level, text);
    }

    public int Level { get; }

    public string Text { get; }

    /// <summary>False for a heading that carries no number, such as an annex title.</summary>
    public bool IsNumbered { get; init; } = true;
}

/// <summary>A flush one has no first-line indent: addressees, lead-ins.</summary>
public sealed record PaperParagraph(IReadOnlyList<PaperRun> Runs, bool Flush = false) : PaperBlock
{
    public PaperParagraph(string text, bool flush = false) : this([text], flush) { }
}

/// <summary>Numbers start at 1 in each list.</summary>
public sealed record PaperList(bool IsNumbered, IReadOnlyList<IReadOnlyList<PaperRun>> Items) : PaperBlock;

public enum ColumnAlignment { Start, Centre, End }

/// <summary>Takes its share of the table's width, whatever the shares sum to. Its cells may name their rows, for readers who hear the table.</summary>
public sealed record PaperColumn(double Share, ColumnAlignment Alignment = ColumnAlignment.Start, bool HeadsRow = false);

/// <summary>Covers one column or more.</summary>
public sealed record PaperCell(IReadOnlyList<PaperRun> Runs, int Span = 1)
{
    public PaperCell(string text, int span = 1) : this([text], span) { }

    public static implicit operator PaperCell(string text) => new(text);

    public static PaperCell FromString(string text) => new(text);
}

/// <summary>A group row heads the rows that follow, such as those of one theme.</summary>
public sealed record PaperRow(IReadOnlyList<PaperCell> Cells, bool IsGroup = false);

/// <summary>Head rows repeat on every page; no row is broken across pages.</summary>
public sealed record PaperTable : PaperBlock
{
    /// <exception cref="ArgumentException">A row does not cover the columns exactly, or a share is not above zero.</exception>
    public PaperTable(IReadOnlyList<PaperColumn> columns, IReadOnlyList<PaperRow> head, IReadOnlyList<PaperRow> rows)
    {
        if (columns.Count == 0 || !columns.All(c => c.Share > 0 && double.IsFinite(c.Share))) throw new ArgumentException("Each column needs a share above zero.", nameof(columns));
        if (head.Concat(rows).FirstOrDefault(r => !Covers(r, columns.Count)) is { } row) throw new ArgumentException($"A row of {row.Cells.Count} cells does not cover {columns.Count} columns.", nameof(rows));
        (Columns, Head, Rows) = (columns, head, rows);
    }

    public IReadOnlyList<PaperColumn> Columns { get; }

    public IReadOnlyList<PaperRow> Head { get; }

    public IReadOnlyList<PaperRow> Rows { get; }

    public string? Caption { get; init; }

    private static bool Covers(PaperRow row, int columns) => row.Cells.All(c => c.Span >= 1) && row.Cells.Sum(c => c.Span) == columns;
}

/// <summary>Who signs, one a line, above the date (成文日期).</summary>
public sealed record PaperSignature(IReadOnlyList<string> Signers, string Date) : PaperBlock;

/// <summary>A small line beneath a table or paragraph: a note, a source.</summary>
public sealed record PaperNote(IReadOnlyList<PaperRun> Runs) : PaperBlock
{
    public PaperNote(string text) : this([text]) { }
}

/// <param name="Shape">What the pages from here on are; null: as before.</param>
public sealed record PaperPageBreak(PageShape? Shape = null) : PaperBlock;
