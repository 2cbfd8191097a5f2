using System.Data.Common;

namespace TwinHub.Data.Search;

/// <summary>What the two databases do each in their own way; both are handed the same words and find the same rows.</summary>
internal interface ISearchEngine
{
    /// <summary>Whether the index has the table of its format: null where not.</summary>
    string IsThere { get; }

    /// <summary>Drops the tables of an older format and makes new ones.</summary>
    string Tables { get; }

    /// <summary>Numbers of the rows in which every term is and that the party may see, and whether each has them in its code or name: parameters ask, title and seen.</summary>
    string Find { get; }

    /// <summary>Takes out one row: parameter id.</summary>
    string Remove { get; }

    /// <summary>A question in the database's own form.</summary>
    /// <param name="terms">What must be in a row.</param>
    /// <param name="inTitle">In its code or name.</param>
    string Ask(IReadOnlyList<SearchTerm> terms, bool inTitle);

    Task AddAsync((DbConnection Connection, DbTransaction? Transaction) at, IReadOnlyList<(long Id, SearchRow Row)> rows, CancellationToken cancel);
}

/// <summary>Commands with parameters by name.</summary>
internal static class SearchCommands
{
    public static DbCommand Command(this (DbConnection Connection, DbTransaction? Transaction) at, string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = at.Connection.CreateCommand();
        (command.CommandText, command.Transaction) = (text, at.Transaction);
        foreach (var (name, value) in values) command.Add(name, value);
        return command;
    }

    public static void Add(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
