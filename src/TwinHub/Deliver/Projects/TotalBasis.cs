using TwinHub.Web;

namespace TwinHub.Deliver.Projects;

/// <summary>Of when a total is, and of what: a pack writes a period, then a word, such as <c>2021-08 feasibility_study</c>.</summary>
internal static class TotalBasis
{
    public static string? Say(Page page, string? asOf)
    {
        if (asOf?.Split(' ', 2) is not { } parts) return null;
        var when = page.Forms.Period(parts[0]);
        return parts.Length == 1 ? when : page.Say("projects.total.as-of", page.Named("TotalBasis", parts[1]), when);
    }
}
