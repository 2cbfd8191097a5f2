namespace TwinHub.Regions.Packs;

/// <summary>Walks the bytes of a CSV file before it is read into cells, so that a hostile one (a row of millions of cells, a quote that never ends) costs no memory.</summary>
internal ref struct CsvExtent(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int line = 1, rowLine = 1, rows, columns = 1, cell;
    private bool quoted, cellIsQuoted;

    /// <summary>The first limit that the file breaks, as fault code, line and limit; null when it keeps them.</summary>
    public (string Code, int Line, int Limit)? Broken()
    {
        foreach (var character in bytes)
        {
            Take(character);
            if (columns > PackLimits.Columns) return ("file.columns", rowLine, PackLimits.Columns);
            if (cell > PackLimits.CellBytes && !quoted) return ("cell.long", rowLine, PackLimits.CellBytes);
            if (rows > PackLimits.Rows) return ("file.rows", rowLine, PackLimits.Rows);
        }
        return quoted ? ("row.quote", rowLine, 0) : null;
    }

    private void Take(byte character)
    {
        if (character == '\n') line++;
        if (character == '"') Quote();
        else if (character == ',' && !quoted) EndCell();
        else if (character == '\n' && !quoted) EndRow();
        else cell++;
    }

    private void Quote()
    {
        if (cell == 0) cellIsQuoted = true;
        if (cellIsQuoted) quoted = !quoted;
        cell++;
    }

    private void EndCell()
    {
        columns++;
        (cell, cellIsQuoted) = (0, false);
    }

    private void EndRow()
    {
        rows++;
        (columns, cell, cellIsQuoted, rowLine) = (1, 0, false, line);
    }
}
