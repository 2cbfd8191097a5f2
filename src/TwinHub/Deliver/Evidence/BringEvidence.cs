using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core;
using TwinHub.Core.Evidence;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Data.Files;
using TwinHub.Web;

namespace TwinHub.Deliver.Evidence;

/// <summary>Brings a file as evidence of a record. The class is asked first: what is above the installation's ceiling never leaves the sender's machine.</summary>
public sealed class BringEvidence(TwinHubDb db, EvidenceStore files, Actor actor)
{
    public sealed record Command(string Subject, Upload File);

    /// <param name="Of">The record.</param>
    /// <param name="Held">What is there already.</param>
    /// <param name="Chosen">The class chosen in the first step; null: it is still to be asked.</param>
    public sealed record View(Supported Of, EvidenceOf Held, Class? Chosen, Problems Problems)
    {
        public bool MayBring { get; init; }
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/evidence", (string subject, BringEvidence slice, CancellationToken cancel) => slice.ShowAsync(subject, null, new Problems(), cancel));
        pages.MapGet("/evidence/new", (string subject, string? held, BringEvidence slice, CancellationToken cancel) => slice.AskAsync(subject, held, cancel));
        pages.MapPost("/evidence/new", (string subject, IFormCollection form, Page page, BringEvidence slice, CancellationToken cancel) => Answer.PageAsync(
            p => slice.Read(subject, new FormFields(form, page, p)), async c => page.To($"evidence?subject={Uri.EscapeDataString(await slice.HandleAsync(c, cancel))}"),
            p => slice.ShowAsync(subject, Enum.TryParse<Class>(form["Class"], out var one) ? one : null, p, cancel))).WithMetadata(TakesFiles.Mark);
    }

    /// <exception cref="RefusedException">The reasons of <see cref="EvidenceStore.BringAsync"/>; <c>evidence.held</c>.</exception>
    public async Task<string> HandleAsync(Command command, CancellationToken cancel)
    {
        var of = await Supported.FindAsync(db, command.Subject, actor, cancel);
        RefusedException.ThrowIf(of.WhyNotOf(command.File.Class));
        var file = await files.BringAsync(command.File, of.Subject, cancel);
        var held = await db.EvidenceOfAsync(of.Subject, actor, cancel);
        RefusedException.ThrowIf(held.Files.Any(f => f.Sha256 == file.Sha256 && f.Party == actor.Party) ? Refusal.Of("evidence.held", file.Name) : null);
        db.Act(new Act("evidence.brought", actor, of.Code));
        await db.SaveOrRefuseAsync(cancel);
        return of.Subject;
    }

    private Command? Read(string subject, FormFields fields)
    {
        RefusedException.ThrowIf(EvidenceFile.WhyNotBring(actor, Class.Public, Class.Public));
        var file = fields.Upload("File", "Class");
        if (file is null && !fields.Problems.Any) fields.Problems.Add(Refusal.Of("evidence.no-file"), "File");
        return file is null ? null : new(subject, file);
    }

    private async Task<IResult> AskAsync(string subject, string? held, CancellationToken cancel)
    {
        RefusedException.ThrowIf(EvidenceFile.WhyNotBring(actor, Class.Public, Class.Public));
        return await ShowAsync(subject, Enum.TryParse<Class>(held, out var one) && Enum.IsDefined(one) ? one : null, new Problems(), cancel, asks: true);
    }

    internal async Task<IResult> ShowAsync(string subject, Class? chosen, Problems problems, CancellationToken cancel, bool asks = false)
    {
        var of = await Supported.FindAsync(db, subject, actor, cancel);
        var view = new View(of, await db.EvidenceOfAsync(of.Subject, actor, cancel), chosen, problems) { MayBring = EvidenceFile.WhyNotBring(actor, Class.Public, Class.Public) is null };
        var status = problems.Any ? 422 : 200;
        return asks || problems.Any ? new RazorComponentResult<BringPage>(new { View = view }) { StatusCode = status } : new RazorComponentResult<EvidencePage>(new { View = view });
    }
}
