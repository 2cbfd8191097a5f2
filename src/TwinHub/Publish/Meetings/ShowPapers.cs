using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Publish.Meetings;

/// <summary>The prepared papers of each meeting, to be fetched as the reader may see them; the joint office prepares the next ones.</summary>
public sealed partial class ShowPapers(PrepareMeeting prepare, ReadMeetingFacts read, Store store, Actor actor)
{
    /// <param name="IsCurrent">Nothing changed in the record since.</param>
    public sealed record Prepared(MeetingPack Pack, IReadOnlyList<PackFile> Files, bool IsCurrent);

    /// <param name="WhyNot">Why the reader may not prepare; null: they may.</param>
    public sealed record View(IReadOnlyList<Prepared> Packs, Refusal? WhyNot, Problems Problems);

    private string Folder => Path.Combine(store.Folder, "papers");

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/papers", (ShowPapers slice, CancellationToken cancel) => slice.ShowAsync(new Problems(), cancel)).WithMetadata(MadeAnew.Mark);
        app.MapPost("/papers", (string lang, IFormCollection _, ShowPapers slice, CancellationToken cancel) => Answer.PageAsync(
            _ => new PrepareMeeting.Command(slice.Folder), c => slice.PrepareAsync(c, $"/{lang}/papers", cancel), p => slice.ShowAsync(p, cancel))); // reading the form checks its token
        app.MapGet("/papers/{meeting}/{language}/{file}", (string meeting, string language, string file, ShowPapers slice, HttpContext http) => slice.Fetch(meeting, $"{language}/{file}", http)).WithMetadata(MadeAnew.Mark);
    }

    /// <exception cref="RefusedException"><c>actor.role</c>; the reasons of <see cref="PrepareMeeting.HandleAsync"/>.</exception>
    public Task<PrepareMeeting.Prepared> HandleAsync(PrepareMeeting.Command command, CancellationToken cancel)
    {
        RefusedException.ThrowIf(WhyNotPrepare(actor));
        return prepare.HandleAsync(command, null, cancel);
    }

    private async Task<string> PrepareAsync(PrepareMeeting.Command command, string done, CancellationToken cancel)
    {
        await HandleAsync(command, cancel);
        return done;
    }

    /// <summary>Null for the joint office of any party.</summary>
    public static Refusal? WhyNotPrepare(Actor actor) => actor.WhyNotAs(Roles.Office);

    /// <summary>Joint papers are every party's; internal working material is for the joint office and those who turn keys.</summary>
    public static bool MayRead(PackFile file, Actor actor) => file.Class <= Class.Joint || (file.Class == Class.Internal && actor.Is(Roles.Office | Roles.KeyHolder));

    private async Task<IResult> ShowAsync(Problems problems, CancellationToken cancel)
    {
        var (size, root, day) = await read.HeadAsync(cancel);
        var packs = Directory.Exists(Folder) ? Directory.GetDirectories(Folder).Select(MeetingPack.Read).OfType<MeetingPack>().OrderByDescending(p => p.AsOf).ThenBy(p => p.Meeting, StringComparer.Ordinal) : Enumerable.Empty<MeetingPack>();
        var shown = packs.Select(p => new Prepared(p, [.. p.Files.Where(f => MayRead(f, actor))], p.Journal == new PackRecord(size, root) && p.AsOf == day));
        return new RazorComponentResult<PapersPage>(new { View = new View([.. shown], WhyNotPrepare(actor), problems) }) { StatusCode = problems.Any ? 422 : 200 };
    }

    /// <summary>Only what a manifest names, and the reader may see, is there.</summary>
    private IResult Fetch(string meeting, string path, HttpContext http)
    {
        var folder = Path.Combine(Folder, Path.GetFileName(meeting));
        if (MeetingPack.Read(folder)?.Files.FirstOrDefault(f => f.Path == path) is not { } file || !MayRead(file, actor) || !File.Exists(file.In(folder))) return TypedResults.NotFound();
        if (file.Extension() == "html") return Html(File.ReadAllText(file.In(folder)), http);
        return TypedResults.PhysicalFile(file.In(folder), ContentType(file.Extension()), Path.GetFileName(path));
    }

    /// <summary>A paper carries its own stylesheet: the page's policy lets in that one, by its digest, and nothing else.</summary>
    private static ContentHttpResult Html(string text, HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src '{StyleDigest().Match(text).Value}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        return TypedResults.Text(text, "text/html; charset=utf-8");
    }

    private static string ContentType(string extension) => extension == "xlsx"
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [GeneratedRegex("sha256-[A-Za-z0-9+/=]{44}")]
    private static partial Regex StyleDigest();
}
