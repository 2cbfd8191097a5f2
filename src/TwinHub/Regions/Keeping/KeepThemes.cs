using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Regions.Keeping;

/// <summary>Themes and the other classifications: adding a value, renaming one that no adopted list has.</summary>
public sealed class KeepThemes(TwinHubDb db, ReferenceCache references, Actor actor)
{
    public sealed record Command(string Scheme, string Code, NameFields Names);

    /// <param name="Schemes">Values by scheme, in their order.</param>
    /// <param name="Used">Codes of themes that an adopted list has.</param>
    public sealed record View(IReadOnlyList<IGrouping<string, Classification>> Schemes, IReadOnlySet<string> Used, Problems Problems)
    {
        public FormFields? Typed { get; init; }
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/region/themes", (KeepThemes slice, CancellationToken cancel) => slice.ShowAsync(new Problems(), null, cancel));
        pages.MapPost("/region/themes", (IFormCollection form, Page page, KeepThemes slice, CancellationToken cancel) => Answer.PageAsync(
            p => Read(new FormFields(form, page, p)), async c => page.To("region/themes#s-" + await slice.AddAsync(c, cancel)), p => slice.ShowAsync(p, new FormFields(form, page, p), cancel)));
        pages.MapPost("/region/themes/{scheme}/{code}", (string scheme, string code, IFormCollection form, Page page, KeepThemes slice, CancellationToken cancel) => Answer.PageAsync(
            p => NameFields.Read(new FormFields(form, page, p)), async n => page.To("region/themes#s-" + await slice.RenameAsync(scheme, code, n, cancel)), p => slice.ShowAsync(p, null, cancel)));
    }

    /// <returns>Its scheme.</returns>
    /// <exception cref="RefusedException"><c>actor.role</c>, <c>reference.code-form</c>, <c>reference.code-taken</c>.</exception>
    public async Task<string> AddAsync(Command command, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Administrator) ?? (KeepUnits.CodeForm.IsMatch(command.Code) ? null : Refusal.Of("reference.code-form", command.Code)));
        var scheme = await db.Classifications.AsNoTracking().Where(c => c.Scheme == command.Scheme).ToListAsync(cancel);
        RefusedException.ThrowIf(scheme.Exists(c => c.Code == command.Code) ? Refusal.Of("reference.code-taken", command.Code) : scheme.Count == 0 ? Refusal.Of("reference.scheme", command.Scheme) : null);
        db.Classifications.Add(new Classification { Scheme = command.Scheme, Code = command.Code, Order = scheme.Max(c => c.Order) + 1, Name = command.Names.Name, Short = command.Names.Short, Note = LocalText.Empty });
        await SaveAsync(new Act("theme.added", actor, command.Code), cancel);
        return command.Scheme;
    }

    /// <exception cref="RefusedException">The reasons of <see cref="Classification.WhyNotRename"/>.</exception>
    public async Task<string> RenameAsync(string scheme, string code, NameFields names, CancellationToken cancel)
    {
        var value = await db.Classifications.SingleOrDefaultAsync(c => c.Scheme == scheme && c.Code == code, cancel) ?? throw new NotFoundException("theme", code);
        value.Rename(actor, (names.Name, names.Short), scheme == "theme" && (await UsedAsync(cancel)).Contains(code));
        await SaveAsync(new Act("theme.renamed", actor, code), cancel);
        return scheme;
    }

    private async Task SaveAsync(Act act, CancellationToken cancel)
    {
        db.Act(act);
        await db.SaveOrRefuseAsync(cancel);
        references.Forget();
    }

    private async Task<HashSet<string>> UsedAsync(CancellationToken cancel) => [.. await db.Revisions.SelectMany(r => r.Rows).Select(r => r.Theme).Distinct().ToListAsync(cancel)];

    private static Command? Read(FormFields fields) =>
        (fields.Required("Code"), NameFields.Read(fields)) is ({ } code, { } names) ? new(fields.Text("Scheme"), code, names) : null;

    private async Task<IResult> ShowAsync(Problems problems, FormFields? typed, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Administrator));
        var view = new View([.. (await references.GetAsync(cancel))!.Classifications.GroupBy(c => c.Scheme)], await UsedAsync(cancel), problems) { Typed = typed };
        return new RazorComponentResult<ThemesPage>(new { View = view }) { StatusCode = problems.Any ? 422 : 200 };
    }
}
