using Headshots.Web.Identity;
using Headshots.Web.Identity.Provider;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Abstractions;
using Microsoft.Identity.Web;

namespace Headshots.Azure;

/// <summary>
/// Signing in with Entra ID on Microsoft.Identity.Web: it keeps the metadata, knows Microsoft's clouds and proves this installation by
/// secret or certificate. Who somebody is, and whether they may enter, is decided by the same events and the same claims as with
/// the framework's handler alone; the token must pass both its checks and ours.
/// </summary>
public static class EntraSignIn
{
    public static void Add(IServiceCollection services, SignInPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Uri authority = new(plan.Authority);
        services.AddAuthentication().AddMicrosoftIdentityWebApp(
            identity =>
            {
                identity.Instance = authority.GetLeftPart(UriPartial.Authority) + "/";
                identity.TenantId = authority.Segments.ElementAtOrDefault(1)?.TrimEnd('/') ?? "organizations";
                identity.ClientId = plan.ClientId;
                identity.ClientSecret = plan.Secret;
                identity.ClientCredentials = plan.Certificate is { } certificate
                    ? [new CredentialDescription { SourceType = CredentialSource.Certificate, Certificate = certificate }]
                    : [];
            },
            cookieScheme: null,
            openIdConnectScheme: Access.ProviderScheme);
        services.Configure<OpenIdConnectOptions>(Access.ProviderScheme, ProviderScheme.Conduct);
        services.PostConfigure<OpenIdConnectOptions>(Access.ProviderScheme, options => ProviderScheme.Restrict(options, plan));
    }
}
