using Microsoft.IdentityModel.Tokens;

namespace Headshots.Web.Identity.Provider;

/// <summary>What an ID token must be, whoever issued it. OpenID Connect Core 1.0, section 3.1.3.7.</summary>
internal static class TokenRules
{
    /// <summary>
    /// Signatures that only the holder of a private key can make. Nothing symmetric is among them: a key that everybody may read
    /// would be taken for a shared secret.
    /// </summary>
    public static IReadOnlyList<string> Algorithms { get; } =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static TokenValidationParameters For(SignInPlan plan)
    {
        TokenValidationParameters rules = new()
        {
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ValidateIssuer = true,
            ValidateAudience = true,
            ValidAudience = plan.ClientId,
            ValidateLifetime = true,
            RequireExpirationTime = true,
            RequireAudience = true,

            // Clocks of servers agree better than the usual five minutes.
            ClockSkew = TimeSpan.FromMinutes(2),
            NameClaimType = "name",
            RoleClaimType = plan.RoleClaim,
        };
        if (plan.Kind == SignInKind.Entra)
        {
            EntraTokens.Restrict(rules);
        }

        return rules;
    }
}
