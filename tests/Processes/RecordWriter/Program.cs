using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core.Parties;
using TwinHub.Data;

// Commits acts without end, and prints the subject of each once it is committed.
//   RecordWriter FOLDER NAME [POSTGRES]
var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
new Store(args[0], args.ElementAtOrDefault(2)).AddTo(services);
await using var provider = services.BuildServiceProvider();
var actor = new Actor(Guid.CreateVersion7(), "south", Roles.Office, null);
for (var number = 0; ; number++)
{
    await using var scope = provider.CreateAsyncScope();
    var db = scope.ServiceProvider.GetRequiredService<TwinHubDb>();
    var contacts = await db.Contacts.Where(c => c.Party == "south").Take(3).ToListAsync();
    foreach (var contact in contacts) contact.Phone = $"{args[1]}-{number}"; // three rows, or none
    db.Act(new Act("contact.changed", actor, $"{args[1]}-{number}"));
    await db.SaveChangesAsync();
    Console.WriteLine($"{args[1]}-{number}");
}
