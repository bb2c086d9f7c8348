using System.Security.Cryptography;
using System.Text;
using Headshots.Core.Tenants;

namespace Headshots.Core.ApiKeys;

/// <summary>Whose key a request came with. Asks the database each time, so that a key that was revoked ends with the next request.</summary>
public sealed class CheckApiKey(IApiKeyStore keys, ITenantStore tenants, TimeProvider time)
{
    private static readonly TimeSpan NotedOncePer = TimeSpan.FromMinutes(1);

    /// <summary>The hash of no secret.</summary>
    private static readonly string Nothing = new('0', 64);

    /// <summary>Null whatever is wrong with it: the caller could tell nobody which without giving something away.</summary>
    public async Task<ApiKey?> HandleAsync(string? text, CancellationToken cancellation)
    {
        if (!ApiKeyToken.TryRead(text, out ApiKeyToken? token))
        {
            return null;
        }

        // All is asked before anything is judged, so that every refusal takes the same way.
        ApiKey? key = await keys.FindAsync(token.Tenant, token.Id, cancellation);
        Tenant? tenant = await tenants.FindAsync(token.Tenant, cancellation);
        bool right = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token.SecretHash), Encoding.ASCII.GetBytes(key?.SecretHash ?? Nothing));
        DateTimeOffset now = time.GetUtcNow();
        if (!right || key?.StateAt(now) != ApiKeyState.Open || tenant is not { IsOpen: true })
        {
            return null;
        }

        if (key.LastUsedAt is not { } last || now - last >= NotedOncePer)
        {
            await keys.UsedAsync(token.Tenant, token.Id, now, now - NotedOncePer, cancellation);
        }

        return key;
    }
}
