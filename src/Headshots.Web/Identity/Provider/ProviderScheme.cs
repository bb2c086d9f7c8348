using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Headshots.Web.Identity.Provider;

/// <summary>Signing in at an OpenID Connect provider, on the framework's handler: authorization code with PKCE (ADR 13).</summary>
public static class ProviderScheme
{
    /// <summary>Where the provider sends people back to; registered there.</summary>
    public const string CallbackPath = "/signin-oidc";

    public const string SignedOutPath = "/signout-callback-oidc";

    internal static void Add(IServiceCollection services, SignInPlan plan) =>
        services.AddAuthentication().AddOpenIdConnect(Access.ProviderScheme, options =>
        {
            options.Authority = plan.Authority;
            options.MetadataAddress = plan.Authority + "/.well-known/openid-configuration";
            options.RequireHttpsMetadata = plan.Authority.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
            options.ClientId = plan.ClientId;
            options.ClientSecret = plan.Secret;
            options.BackchannelTimeout = TimeSpan.FromSeconds(15);
            Conduct(options);
            Restrict(options, plan);
        });

    /// <summary>What a token must be, whoever configured the provider.</summary>
    public static void Restrict(OpenIdConnectOptions options, SignInPlan plan)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(plan);
        options.TokenHandler = new JsonWebTokenHandler { MapInboundClaims = false };
        options.TokenValidationParameters = TokenRules.For(plan);
    }

    /// <summary>How the way there and back goes, whoever configured the provider.</summary>
    public static void Conduct(OpenIdConnectOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.SignInScheme = Access.Scheme;
        options.SignOutScheme = Access.Scheme;
        options.CallbackPath = CallbackPath;
        options.SignedOutCallbackPath = SignedOutPath;
        options.SignedOutRedirectUri = "/signin";

        // A notice of the provider comes without a cookie, in a frame of another site: SignOutNotice answers it.
        options.RemoteSignOutPath = PathString.Empty;
        options.ResponseType = OpenIdConnectResponseType.Code;

        // In the address and not in a form of the provider's: a form comes by POST from another site, and then cookies that prove
        // that this browser asked would need SameSite=None, which HTTP on a developer's machine cannot have and which sends them
        // along with every foreign request. A code in an address is of no use to others: it works once, within minutes, with our
        // secret and with the verifier in the protected state; and no page of ours tells its address to anybody (no-referrer).
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.UsePkce = true;
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.UseIfAvailable;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.SaveTokens = false;
        options.UseTokenLifetime = false;

        // A key that nobody has seen makes us look at the provider's keys anew, once a minute, whoever asks for it; the events
        // send the person round again meanwhile. The switch has the second round wait for the keys that the first one asked for.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", isEnabled: true);
        options.RefreshOnIssuerKeyNotFound = true;
        options.RefreshInterval = TimeSpan.FromMinutes(1);
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);

        // profile: Entra gives the object id with it.
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.Scope.Add("email");
        options.EventsType = typeof(ProviderEvents);
    }

    /// <summary>What the events need.</summary>
    internal static void AddEvents(IServiceCollection services)
    {
        services.AddSingleton<EntryDesk>();
        services.AddSingleton<ClientProof>();
        services.AddScoped<ProviderEvents>();
    }
}
