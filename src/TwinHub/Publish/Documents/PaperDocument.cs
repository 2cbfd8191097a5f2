namespace TwinHub.Publish.Documents;

public enum PageShape { Portrait, Landscape }

/// <summary>A working paper in one language, ready to be written as .docx or .html. Every word in it is passed in; the writers add only numbers, brackets and rules.</summary>
/// <param name="Language">BCP 47 tag; <c>zh…</c> is laid out after GB/T 9704-2012, any other in the western layout.</param>
/// <param name="Title">A line feed sets where the title turns, so that its lines keep words whole.</param>
public sealed record PaperDocument(string Language, string Title)
{
    public string? Subtitle { get; init; }

    /// <summary>What stage the text is at (送审稿, "Draft for review"); stands beneath the title, in brackets in Chinese.</summary>
    public string? StageMark { get; init; }

    /// <summary>For whom it is (内部参考, "Internal reference"); stands at the top left of the first page.</summary>
    public string? HandlingMark { get; init; }

    /// <summary>A sentence in a dashed frame beneath the title, where the paper holds sample data.</summary>
    public string? SampleNote { get; init; }

    /// <summary>The word set in a dashed frame behind each run that is a sample (示例, "sample").</summary>
    public string SampleTag { get; init; } = "";

    /// <summary>The day, list and revision that the figures stand for.</summary>
    public string? AsOf { get; init; }

    public PageShape Shape { get; init; }

    /// <summary>Set close and small, so that a brief stands on one page and a register on few.</summary>
    public bool IsCompact { get; init; }

    /// <summary>A line under each page number.</summary>
    public string? Footer { get; init; }

    public IReadOnlyList<PaperBlock> Blocks { get; init; } = [];

    internal bool IsChinese => Language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
}
