namespace TwinHub.Regions.Packs;

/// <summary>Reads a pack whole and checks it whole: every fault is told, and none hides another.</summary>
public static class ReadPack
{
    /// <summary>Reads the pack in <paramref name="folder"/>. With faults the pack is what could be read of it, and not to be loaded.</summary>
    /// <param name="folder">Path of the folder with region.yaml.</param>
    /// <param name="today">The day after which no fact can lie, where the pack pins none; null: facts of an unpinned pack are not held against a day.</param>
    public static (Pack Pack, IReadOnlyList<PackFault> Faults) FromFolder(string folder, DateOnly? today = null)
    {
        var faults = new FaultList();
        if (PackFolder.Open(folder, faults) is not { } files) return (Empty(), faults.Sorted());
        var reading = new PackReading(faults, ReadRegion.From(files, faults), today);
        foreach (var table in PackFormat.Current.Tables) reading.Keep(table, ReadTable.From(files, table, reading));
        var shapes = ReadShapes.AreasFrom(files, reading);
        var lines = ReadShapes.LinesFrom(files, reading);
        var words = ReadWords.From(files, reading);
        Check(reading);
        return (new Pack(reading.Region.Settings, reading.Tables) { AreaShapes = shapes, ProjectLines = lines, Words = words }, faults.Sorted());
    }

    private static void Check(PackReading reading)
    {
        CheckKeys.Run(reading);
        CheckReferences.Run(reading);
        CheckDates.Run(reading);
        CheckUnits.Run(reading);
        CheckKinds.Run(reading);
        CheckRevisions.Run(reading);
        CheckBalance.Run(reading);
        CheckMilestones.Run(reading);
        CheckReports.Run(reading);
    }

    private static Pack Empty() => new(ReadRegion.Nothing.Settings, new Dictionary<string, IReadOnlyList<PackRow>>());
}

/// <summary>What has been read so far, as the checks ask it.</summary>
internal sealed class PackReading(FaultList faults, RegionFile region, DateOnly? today)
{
    private readonly Dictionary<string, IReadOnlyList<PackRow>> tables = [];
    private readonly Dictionary<string, HashSet<string>> codes = [];
    private readonly HashSet<string> unread = [];

    public FaultList Faults => faults;

    public RegionFile Region => region;

    public IReadOnlyDictionary<string, IReadOnlyList<PackRow>> Tables => tables;

    /// <summary>The day after which no fact can lie, or null.</summary>
    public DateOnly? AsOf => region.Settings.AsOf ?? today;

    /// <param name="table">The table.</param>
    /// <param name="rows">Null: the file could not be read, which is told already; references to it are then not followed.</param>
    public void Keep(PackTable table, IReadOnlyList<PackRow>? rows)
    {
        tables[table.Name] = rows ?? [];
        if (rows is null) unread.Add(table.Name);
    }

    public IReadOnlyList<PackRow> Rows(string table) => tables[table];

    /// <summary>True where nothing can be said of codes of this table.</summary>
    public bool IsUnread(string table) => unread.Contains(table);

    /// <summary>Values of the first key column of the table.</summary>
    public HashSet<string> Codes(string table)
    {
        if (codes.TryGetValue(table, out var known)) return known;
        var column = PackFormat.Current.Table(table)!.Key[0];
        return codes[table] = [.. Rows(table).Select(r => r.Text(column)).OfType<string>()];
    }

    /// <summary>True where the code is there, or where its table could not be read.</summary>
    public bool Knows(string table, string code) => IsUnread(table) || Codes(table).Contains(code);

    /// <summary>Rows by the value of a column; of two rows with one value the first.</summary>
    public Dictionary<string, PackRow> By(string table, string column)
    {
        var found = new Dictionary<string, PackRow>();
        foreach (var row in Rows(table).Where(r => r.Text(column) is not null)) found.TryAdd(row.Text(column)!, row);
        return found;
    }
}
