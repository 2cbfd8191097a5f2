namespace TwinHub.Record.Expunges;

/// <summary>Expunging: choosing a text, asking, turning keys, carrying out.</summary>
internal static class ExpungesSlices
{
    public static void AddExpunges(this IServiceCollection services) =>
        services.AddScoped<ChooseText>().AddScoped<AskExpunge>().AddScoped<ShowExpunges>().AddScoped<ShowExpunge>()
            .AddScoped<TurnExpungeKey>().AddScoped<CarryOutExpunge>().AddScoped<RefuseExpunge>().AddScoped<WithdrawExpunge>();

    public static void MapExpunges(this IEndpointRouteBuilder pages)
    {
        ChooseText.Map(pages);
        AskExpunge.Map(pages);
        ShowExpunges.Map(pages);
        ShowExpunge.Map(pages);
        TurnExpungeKey.Map(pages);
        CarryOutExpunge.Map(pages);
        RefuseExpunge.Map(pages);
        WithdrawExpunge.Map(pages);
    }
}
