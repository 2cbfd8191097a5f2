using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Regions.Keeping;

/// <summary>Units: adding one, mending a name that no adopted list has, closing one. What a list adopted keeps the name that it was adopted with.</summary>
public sealed partial class KeepUnits(TwinHubDb db, ReferenceCache references, Today today, Actor actor)
{
    public sealed record Command(string Code, string? Party, LocalText Name, LocalText Short)
    {
        public string Kind { get; init; } = "department";
        public string? Predecessor { get; init; }
    }

    public sealed record View(IReadOnlyList<Organization> Units, Problems Problems)
    {
        /// <summary>What was typed; null: nothing yet.</summary>
        public FormFields? Typed { get; init; }
    }

    /// <param name="Unit">The unit.</param>
    /// <param name="InAdoptedList">An adopted list names it.</param>
    /// <param name="OpenItems">Open items that it leads.</param>
    public sealed record One(Organization Unit, bool InAdoptedList, int OpenItems, Problems Problems)
    {
        public FormFields? Typed { get; init; }
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/region/units", (KeepUnits slice, CancellationToken cancel) => slice.ShowAsync(new Problems(), null, cancel));
        pages.MapPost("/region/units", (IFormCollection form, Page page, KeepUnits slice, CancellationToken cancel) => Answer.PageAsync(
            p => slice.Read(new FormFields(form, page, p)), async c => page.To("region/units#" + await slice.AddAsync(c, cancel)), p => slice.ShowAsync(p, new FormFields(form, page, p), cancel)));
        pages.MapGet("/region/units/{code}", (string code, KeepUnits slice, CancellationToken cancel) => slice.ShowOneAsync(code, new Problems(), null, cancel));
        pages.MapPost("/region/units/{code}", (string code, IFormCollection form, Page page, KeepUnits slice, CancellationToken cancel) => Answer.PageAsync(
            p => NameFields.Read(new FormFields(form, page, p)), async n => page.To("region/units/" + await slice.RenameAsync(code, n, cancel)), p => slice.ShowOneAsync(code, p, new FormFields(form, page, p), cancel)));
        pages.MapPost("/region/units/{code}/closed", (string code, IFormCollection _, Page page, KeepUnits slice, CancellationToken cancel) => Answer.PageAsync(
            _ => code, async c => page.To("region/units/" + await slice.CloseAsync(c, cancel)), p => slice.ShowOneAsync(code, p, null, cancel)));
    }

    /// <returns>Its code.</returns>
    /// <exception cref="RefusedException">The reasons of <see cref="Organization.WhyNotKeep"/>; <c>reference.code-form</c>, <c>reference.code-taken</c>.</exception>
    public async Task<string> AddAsync(Command command, CancellationToken cancel)
    {
        RefusedException.ThrowIf(Organization.WhyNotKeep(actor, command.Party) ?? (CodeForm.IsMatch(command.Code) ? null : Refusal.Of("reference.code-form", command.Code)));
        RefusedException.ThrowIf(await db.Organizations.AnyAsync(o => o.Code == command.Code, cancel) ? Refusal.Of("reference.code-taken", command.Code) : null);
        db.Organizations.Add(new Organization { Code = command.Code, Party = command.Party, Kind = command.Kind, Name = command.Name, Short = command.Short, Predecessor = command.Predecessor });
        return await SavedAsync(new Act("unit.added", actor, command.Code), cancel);
    }

    /// <exception cref="RefusedException">The reasons of <see cref="Organization.WhyNotRename"/>.</exception>
    public async Task<string> RenameAsync(string code, NameFields names, CancellationToken cancel)
    {
        var unit = await FindAsync(code, cancel);
        unit.Rename(actor, (names.Name, names.Short), await IsInAdoptedListAsync(code, cancel));
        return await SavedAsync(new Act("unit.renamed", actor, code), cancel);
    }

    /// <exception cref="RefusedException">The reasons of <see cref="Organization.WhyNotClose"/>.</exception>
    public async Task<string> CloseAsync(string code, CancellationToken cancel)
    {
        var unit = await FindAsync(code, cancel);
        unit.Close(actor, today.Day, await OpenItemsAsync(code, cancel));
        return await SavedAsync(new Act("unit.closed", actor, code), cancel);
    }

    private async Task<string> SavedAsync(Act act, CancellationToken cancel)
    {
        db.Act(act);
        await db.SaveOrRefuseAsync(cancel);
        references.Forget();
        return act.Subject;
    }

    private async Task<Organization> FindAsync(string code, CancellationToken cancel) =>
        await db.Organizations.SingleOrDefaultAsync(o => o.Code == code, cancel) ?? throw new NotFoundException("unit", code);

    /// <summary>As a lead in any adopted revision, or with any part in an item that entered one.</summary>
    private async Task<bool> IsInAdoptedListAsync(string code, CancellationToken cancel)
    {
        if (await db.Items.AnyAsync(i => i.FirstRevision != null && i.Units.Any(u => u.Organization == code), cancel)) return true;
        var leads = await db.Revisions.SelectMany(r => r.Rows).Where(r => r.Leads.Contains(code)).Select(r => r.Leads).ToListAsync(cancel);
        return leads.Exists(l => Rows.Leads(l).Any(side => side.Units.Contains(code)));
    }

    private Task<int> OpenItemsAsync(string code, CancellationToken cancel) =>
        db.Items.CountAsync(i => i.End == null && i.Units.Any(u => u.Lead && u.Organization == code), cancel);

    private Command? Read(FormFields fields)
    {
        var (code, names) = (fields.Required("Code"), NameFields.Read(fields));
        var predecessor = fields.Units("Predecessor", _ => true).FirstOrDefault();
        return code is null || names is null ? null
            : new(code, fields.Text("Outside").Length > 0 ? null : actor.Party, names.Name, names.Short) { Kind = fields.Optional("Kind") ?? "department", Predecessor = predecessor };
    }

    private async Task<IResult> ShowAsync(Problems problems, FormFields? typed, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Administrator));
        return new RazorComponentResult<UnitsPage>(new { View = new View([.. (await references.GetAsync(cancel))!.Organizations.Values.OrderBy(o => o.Code, StringComparer.Ordinal)], problems) { Typed = typed } }) { StatusCode = problems.Any ? 422 : 200 };
    }

    private async Task<IResult> ShowOneAsync(string code, Problems problems, FormFields? typed, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Administrator));
        var unit = await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == code, cancel) ?? throw new NotFoundException("unit", code);
        var view = new One(unit, await IsInAdoptedListAsync(code, cancel), await OpenItemsAsync(code, cancel), problems) { Typed = typed };
        return new RazorComponentResult<UnitKeepingPage>(new { View = view }) { StatusCode = problems.Any ? 422 : 200 };
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._:-]{0,39}$")]
    internal static partial Regex CodeForm { get; }
}
