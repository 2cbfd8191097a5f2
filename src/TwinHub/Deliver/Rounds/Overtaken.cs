namespace TwinHub.Deliver.Rounds;

/// <summary>One field of a report that another account wrote meanwhile, as it stood when the page was opened, as it stands now, and as it was typed.</summary>
/// <param name="Label">Of the field, as its form says it.</param>
/// <param name="Opened">When the page was opened.</param>
/// <param name="Theirs">In the record now.</param>
/// <param name="Yours">Typed.</param>
public sealed record Overtaken(string Label, string Opened, string Theirs, string Yours)
{
    /// <summary>The writer changed it, and so did somebody else, to something else.</summary>
    public bool Clashes => Opened != Theirs && Opened != Yours && Theirs != Yours;
}
