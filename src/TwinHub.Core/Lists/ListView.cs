using TwinHub.Core.Parties;

namespace TwinHub.Core.Lists;

/// <summary>Whose a saved view is.</summary>
public enum ViewOwner
{
    /// <summary>An account's own columns and row height where an address asks for none; one an account.</summary>
    Standard,
    /// <summary>One account's.</summary>
    Person,
    /// <summary>A unit's: its accounts see and change it.</summary>
    Unit,
    /// <summary>The joint office's: everyone sees it, the office of the party that made it changes it.</summary>
    Office,
}

/// <summary>A saved view of lists: a filter, an order, columns and row height as the query of an address. It selects and says nothing, so it is no part of the record.</summary>
public sealed class ListView
{
    public const int MostCharacters = 40;

    public required Guid Id { get; init; }
    public required ViewOwner Owner { get; init; }
    /// <summary>Who saved it last.</summary>
    public required Guid Account { get; set; }
    public required string Party { get; init; }
    /// <summary>Code of the unit; null: it is no unit's.</summary>
    public string? Organization { get; init; }
    public required string Name { get; set; }
    public required string Query { get; set; }
    public required int Order { get; set; }
    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>Null when the actor may save a view for that owner.</summary>
    public static Refusal? WhyNotSave(Actor actor, ViewOwner owner) => owner switch
    {
        ViewOwner.Unit => actor.Organization is null ? Refusal.Of("view.no-unit") : actor.WhyNotAs(Roles.Drafter | Roles.Confirmer | Roles.Office),
        ViewOwner.Office => actor.WhyNotAs(Roles.Office),
        _ => null,
    };

    /// <summary>Null when the actor, who sees it, may rename, move or remove it.</summary>
    public Refusal? WhyNotChange(Actor actor) => actor.WhyNotFor(Party) ?? WhyNotSave(actor, Owner);
}
