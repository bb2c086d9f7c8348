using System.Security.Cryptography;
using System.Text;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.Core.Sessions;

/// <summary>That somebody is signed in, in one browser. The row is the session: without it the cookie is worth nothing.</summary>
public sealed class Session : Entity
{
    public const int MaxDevice = 80;

    private Session()
    {
    }

    public Guid MemberId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>To about a minute.</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>However busy somebody is.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Of the provider's own name for its session (<c>sid</c>), by which it tells us that somebody signed out there; null if it gave none.</summary>
    public string? ProviderSessionHash { get; private set; }

    /// <summary>For its owner to know it by: <c>Firefox · Windows</c>.</summary>
    public string Device { get; private set; } = string.Empty;

    public static Session Open(Member member, Guid id, string? providerSession, string device, DateTimeOffset now, SessionLimits limits) => new()
    {
        TenantId = member.TenantId,
        Id = id,
        MemberId = member.Id,
        CreatedAt = now,
        LastSeenAt = now,
        ExpiresAt = now + limits.Longest,
        ProviderSessionHash = string.IsNullOrEmpty(providerSession) ? null : Hash(providerSession),
        Device = device.Length > MaxDevice ? device[..MaxDevice] : device,
    };

    public bool IsOver(DateTimeOffset now, SessionLimits limits) => now >= ExpiresAt || now >= LastSeenAt + limits.Idle;

    /// <summary>As it is stored: a stolen database does not say how to sign somebody out.</summary>
    public static string Hash(string providerSession) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(providerSession)));
}
