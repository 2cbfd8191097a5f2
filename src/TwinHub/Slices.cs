using TwinHub.Api;
using TwinHub.Data.Standing;
using TwinHub.Deliver;
using TwinHub.Deliver.Items;
using TwinHub.Deliver.Lists;
using TwinHub.Deliver.Mechanism;
using TwinHub.Deliver.Meetings;
using TwinHub.Deliver.Overview;
using TwinHub.Deliver.Projects;
using TwinHub.Deliver.Rounds;
using TwinHub.Deliver.Workbooks;
using TwinHub.Guide;
using TwinHub.Identity;
using TwinHub.Measure;
using TwinHub.Publish.Meetings;
using TwinHub.Record;
using TwinHub.Regions;
using TwinHub.Regions.Founding;
using TwinHub.Regions.Keeping;
using TwinHub.Search;

namespace TwinHub;

/// <summary>Every slice: its handler in the services, its endpoints on the map.</summary>
internal static class Slices
{
    public static void AddSlices(this IServiceCollection services)
    {
        services.AddScoped<DemoAccounts>();
        services.AddScoped<FoundRegion>();
        services.AddScoped<LoadPack>();
        services.AddScoped<SignIn>();
        services.AddScoped<Standings>();
        services.AddPapers();
        services.AddItems();
        services.AddLists();
        services.AddOverview();
        services.AddWorkbooks();
        services.AddMeetings();
        services.AddMeasure();
        services.AddRounds();
        services.AddKeyed();
        services.AddMechanism();
        services.AddRecordPages();
        services.AddProjects();
        services.AddAccounts();
        services.AddGuide();
        services.AddSearch();
        services.AddKeeping();
        services.AddApi();
    }

    public static void MapSlices(this IEndpointRouteBuilder app)
    {
        Web.Health.Map(app);
        app.MapGet("/", (Web.Page page) => TypedResults.LocalRedirect(page.To(""))).AllowAnonymous();
        app.MapGet("/region.css", (Web.Page page, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return TypedResults.Text(Web.StaticFile.RegionCss(page.Reference), "text/css");
        }).AllowAnonymous();
        var pages = app.MapGroup("/{lang}").AddEndpointFilterFactory(Web.EmptyForm.Fill);
        SignIn.Map(pages);
        ShowAccount.Map(pages);
        pages.MapItems();
        pages.MapLists();
        pages.MapOverview();
        pages.MapWorkbooks();
        pages.MapMeetings();
        pages.MapMeasure();
        pages.MapRounds(app);
        pages.MapKeyed(app);
        pages.MapPapers();
        pages.MapMechanism();
        pages.MapRecordPages();
        pages.MapProjects();
        pages.MapAccounts();
        pages.MapGuide();
        pages.MapSearch();
        pages.MapKeeping();
        app.MapApi(pages);
    }
}
