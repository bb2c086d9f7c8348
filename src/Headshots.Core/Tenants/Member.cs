using Headshots.Core.Shared;

namespace Headshots.Core.Tenants;

/// <summary>Somebody who works in the portal.</summary>
public sealed class Member : Entity
{
    private Member()
    {
    }

    public string Name { get; private set; } = string.Empty;

    public string Email { get; private set; } = string.Empty;

    public MemberRoles Roles { get; private set; }

    public static Member Create(TenantId tenant, Guid id, string name, string email, MemberRoles roles) => new()
    {
        TenantId = tenant,
        Id = id,
        Name = name,
        Email = EmailAddress.Normalize(email),
        Roles = roles,
    };
}

/// <summary>What a member may do; an owner may do everything.</summary>
[Flags]
public enum MemberRoles
{
    None = 0,
    Owner = 1,
    HrAdmin = 2,
    Reviewer = 4,
    DirectoryAdmin = 8,
    Auditor = 16,
}
