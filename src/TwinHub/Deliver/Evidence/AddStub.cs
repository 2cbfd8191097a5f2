using TwinHub.Core;
using TwinHub.Core.Evidence;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Evidence;

/// <summary>Records where a document lies that may not be held here: number, holder, place; no title, no text.</summary>
public sealed class AddStub(TwinHubDb db, ReferenceCache references, Actor actor)
{
    public sealed record Command(string Subject, Class Class, string Number, string Holder, string Place);

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/evidence/stubs", (string subject, IFormCollection form, Page page, AddStub slice, BringEvidence show, CancellationToken cancel) => Answer.PageAsync(
            p => slice.Read(subject, new FormFields(form, page, p)), async c => page.To($"evidence?subject={Uri.EscapeDataString(await slice.HandleAsync(c, cancel))}"),
            p => show.ShowAsync(subject, Enum.TryParse<Class>(form["Class"], out var one) ? one : null, p, cancel)));

    /// <exception cref="RefusedException"><c>actor.role</c>; <c>stub.not-needed</c>: the document may be held here itself.</exception>
    public async Task<string> HandleAsync(Command command, CancellationToken cancel)
    {
        var of = await Supported.FindAsync(db, command.Subject, actor, cancel);
        var ceiling = (await references.GetAsync(cancel))!.Region.Ceiling;
        RefusedException.ThrowIf(EvidenceFile.WhyNotBring(actor, Class.Public, ceiling) ?? of.WhyNotOf(command.Class) ?? (EvidenceFile.WhyNotHold(command.Class, ceiling) is null ? Refusal.Of("stub.not-needed") : null));
        db.Stubs.Add(new Stub
        {
            Id = Keys.New(),
            Kind = "evidence",
            Subject = of.Subject,
            Number = command.Number,
            Holder = command.Holder,
            Place = command.Place,
            Class = command.Class,
            Party = actor.Party,
        });
        db.Act(new Act("evidence.stub-added", actor, of.Code));
        await db.SaveOrRefuseAsync(cancel);
        return of.Subject;
    }

    private Command? Read(string subject, FormFields fields)
    {
        RefusedException.ThrowIf(EvidenceFile.WhyNotBring(actor, Class.Public, Class.Public));
        return (fields.Word<Class>("Class"), fields.Required("StubNumber"), fields.Required("Holder"), fields.Required("Place")) is ({ } held, { } number, { } holder, { } place)
            ? new(subject, held, number, holder, place) : null;
    }
}
