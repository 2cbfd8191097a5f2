namespace TwinHub.Publish.Documents;

/// <summary>Sheets to be written as one .xlsx; every word is passed in.</summary>
/// <param name="Language">BCP 47 tag; chooses the typeface and stands in the file's properties.</param>
/// <param name="Title">For the file's properties.</param>
/// <param name="Sheets">At least one.</param>
public sealed record XlsxWorkbook(string Language, string Title, IReadOnlyList<XlsxSheet> Sheets);

/// <summary>One table under a title and lines that say what it is.</summary>
/// <param name="Name">The tab; what Excel does not allow in it is replaced.</param>
/// <param name="Columns">1 to 16,384.</param>
/// <param name="Rows">Read once, one at a time; a row may be shorter than the columns, not longer.</param>
public sealed record XlsxSheet(string Name, IReadOnlyList<XlsxColumn> Columns, IEnumerable<IReadOnlyList<XlsxValue>> Rows)
{
    public string? Title { get; init; }

    /// <summary>List and revision, filter, time: one line each under the title.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Stands framed under the lines, where the sheet holds sample data.</summary>
    public string? SampleNote { get; init; }

    /// <summary>Columns that stay in sight, from the left.</summary>
    public int FrozenColumns { get; init; }
}

/// <summary>How the numbers of a column show. The value itself is never changed: 57.3 is 57.3 in each.</summary>
public enum XlsxForm
{
    Text,

    /// <summary>1,234</summary>
    Whole,

    /// <summary>1,234.50</summary>
    Hundredths,

    /// <summary>57.3 shows as 57.3%.</summary>
    Percent,

    /// <summary>A lead or lag in percentage points: +7.3, −7.3.</summary>
    Points,

    /// <summary>A real date, shown as 2023-06-26.</summary>
    Date,
}

/// <summary>The width is in digits of the standard typeface, to 255; a Chinese character takes two.</summary>
public sealed record XlsxColumn(string Header, XlsxForm Form = XlsxForm.Text, double Width = 14, bool Wrap = false);

/// <summary>What a cell holds: text, a number, a day or nothing. It cannot hold a formula.</summary>
public readonly record struct XlsxValue
{
    private XlsxValue(string? text, decimal number, bool isNumber) => (Text, Number, IsNumber) = (text, number, isNumber);

    internal string? Text { get; }

    internal decimal Number { get; }

    internal bool IsNumber { get; }

    /// <summary>Of a value made by <see cref="FromDay"/>.</summary>
    internal DateOnly Day => new DateOnly(1899, 12, 30).AddDays((int)Number);

    public static XlsxValue Empty => default;

    public static XlsxValue FromText(string? text) => new(text, 0, false);

    public static XlsxValue FromNumber(decimal? number) => number is { } value ? new(null, value, true) : Empty;

    /// <summary>Excel's calendar is right from 1 March 1900; an earlier day is written as text.</summary>
    public static XlsxValue FromDay(DateOnly? day) => day switch
    {
        null => Empty,
        { } d when d < new DateOnly(1900, 3, 1) => FromText(d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        { } d => FromNumber(d.DayNumber - new DateOnly(1899, 12, 30).DayNumber),
    };

    public static implicit operator XlsxValue(string? text) => FromText(text);

    public static implicit operator XlsxValue(int number) => FromNumber(number);

    public static implicit operator XlsxValue(decimal number) => FromNumber(number);

    public static implicit operator XlsxValue(DateOnly day) => FromDay(day);
}
