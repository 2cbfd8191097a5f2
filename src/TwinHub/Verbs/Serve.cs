using System.CommandLine;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using TwinHub.Data;
using TwinHub.Identity;
using TwinHub.Web;

namespace TwinHub.Verbs;

/// <summary><c>serve</c>: founds the record if it is empty, and serves the site.</summary>
internal static class Serve
{
    private static readonly Option<int> Port = new("--port") { Description = "Port on this machine.", DefaultValueFactory = _ => 5080 };
    private static readonly Option<bool> Demo = new("--demo") { Description = "Demo accounts; the site answers on this machine only." };
    private static readonly Option<bool> PrepareToo = new("--prepare") { Description = "Prepare the next meeting, once the site answers, where its papers are not up to date." };
    private static readonly Option<string> Bind = new("--bind") { Description = "Address to answer on, without --demo.", DefaultValueFactory = _ => "127.0.0.1" };
    private static readonly Option<int> Rate = new("--rate") { Description = "Requests a second that one account may send; 0: no limit.", DefaultValueFactory = _ => new Limits().PerSecond };

    public static Command Verb()
    {
        var serve = new Command("serve", "Serves the site. Example: twinhub serve --data data --port 5080 --demo") { RecordOptions.Data, RecordOptions.Pack, Port, Demo, Bind, Rate, PrepareToo, Prepare.Out };
        serve.SetAction(RunAsync);
        return serve;
    }

    private static async Task<int> RunAsync(ParseResult call, CancellationToken cancel)
    {
        var (store, demo) = (RecordOptions.Store(call), call.GetValue(Demo));
        var app = Build(store, new SiteOptions(demo) { Limits = new(PerSecond: Math.Max(0, call.GetValue(Rate))) }, $"http://{(demo ? "127.0.0.1" : call.GetValue(Bind))}:{call.GetValue(Port)}");
        if (await FoundAsync(app, store, call, cancel) is var faults && faults > 0) return ExitCode.Data;
        await StartAsync(app, cancel);
        await SayAsync(app, cancel);
        if (call.GetValue(PrepareToo)) await Prepare.BesideSiteAsync(app, call.GetValue(Prepare.Out)!.FullName);
        await app.WaitForShutdownAsync(cancel);
        return ExitCode.Done;
    }

    /// <exception cref="IOException">The address is taken, or may not be had.</exception>
    private static async Task StartAsync(WebApplication app, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            throw new IOException($"{fault.Message} Stop the program that has it, or choose another port, for example: twinhub serve --demo --port 5081", fault);
        }
    }

    /// <summary>The site on a record; tests start it the same way.</summary>
    public static WebApplication Build(Store store, SiteOptions options, string address)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore.Query", LogLevel.Error).AddFilter("TwinHub.Identity", LogLevel.Information).AddFilter(typeof(TokenSignIn).FullName, LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical) // a start that fails is told by whoever called
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // keys lie in the data folder, which only the operator reads
        builder.WebHost.UseUrls(address);
        builder.Services.AddRecord(store);
        builder.Services.AddSite(store, options);
        builder.Services.AddSlices();
        var app = builder.Build();
        app.UseSite();
        app.MapSlices();
        return app;
    }

    private static async Task<int> FoundAsync(WebApplication app, Store store, ParseResult call, CancellationToken cancel)
    {
        Directory.CreateDirectory(store.Folder);
        await using var scope = app.Services.CreateAsyncScope();
        await store.PrepareAsync(scope.ServiceProvider.GetRequiredService<TwinHubDb>(), cancel);
        return await FoundRecord.IfEmptyAsync(call, scope.ServiceProvider, app.Services.GetRequiredService<SiteOptions>().Demo, cancel);
    }

    private static async Task SayAsync(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var reference = await app.Services.GetRequiredService<ReferenceCache>().GetAsync(cancel);
        Console.WriteLine($"Serving {string.Join(' ', app.Urls)}");
        if (!app.Services.GetRequiredService<SiteOptions>().Demo) return;
        Console.WriteLine("Demo accounts (choose one on the sign-in page):");
        var accounts = await scope.ServiceProvider.GetRequiredService<TwinHubDb>().Users.AsNoTracking().Where(u => u.Demo).OrderBy(u => u.UserName).ToListAsync(cancel);
        foreach (var account in accounts) Console.WriteLine($"  {account.UserName,-26} {string.Join(" / ", account.Display.Wordings.Values.Select(w => w.Text))}  ({reference!.Party(account.Party).Name})");
    }
}
