using Headshots.Core.Shared;

namespace Headshots.Core.ApiKeys;

/// <summary>What a program signs its requests with. It belongs to the company, not to whoever made it.</summary>
public sealed class ApiKey : Entity
{
    private ApiKey()
    {
    }

    /// <summary>Which program it is for, 1 to 100 characters.</summary>
    public string Name { get; private set; } = string.Empty;

    public ApiScopes Scopes { get; private set; }

    /// <summary>SHA-256 of the 256 random bits, lower-case hexadecimal. They themselves are kept nowhere.</summary>
    public string SecretHash { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Name of the member who made it.</summary>
    public string CreatedBy { get; private set; } = string.Empty;

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>To the minute; null when no request has come with it yet.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public static ApiKey Create(Caller caller, Guid id, MakeApiKeyRequest request, string secretHash, DateTimeOffset now) => new()
    {
        TenantId = caller.Tenant,
        Id = id,
        Name = request.Name.Trim(),
        Scopes = request.Scopes,
        SecretHash = secretHash,
        CreatedAt = now,
        CreatedBy = caller.Actor.Name,
        ExpiresAt = now.AddDays(request.Days),
    };

    public ApiKeyState StateAt(DateTimeOffset now) =>
        RevokedAt is not null ? ApiKeyState.Revoked
        : ExpiresAt <= now ? ApiKeyState.Expired
        : ApiKeyState.Open;

    internal void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

public enum ApiKeyState
{
    /// <summary>Requests with it are answered.</summary>
    Open,
    Expired,
    Revoked,
}
