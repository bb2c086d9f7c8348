using System.Security.Claims;
using Headshots.Core.Shared;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Headshots.Web.Identity.Provider;

/// <summary>
/// Proves to the provider that it is this installation that redeems a code: the framework adds a secret by itself; with a
/// certificate a short-lived token is signed instead (<c>private_key_jwt</c>, RFC 7523).
/// </summary>
internal sealed class ClientProof(SignInPlan plan, IIds ids, TimeProvider time)
{
    private const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <param name="request">What goes to the token endpoint.</param>
    /// <param name="audience">The token endpoint's address, or the issuer where the provider asks for that.</param>
    public void AddTo(OpenIdConnectMessage request, string audience)
    {
        if (plan.Certificate is not { } certificate)
        {
            return;
        }

        DateTime now = time.GetUtcNow().UtcDateTime;
        SecurityTokenDescriptor assertion = new()
        {
            Issuer = plan.ClientId,
            Audience = audience,
            Subject = new ClaimsIdentity([new Claim("sub", plan.ClientId), new Claim("jti", ids.New().ToString("N"))]),
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            SigningCredentials = new X509SigningCredentials(certificate),
        };
        request.ClientSecret = null;
        request.ClientAssertionType = Type;
        request.ClientAssertion = new JsonWebTokenHandler().CreateToken(assertion);
    }
}
