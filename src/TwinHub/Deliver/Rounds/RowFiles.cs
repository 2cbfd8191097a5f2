using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Core.Evidence;
using TwinHub.Data.Files;
using TwinHub.Web;

namespace TwinHub.Deliver.Rounds;

/// <summary>Files that came with a unit's form, by the item whose report they support, each of the class that was chosen for them.</summary>
internal sealed class RowFiles(IFormCollection form, Page page, Actor actor)
{
    public bool Any(string code) => Of(code).Any();

    /// <summary>What is to be kept; where no class was chosen, or a file may not be held here, the problems say so.</summary>
    public IReadOnlyList<Upload> Read(string code, Problems problems)
    {
        if (!Any(code)) return [];
        if (!Enum.TryParse<Class>(form["class-" + code], out var held) || !Enum.IsDefined(held))
        {
            problems.Add(Refusal.Of("report.file-class", code), "files-" + code);
            return [];
        }

        if ((EvidenceFile.WhyNotBring(actor, held, page.Region.Ceiling) ?? TooLarge(code)) is { } refusal) problems.Add(refusal, "files-" + code);
        return [.. Of(code).Select(f => new Upload(f.FileName, f.OpenReadStream(), held))];
    }

    /// <summary>A browser never gives a file back: where something is refused, it is told which files are to be chosen again.</summary>
    public void AskAgain(IEnumerable<UnitRow> rows, Problems problems)
    {
        foreach (var row in rows.Where(r => Any(r.Code))) problems.Add(Refusal.Of("report.file-again", row.Code, string.Join(", ", Of(row.Code).Select(f => Path.GetFileName(f.FileName)))), "files-" + row.Code);
    }

    private Refusal? TooLarge(string code) => Of(code).Any(f => f.Length > EvidenceStore.MostBytes) ? Refusal.Of("evidence.too-large") : null;

    private IEnumerable<IFormFile> Of(string code) => form.Files.Where(f => f.Name == "file-" + code && f.Length > 0);
}
