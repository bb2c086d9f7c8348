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

    /// <summary>What they may do: given here, or by the company's directory when they last signed in.</summary>
    public MemberRoles Roles { get; private set; }

    /// <summary>Given here, whatever the directory says: the first owner, who comes before anybody was given a role there.</summary>
    public MemberRoles Granted { get; private set; }

    /// <summary>Who they are where they sign in, see <see cref="SignInRealm.Person"/>; null for one who cannot.</summary>
    public string? Identity { get; private set; }

    public static Member Create(TenantId tenant, Guid id, string name, string email, MemberRoles roles) => new()
    {
        TenantId = tenant,
        Id = id,
        Name = name,
        Email = EmailAddress.Normalize(email),
        Roles = roles,
        Granted = roles,
    };

    /// <summary>Somebody whom the company's provider names.</summary>
    public static Member Create(TenantId tenant, Guid id, string identity, string name, string email, MemberRoles granted)
    {
        Member member = Create(tenant, id, name, email, granted);
        member.Identity = identity;
        return member;
    }

    /// <summary>They signed in: the directory knows name, address and roles better than we do.</summary>
    internal void Arrive(string name, string email, MemberRoles fromDirectory)
    {
        Name = name;
        Email = EmailAddress.Normalize(email);
        Roles = Granted | fromDirectory;
    }
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
