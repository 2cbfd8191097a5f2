using TwinHub.Core.Parties;

namespace TwinHub.Core.Tests;

/// <summary>The fixed cast. Wang proposes; the others of the first party are Zhao and the people of one of its units.</summary>
internal static class Cast
{
    public const string One = "one", Two = "two", Three = "three", Four = "four";

    public static readonly Actor Wang = Of(One, "one-office", Roles.Office | Roles.Drafter | Roles.KeyHolder);
    public static readonly Actor Zhao = Of(One, "one-office", Roles.Office | Roles.KeyHolder);
    public static readonly Actor Qian = Of(One, "one-roads", Roles.Drafter);
    public static readonly Actor Feng = Of(One, "one-roads", Roles.Drafter | Roles.Confirmer);
    public static readonly Actor Jiang = Of(One, "one-water", Roles.Drafter | Roles.Confirmer);
    public static readonly Actor Gu = Of(One, null, Roles.Viewer | Roles.Auditor);
    public static readonly Actor Li = Of(Two, "two-office", Roles.Office | Roles.Drafter | Roles.KeyHolder);
    public static readonly Actor Zhou = Of(Two, "two-office", Roles.Office | Roles.KeyHolder);
    public static readonly Actor Wu = Of(Two, "two-roads", Roles.Drafter | Roles.Confirmer);
    public static readonly Actor Chen = Of(Three, "three-office", Roles.Office | Roles.Drafter | Roles.KeyHolder);
    public static readonly Actor Sun = Of(Four, "four-office", Roles.Office | Roles.KeyHolder);

    public static readonly DateTimeOffset Noon = new(2023, 7, 3, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2023, 7, 3);

    public static LocalText Zh(string text) => LocalText.Of("zh", ("zh", text));

    private static Actor Of(string party, string? unit, Roles roles) => new(Guid.NewGuid(), party, roles, unit);
}
