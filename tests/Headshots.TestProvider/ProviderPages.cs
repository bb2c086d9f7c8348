using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace Headshots.TestProvider;

internal sealed record AuthorizeRequest(string ClientId, string RedirectUri, string? State, string? Challenge, string? Nonce, string? Scope);

/// <summary>The provider's addresses, as they are at Entra.</summary>
internal static class ProviderPages
{
    public static void Map(WebApplication app, EntraLikeProvider provider)
    {
        app.MapGet("/organizations/v2.0/.well-known/openid-configuration", () => Results.Json(Metadata(provider)));
        app.MapGet("/organizations/discovery/v2.0/keys", () =>
        {
            provider.CountKeyFetch();
            return Results.Json(new Dictionary<string, object>(StringComparer.Ordinal) { ["keys"] = provider.Keys.Select(k => k.Published()).ToArray() });
        });
        app.MapGet("/organizations/oauth2/v2.0/authorize", (HttpContext http) => Authorize(http, provider));
        app.MapPost("/organizations/oauth2/v2.0/token", (HttpRequest request) => RedeemAsync(request, provider));
        app.MapGet("/organizations/oauth2/v2.0/logout", SignOut);
        app.MapGet("/{directory:guid}/adminconsent", Consent);
    }

    private static Dictionary<string, object> Metadata(EntraLikeProvider provider) => new(StringComparer.Ordinal)
    {
        // Literally: the directory is not known before somebody signed in.
        ["issuer"] = provider.IssuerOf("{tenantid}"),
        ["authorization_endpoint"] = provider.Address + "/organizations/oauth2/v2.0/authorize",
        ["token_endpoint"] = provider.Address + "/organizations/oauth2/v2.0/token",
        ["end_session_endpoint"] = provider.Address + "/organizations/oauth2/v2.0/logout",
        ["jwks_uri"] = provider.Address + "/organizations/discovery/v2.0/keys",
        ["response_types_supported"] = new[] { "code", "id_token", "code id_token" },
        ["response_modes_supported"] = new[] { "query", "fragment", "form_post" },
        ["subject_types_supported"] = new[] { "pairwise" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        ["frontchannel_logout_supported"] = true,
    };

    private static IResult Authorize(HttpContext http, EntraLikeProvider provider)
    {
        IQueryCollection query = http.Request.Query;
        AuthorizeRequest request = new(query["client_id"]!, query["redirect_uri"]!, query["state"], query["code_challenge"], query["nonce"], query["scope"]);
        if (request.ClientId != provider.ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256")
        {
            return Results.BadRequest("AADSTS900144: the request is not one of this application.");
        }

        if (provider.Error is { } error)
        {
            return Back(request, ("error", error), ("error_description", "AADSTS65004: the user declined."));
        }

        SignInAccount? account = provider.Present ?? (int.TryParse(query["as"], out int chosen) ? provider.Accounts[chosen] : null);
        return account is null ? Ask(http, provider) : Back(request, ("code", provider.Allow(account, request)), ("session_state", "b8f2"));
    }

    private static IResult Back(AuthorizeRequest request, params (string Name, string Value)[] answer) => Results.Redirect(QueryHelpers.AddQueryString(
        request.RedirectUri, answer.Append(("state", request.State ?? string.Empty)).ToDictionary(a => a.Item1, a => (string?)a.Item2, StringComparer.Ordinal)));

    private static IResult Ask(HttpContext http, EntraLikeProvider provider)
    {
        IEnumerable<string> people = provider.Accounts.Select((a, i) =>
            $"<li><a href=\"{WebUtility.HtmlEncode($"{http.Request.Path}{http.Request.QueryString}&as={i}")}\">{WebUtility.HtmlEncode($"{a.Name}, {a.Email}: {string.Join(", ", a.Roles)}")}</a></li>");
        return Results.Content($"<!DOCTYPE html><html lang=\"en\"><title>Pick an account</title><h1>Pick an account</h1><ul>{string.Concat(people)}</ul></html>", "text/html");
    }

    private static async Task<IResult> RedeemAsync(HttpRequest request, EntraLikeProvider provider)
    {
        IFormCollection form = await request.ReadFormAsync();
        (string? token, string? error) = provider.Redeem(form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal));
        return token is null
            ? Results.Json(new Dictionary<string, object>(StringComparer.Ordinal) { ["error"] = error!, ["error_description"] = "AADSTS70008: the code or its proof is not valid." }, statusCode: 400)
            : Results.Json(new Dictionary<string, object>(StringComparer.Ordinal) { ["token_type"] = "Bearer", ["scope"] = "openid profile email", ["expires_in"] = 3599, ["access_token"] = "opaque", ["id_token"] = token });
    }

    private static IResult SignOut(string? post_logout_redirect_uri, string? state) => post_logout_redirect_uri is null
        ? Results.Content("You signed out.", "text/plain")
        : Results.Redirect(state is null ? post_logout_redirect_uri : QueryHelpers.AddQueryString(post_logout_redirect_uri, "state", state));

    /// <summary>The administrator agrees at once.</summary>
    private static IResult Consent(Guid directory, string redirect_uri, string? state) => Results.Redirect(QueryHelpers.AddQueryString(
        redirect_uri, new Dictionary<string, string?>(StringComparer.Ordinal) { ["admin_consent"] = "True", ["tenant"] = directory.ToString("D"), ["state"] = state }));
}
