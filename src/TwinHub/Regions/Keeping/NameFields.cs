using TwinHub.Core;
using TwinHub.Web;

namespace TwinHub.Regions.Keeping;

/// <summary>The names of a reference record as they were typed.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Short">The short one; the full name where none was typed.</param>
public sealed record NameFields(LocalText Name, LocalText Short)
{
    public static NameFields? Read(FormFields fields) =>
        fields.RequiredLocal("Name") is { } name ? new(name, fields.Local("Short") is { IsEmpty: false } given ? given : name) : null;
}
