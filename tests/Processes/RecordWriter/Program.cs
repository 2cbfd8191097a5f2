using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core.Parties;
using TwinHub.Data;

// Commits acts without end, to one record or to many at the same time, and prints the subject of each once it is committed: NAME-number of the folder-number of the act.
//   RecordWriter FOLDER[:FOLDER…] NAME [POSTGRES]
var actor = new Actor(Guid.CreateVersion7(), "south", Roles.Office, null);
await Task.WhenAll(args[0].Split(Path.PathSeparator).Select((folder, place) => Task.Run(() => WriteAsync(new Store(folder, args.ElementAtOrDefault(2)), $"{args[1]}-{place}"))));

async Task WriteAsync(Store store, string name)
{
    var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
    store.AddTo(services);
    await using var provider = services.BuildServiceProvider();
    for (var number = 0; ; number++)
    {
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwinHubDb>();
        var contacts = await db.Contacts.Where(c => c.Party == "south").Take(3).ToListAsync();
        foreach (var contact in contacts) contact.Phone = $"{name}-{number}"; // three rows, or none
        db.Act(new Act("contact.changed", actor, $"{name}-{number}"));
        await db.SaveChangesAsync();
        Console.WriteLine($"{name}-{number}");
    }
}
