using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Headshots.Web.Identity.Provider;

/// <summary>What happens on the way to the provider and back: whoever the token speaks of gets a session, or a page that says why not.</summary>
internal sealed partial class ProviderEvents(SignInPlan plan, EnterPortal enter, Leaving leaving, EntryDesk desk, ClientProof proof, ILogger<ProviderEvents> logger) : OpenIdConnectEvents
{
    /// <summary>Where the session stays between the token and the cookie.</summary>
    private const string Opened = "headshots.session";

    /// <summary>This browser was sent once more.</summary>
    private const string Again = "headshots.again";

    public override async Task AuthorizationCodeReceived(AuthorizationCodeReceivedContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        OpenIdConnectConfiguration provider = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        proof.AddTo(context.TokenEndpointRequest!, provider.TokenEndpoint);
    }

    /// <summary>The token is the provider's, for us, for this browser and in time. Now: who is it, and may they enter?</summary>
    public override async Task TokenValidated(TokenValidatedContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Result<Arriving> read = ProviderClaims.Read(context.Principal!, context.SecurityToken.Issuer, plan);
        if (!read.Ok)
        {
            Refuse(context, read.Problem);
            return;
        }

        HttpContext http = context.HttpContext;
        Result<Entered> entered = await enter.HandleAsync(read.Value.Who, DeviceWords.Of(http.Request.Headers.UserAgent), http.RequestAborted);
        if (!entered.Ok)
        {
            desk.Keep(http, read.Value);
            Refuse(context, entered.Problem);
            return;
        }

        // Whoever was signed in here before is not any more: a browser has one session.
        await leaving.BrowserAsync(http);
        EntryDesk.Forget(http);
        http.Items[Opened] = entered.Value.Session;
        context.Principal = SignedIn.Ticket(entered.Value.Session);
    }

    /// <summary>
    /// A key that nobody has seen: the handler looks for new ones, but not for this answer. So the way is gone once more, which a
    /// provider that knows the person answers without asking; the second time it is a refusal.
    /// </summary>
    public override Task AuthenticationFailed(AuthenticationFailedContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        HttpContext http = context.HttpContext;
        if (context.Exception is SecurityTokenSignatureKeyNotFoundException && !http.Request.Cookies.ContainsKey(Again))
        {
            http.Response.Cookies.Append(Again, "1", new CookieOptions
            {
                HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromMinutes(1), Path = http.Request.PathBase + ProviderScheme.CallbackPath,
            });
            context.HandleResponse();
            http.Response.Redirect(http.Request.PathBase + ProviderEndpoints.Start);
        }

        return Task.CompletedTask;
    }

    /// <summary>What the handler remembered on its way is of no use in the cookie.</summary>
    public override Task TicketReceived(TicketReceivedContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.HttpContext.Items[Opened] is Session session)
        {
            context.Properties = SignedIn.Properties(session);
        }

        return Task.CompletedTask;
    }

    /// <summary>Tokens are not kept, so the provider is told by our name who asks, and need not ask the person.</summary>
    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.ProtocolMessage.ClientId = plan.ClientId;
        return Task.CompletedTask;
    }

    public override Task AccessDenied(AccessDeniedContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return GoTo(context, EntryRefusals.Denied);
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        string why = FailureWords.Of(context.Failure);
        LogFailed(why, context.Failure?.GetType().Name ?? "nothing", context.Failure?.Message ?? string.Empty);
        return GoTo(context, why);
    }

    private static Task GoTo<T>(HandleRequestContext<T> context, string why)
        where T : AuthenticationSchemeOptions
    {
        context.HandleResponse();
        context.Response.Redirect(context.Request.PathBase + EntryRefusals.Address(why));
        return Task.CompletedTask;
    }

    private void Refuse(TokenValidatedContext context, Problem problem)
    {
        LogRefused(problem.Code);
        context.HandleResponse();
        context.Response.Redirect(context.Request.PathBase + (problem == EntryProblems.UnknownCompany ? "/onboarding" : EntryRefusals.Address(EntryRefusals.CodeOf(problem))));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in failed ({Why}): {Kind}: {Message}")]
    private partial void LogFailed(string why, string kind, string message);

    [LoggerMessage(Level = LogLevel.Information, Message = "Somebody whom the provider vouches for was not let in: {Code}")]
    private partial void LogRefused(string code);
}
