using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Headshots.Web.Identity.Provider;

/// <summary>
/// The ways to the provider. They are plain links and no forms: the content security policy lets forms go to this site only, and
/// browsers hold redirects that follow a form to it. A foreign page may open the first; what comes back is accepted only in the
/// browser that holds the handler's correlation and nonce cookies, and signs in whoever sits there, not whom that page chose.
/// </summary>
internal static partial class ProviderEndpoints
{
    public const string Start = "/signin/start";

    public const string Leave = "/signout/provider";

    public static void Map(IEndpointRouteBuilder endpoints, SignInPlan plan)
    {
        if (!plan.HasProvider)
        {
            return;
        }

        endpoints.MapGet(Start, StartAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet(Leave, LeaveAsync).AllowAnonymous().ExcludeFromDescription();
        SignOutNotice.Map(endpoints);
    }

    private static async Task<IResult> StartAsync(HttpContext http, string? returnUrl, bool? another, ILogger<ProviderEvents> logger)
    {
        AuthenticationProperties properties = new() { RedirectUri = LocalAddress.Or(http, returnUrl, "/admin") };
        if (another == true)
        {
            properties.SetParameter(OpenIdConnectParameterNames.Prompt, "select_account");
        }

        try
        {
            await http.ChallengeAsync(Access.ProviderScheme, properties);
            return Results.Empty;
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException or TaskCanceledException && !http.RequestAborted.IsCancellationRequested)
        {
            LogUnreachable(logger, e.Message);
            return Results.LocalRedirect("~" + EntryRefusals.Address(EntryRefusals.Unreachable));
        }
    }

    /// <summary>Ends the session there too, where the provider knows how; the one here has ended before.</summary>
    private static async Task<IResult> LeaveAsync(HttpContext http, IOptionsMonitor<OpenIdConnectOptions> options, ILogger<ProviderEvents> logger)
    {
        try
        {
            OpenIdConnectConfiguration provider = await options.Get(Access.ProviderScheme).ConfigurationManager!.GetConfigurationAsync(http.RequestAborted);
            if (!string.IsNullOrEmpty(provider.EndSessionEndpoint))
            {
                await http.SignOutAsync(Access.ProviderScheme, new AuthenticationProperties { RedirectUri = http.Request.PathBase + "/signin" });
                return Results.Empty;
            }
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException or TaskCanceledException && !http.RequestAborted.IsCancellationRequested)
        {
            LogUnreachable(logger, e.Message);
        }

        return Results.LocalRedirect("~/signin");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sign-in provider does not answer: {Message}")]
    private static partial void LogUnreachable(ILogger logger, string message);
}
