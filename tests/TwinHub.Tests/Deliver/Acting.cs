using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Whole;
using TwinHub.Deliver;
using TwinHub.Deliver.Changes;
using TwinHub.Tests.Record;
using TwinHub.Web;

namespace TwinHub.Tests.Deliver;

/// <summary>Slices of a founded record of three parties, called as an account.</summary>
internal static class Acting
{
    public const string List = "2024H1";
    public static readonly string[] Parties = ["north", "south", "east"];
    public static readonly Actor Drafter = TestRecord.Account("north", Roles.Drafter | Roles.Office);

    public static Actor Holder(string party) => TestRecord.Account(party, Roles.KeyHolder);

    public static Actor Office(string party) => TestRecord.Account(party, Roles.Office);

    public static Task<TestRecord> RecordAsync(string engine) => TestRecord.FoundedAsync(engine, more: services =>
    {
        services.AddSingleton<ReferenceCache>();
        services.AddScoped<Caller>();
        services.AddScoped(p => p.GetRequiredService<Caller>().Actor!);
        services.AddKeyed();
    });

    /// <summary>One request of an account: a scope of its own.</summary>
    public static async Task<T> AsAsync<TSlice, T>(this TestRecord record, Actor actor, Func<TSlice, Task<T>> act) where TSlice : notnull
    {
        await using var scope = record.Scope();
        scope.ServiceProvider.GetRequiredService<Caller>().Actor = actor;
        return await act(scope.ServiceProvider.GetRequiredService<TSlice>());
    }

    public static LocalText Said(string text) => LocalText.Of("en", ("en", text));

    public static Task<WholeList> WholeAsync(this TestRecord record, string list = List) => record.ReadAsync(async db => (await db.ReadWholeListAsync(list, CancellationToken.None))!);

    /// <summary>A row with what stands now as old.</summary>
    public static ChangeRow Row(this WholeList whole, RowKind kind, string item, string text = "", int order = 1) => new()
    {
        Id = Keys.New(),
        Order = order,
        Item = item,
        Kind = kind,
        Old = Rows.Current(kind, whole.List.Find(item)!, whole.List, whole.Milestones),
        New = text,
        Reason = Said("as agreed"),
    };

    public static async Task<string> ProposeAsync(this TestRecord record, Actor by, string list, params ChangeRow[] rows) =>
        (await record.AsAsync((ProposeChange slice) => slice.HandleAsync(new(list, Said("adjustment"), rows), CancellationToken.None), by)).Code;

    public static Task<T> AsAsync<TSlice, T>(this TestRecord record, Func<TSlice, Task<T>> act, Actor actor) where TSlice : notnull => record.AsAsync(actor, act);

    public static Task<ChangeRequest> ChangeAsync(this TestRecord record, string code) => record.ReadAsync(db => db.Changes.AsNoTracking().SingleAsync(c => c.Code == code));

    public static async Task<TurnKey.Turned> TurnAsync(this TestRecord record, Actor holder, string code)
    {
        var text = (await record.ChangeAsync(code)).TextSha256;
        return await record.AsAsync(holder, (TurnKey slice) => slice.HandleAsync(new(code, text, new KeyBasis(InPerson: true)), CancellationToken.None));
    }

    /// <summary>Every party's key, by its key holder.</summary>
    public static async Task TurnEveryAsync(this TestRecord record, string code)
    {
        foreach (var party in Parties) await record.TurnAsync(Holder(party), code);
    }

    public static async Task<Balance> BalanceAsync(this TestRecord record, string list = List)
    {
        var balance = (await record.WholeAsync(list)).List.Balance();
        Assert.True(balance.Holds, $"{list} does not balance: {balance}");
        return balance;
    }

    public static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Code;

    /// <summary>A list after the first, of the same parties.</summary>
    public static Task AddNextListAsync(this TestRecord record) => record.ActAsync(new Act("list.drafted", Drafter, "2024H2"), db =>
    {
        db.Lists.Add(new ItemList(Keys.New(), "2024H2", Said("Second half of 2024"), Parties) { Kind = "half_year", Starts = new(2024, 7, 1), Ends = new(2024, 12, 31) });
        return Task.CompletedTask;
    });

    public static Item Find(this WholeList whole, string code) => whole.List.Find(code)!;
}
