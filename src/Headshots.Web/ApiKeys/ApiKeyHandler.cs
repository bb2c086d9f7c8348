using System.Text.Encodings.Web;
using Headshots.Core.ApiKeys;
using Headshots.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Headshots.Web.ApiKeys;

/// <summary>Reads <c>Authorization: Bearer hs_…</c> (RFC 6750).</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, CheckApiKey check)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer";

    /// <summary>Whether a request comes with a key instead of a cookie: only below <c>/api</c>, pages are for people.</summary>
    public static bool IsMeant(HttpContext context) =>
        ApiFaults.IsApi(context) && context.Request.Headers.Authorization.ToString() is var text && text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && (text.Length == Bearer.Length || text[Bearer.Length] == ' ');

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsMeant(Context))
        {
            return AuthenticateResult.NoResult();
        }

        string text = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        return await check.HandleAsync(text, Context.RequestAborted) is { } key
            ? AuthenticateResult.Success(new AuthenticationTicket(ApiKeyClaims.Principal(key), Scheme.Name))
            : AuthenticateResult.Fail(ApiKeyProblems.Refused.Message);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"headshots\", error=\"invalid_token\"";
        return Answers.Of(ApiKeyProblems.Refused, StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"headshots\", error=\"insufficient_scope\"";
        return Answers.Of(ApiKeyProblems.OutOfScope).ExecuteAsync(Context);
    }
}
