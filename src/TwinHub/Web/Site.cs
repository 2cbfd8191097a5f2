using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using TwinHub.Data;
using TwinHub.Identity;

namespace TwinHub.Web;

/// <summary>What every page and verb stands on: the record, sign-in, headers, errors.</summary>
internal static class Site
{
    private const string WayIn = "TwinHub";

    public static void AddRecord(this IServiceCollection services, Store store)
    {
        store.AddTo(services);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ReferenceCache>();
        services.AddSingleton<Data.Maps.RegionMaps>();
        services.AddSingleton<Data.Standing.OutlookCache>();
        services.AddScoped<Caller>();
        services.AddScoped(provider => provider.GetRequiredService<Caller>().Actor ?? throw new UnauthorizedAccessException("Nobody is signed in."));
        services.AddScoped(provider => provider.GetRequiredService<Caller>().Page ?? throw new InvalidOperationException("The record is empty: load a pack first."));
        services.AddIdentityCore<Account>(Passwords).AddEntityFrameworkStores<TwinHubDb>().AddSignInManager().AddClaimsPrincipalFactory<AccountClaims>();
    }

    public static void AddSite(this IServiceCollection services, Store store, SiteOptions options)
    {
        services.AddSingleton(options);
        services.AddRazorComponents();
        services.AddCascadingValue(provider => provider.GetRequiredService<Page>());
        services.AddHttpContextAccessor();
        services.ConfigureHttpJsonOptions(o => Json(o.SerializerOptions));
        services.AddWebEncoders(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)); // Chinese as Chinese, not as entities
        services.AddAntiforgery(o => o.Cookie.Name = "twinhub.form");
        services.AddExceptionHandler<ErrorAnswers>();
        services.AddDataProtection().SetApplicationName("TwinHub").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(store.Folder, "keys")));
        services.AddAuthentication(WayIn).AddPolicyScheme(WayIn, null, o => o.ForwardDefaultSelector = TokenSignIn.Of)
            .AddCookie(IdentityConstants.ApplicationScheme, Cookie).AddScheme<AuthenticationSchemeOptions, TokenSignIn>(AccessScope.Scheme, null);
        services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = System.IO.Compression.CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = System.IO.Compression.CompressionLevel.Fastest);
        services.Configure<KestrelServerOptions>(o => o.Limits.MaxRequestBodySize = Limits.MostUploadBytes);
        services.Configure<FormOptions>(o => (o.MultipartBodyLengthLimit, o.ValueCountLimit) = (Limits.MostUploadBytes, Limits.MostFormFields));
        options.Limits.AddTo(services);
        Health.AddTo(services);
    }

    public static void UseSite(this WebApplication app)
    {
        app.UseResponseCompression();
        app.Use(Headers);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(StaticFile.Root),
            OnPrepareResponse = Keep,
            ContentTypeProvider = new FileExtensionContentTypeProvider(),
        });
        app.UseExceptionHandler(_ => { });
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<PageMiddleware>();
        app.UseStatusCodePages(context => ErrorAnswers.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseMiddleware<AddressMiddleware>();
        app.UseAuthorization();
        app.UseMiddleware<OwnPasswordFirst>();
        app.UseAntiforgery();
        app.UseMiddleware<SeenAgain>();
    }

    /// <summary>Words for enumerations, numbers as numbers, Chinese as Chinese; a body with a member that nobody reads is refused.</summary>
    private static void Json(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // the content type is JSON and is not sniffed
    }

    private static void Passwords(IdentityOptions options)
    {
        options.Password.RequiredLength = 12;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.User.RequireUniqueEmail = false;
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "twinhub";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnRedirectToLogin = context => SendToSignIn(context.HttpContext);
        options.Events.OnRedirectToAccessDenied = context => ErrorAnswers.WriteAsync(context.HttpContext, 403);
    }

    private static Task SendToSignIn(HttpContext http)
    {
        var page = http.RequestServices.GetRequiredService<Caller>().Page;
        if (page is null || http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) return ErrorAnswers.WriteAsync(http, 401);
        http.Response.Redirect($"{page.To("sign-in")}?back={Uri.EscapeDataString(page.Path)}");
        return Task.CompletedTask;
    }

    private static Task Headers(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(http);
    }

    private static void Keep(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl = context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
}
