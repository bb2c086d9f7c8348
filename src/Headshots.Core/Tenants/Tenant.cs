using Headshots.Core.Shared;

namespace Headshots.Core.Tenants;

/// <summary>A company.</summary>
public sealed class Tenant
{
    private Tenant()
    {
    }

    public TenantId Id { get; private set; }

    /// <summary>As employees know it, 1 to 100 characters.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Whom employees write to with questions.</summary>
    public string ContactEmail { get; private set; } = string.Empty;

    /// <summary>Made at the first start to look around in; its people are drawn.</summary>
    public bool IsSample { get; private set; }

    /// <summary>Nothing is counted against a balance.</summary>
    public bool UnlimitedCredits { get; private set; }

    public TenantSettings Settings { get; private set; } = new();

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Where its people sign in, see <see cref="SignInRealm"/>; null where nobody does but in development.</summary>
    public string? Realm { get; private set; }

    /// <summary>Since when the operator keeps everybody out; nothing is deleted by it.</summary>
    public DateTimeOffset? SuspendedAt { get; private set; }

    /// <summary>When all of it is deleted, as an owner or the operator decided; null when nobody did.</summary>
    public DateTimeOffset? DeletionDueAt { get; private set; }

    /// <summary>Whether its work goes on: links open, mails leave, photos are rendered.</summary>
    public bool IsOpen => SuspendedAt is null && DeletionDueAt is null;

    public long Version { get; private set; }

    public static Tenant Create(TenantId id, string name, string contactEmail, DateTimeOffset now, bool isSample = false, bool unlimitedCredits = false) => new()
    {
        Id = id,
        Name = name,
        ContactEmail = contactEmail,
        CreatedAt = now,
        IsSample = isSample,
        UnlimitedCredits = unlimitedCredits,
    };

    internal void SignInAt(string realm) => Realm = realm;

    internal void Suspend(DateTimeOffset now) => SuspendedAt ??= now;

    internal void Resume() => SuspendedAt = null;

    internal void DeleteAt(DateTimeOffset? due) => DeletionDueAt = due;

    internal void Change(string name, string contactEmail, TenantSettings settings)
    {
        Name = name;
        ContactEmail = contactEmail;
        Settings = settings;
    }
}
