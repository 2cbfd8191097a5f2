using Microsoft.AspNetCore.Identity;

namespace TwinHub.Identity;

/// <summary>The slices of accounts.</summary>
internal static class IdentitySlices
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<IPasswordValidator<Account>, UncommonPassword>();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1)); // a closed account is out, a changed role holds, within a minute
        services.AddScoped<KeepAccounts>();
        services.AddScoped<ListAccounts>();
        services.AddScoped<OwnPassword>();
        services.AddScoped<KeepTokens>();
        services.AddScoped<OwnTokens>();
    }

    public static void MapAccounts(this IEndpointRouteBuilder pages)
    {
        ListAccounts.Map(pages);
        OwnPassword.Map(pages);
        OwnTokens.Map(pages);
    }
}
