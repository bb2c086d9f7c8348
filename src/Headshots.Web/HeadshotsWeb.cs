using Headshots.Web.Admin;
using Headshots.Web.Api;
using Headshots.Web.ApiKeys;
using Headshots.Web.Employee;
using Headshots.Web.Employee.Choose;
using Headshots.Web.Employee.Devices;
using Headshots.Web.Employee.Photos;
using Headshots.Web.Employee.Status;
using Headshots.Web.Feedback;
using Headshots.Web.Identity;
using Headshots.Web.Identity.Provider;
using Headshots.Web.Localisation;
using Headshots.Web.Onboarding;
using Headshots.Web.Photos;
using Headshots.Web.Privacy;
using Headshots.Web.Security;
using Headshots.Web.WellKnown;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Headshots.Web;

/// <summary>The portal: what a host has to add, use and map.</summary>
public static class HeadshotsWeb
{
    /// <param name="services">The host's.</param>
    /// <param name="signIn">Who vouches for people; nobody if left out, and then nobody enters the portal.</param>
    /// <param name="withProvider">Adds the provider's scheme in another way than the framework's handler; that one if left out.</param>
    public static IServiceCollection AddHeadshotsWeb(this IServiceCollection services, SignInPlan? signIn = null, Action<IServiceCollection, SignInPlan>? withProvider = null)
    {
        SignInPlan plan = signIn ?? SignInPlan.Of(new SignInOptions(), isDevelopment: false, out _);
        services.AddLocalization();
        services.AddRequestLocalization(Languages.Configure);
        services.AddCompression();
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddHeadshotsIdentity(plan);
        services.AddApiKeys();
        RateLimits.Add(services);
        WellKnownFiles.Add(services);
        if (plan.HasProvider)
        {
            (withProvider ?? ProviderScheme.Add)(services, plan);
        }

        services.AddSingleton<PhotoAddresses>();
        services.AddSingleton<IPhotoLinks>(provider => provider.GetRequiredService<PhotoAddresses>());
        services.AddSingleton<SmallPhotos>();
        services.AddScoped<ProblemWords>();
        services.AddScoped<VariantWords>();
        services.AddScoped<RetakeWords>();
        services.AddScoped<Standings>();
        services.AddScoped<LinkDoor>();
        services.AddScoped<PersonArchive>();
        services.AddScoped<LikenessWords>();
        services.AddScoped<OnboardingUses>();
        services.AddHeadshotsAdmin();
        services.AddApi();
        services.AddRazorPages(Conventions);

        // Lists of people and pictures are not laid into a temporary folder on their way; a request is limited to less.
        services.Configure<FormOptions>(options => options.MemoryBufferThreshold = 64 << 20);
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = Toasts.CookieName);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "headshots.form";
            options.SuppressXFrameOptionsHeader = true; // frame-ancestors says it, everywhere and not only beside forms.
        });
        return services;
    }

    /// <summary>Everything a request passes before it reaches a page. Comes after the host's own forwarding and HTTPS rules.</summary>
    public static WebApplication UseHeadshotsWeb(this WebApplication app)
    {
        // Started from source, style sheets and scripts lie in the folders where they were built; a published program has them beside it.
        if (!app.Environment.IsDevelopment())
        {
            StaticWebAssetsLoader.UseStaticWebAssets(app.Environment, app.Configuration);
        }

        // Otherwise files of a build that was not published are compressed anew, and badly, for every answer.
        app.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false";

        app.UseMiddleware<SecurityHeaders>();
        app.UseCompression();
        app.UseRequestLocalization();
        app.UseWhen(ApiFaults.IsApi, ApiFaults.Use);
        app.UseWhen(context => !ApiFaults.IsApi(context), pages =>
        {
            pages.UseExceptionHandler("/status/500", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        });
        app.UseRouting();
        app.UseAuthentication();

        // Here it is known who asks, and nothing was done for them yet.
        app.UseRateLimiter();
        app.UseAuthorization();
        return app;
    }

    public static IEndpointRouteBuilder MapHeadshotsWeb(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets();

        // What somebody types who knows the server's name only.
        endpoints.MapGet("/", () => Results.LocalRedirect("~/admin")).RequireAuthorization(Access.PortalPolicy).ExcludeFromDescription();
        endpoints.MapRazorPages().WithStaticAssets();
        ReceivePhotos.Map(endpoints);
        LiveProgress.Map(endpoints);
        PhotoEndpoint.Map(endpoints);
        PrivacyEndpoints.Map(endpoints);
        endpoints.MapApi();
        WellKnownFiles.Map(endpoints);
        ProviderEndpoints.Map(endpoints, endpoints.ServiceProvider.GetRequiredService<SignInPlan>());
        return endpoints;
    }

    private static void Conventions(RazorPagesOptions options)
    {
        // Features are folders of the project, not of a Pages folder.
        options.RootDirectory = "/";
        options.Conventions.AddPortal();
    }
}
