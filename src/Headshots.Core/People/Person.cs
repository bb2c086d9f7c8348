using Headshots.Core.Shared;

namespace Headshots.Core.People;

/// <summary>An employee, whose headshot it is about.</summary>
public sealed class Person : Entity
{
    private Person()
    {
    }

    public string Name { get; private set; } = string.Empty;

    /// <summary>Lower case; unique in the tenant.</summary>
    public string Email { get; private set; } = string.Empty;

    public string Department { get; private set; } = string.Empty;

    /// <summary>The employee number or directory id; unique in the tenant where it is not empty.</summary>
    public string ExternalId { get; private set; } = string.Empty;

    public PersonStatus Status { get; private set; }

    /// <summary>When they were noted to have left; null while they are there.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>How far the person's photo is, over all campaigns: kept so that ten thousand can be listed by it.</summary>
    public PhotoStage Stage { get; private set; }

    /// <summary>The approved headshot, if there is one.</summary>
    public Guid? HeadshotId { get; private set; }

    /// <summary>Drawn by the sitter, for looking around.</summary>
    public bool IsSample { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>What lists are sorted by: the name as compared, then the address to tell namesakes apart.</summary>
    public string SortKey { get; private set; } = string.Empty;

    public static Person Create(TenantId tenant, Guid id, PersonDetails details, DateTimeOffset now, bool isSample = false)
    {
        Person person = new() { TenantId = tenant, Id = id, CreatedAt = now, IsSample = isSample };
        person.Change(details);
        return person;
    }

    internal void Change(PersonDetails details)
    {
        Name = details.Name.Trim();
        Email = EmailAddress.Normalize(details.Email);
        Department = details.Department?.Trim() ?? string.Empty;
        ExternalId = details.ExternalId?.Trim() ?? string.Empty;
        SortKey = $"{Name.ToUpperInvariant()}\u0001{Email}";
    }

    internal void Leave(DateTimeOffset now)
    {
        Status = PersonStatus.Left;
        LeftAt ??= now;
    }

    internal void Return()
    {
        Status = PersonStatus.Active;
        LeftAt = null;
    }

    /// <summary>An invitation, submission or review moved it.</summary>
    internal void MoveTo(PhotoStage stage) => Stage = stage;

    internal void Approve(Guid headshot)
    {
        HeadshotId = headshot;
        Stage = PhotoStage.Approved;
    }

    internal void WithdrawHeadshot()
    {
        HeadshotId = null;
        Stage = PhotoStage.None;
    }
}

/// <param name="Name">1 to 120 characters.</param>
/// <param name="Email">As mail reaches them.</param>
/// <param name="Department">Up to 120 characters; may be empty.</param>
/// <param name="ExternalId">Up to 64 characters; may be empty.</param>
public sealed record PersonDetails(string Name, string Email, string? Department, string? ExternalId);

public enum PersonStatus
{
    Active,
    Left,
}

/// <summary>The way from an invitation to an approved headshot.</summary>
public enum PhotoStage
{
    None,
    Invited,
    Opened,
    Submitted,
    Rendered,
    Chosen,
    Approved,

    /// <summary>A reviewer asked for another photo.</summary>
    Retake,
}
