using Headshots.Core.People;

namespace Headshots.Web.Api.People;

/// <summary>A person.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Email">Lower case, unique.</param>
/// <param name="Department">May be empty.</param>
/// <param name="ExternalId">The employee number; may be empty.</param>
/// <param name="Status"><c>Active</c> or <c>Left</c>.</param>
/// <param name="Stage">How far the photo is.</param>
/// <param name="HeadshotId">The approved headshot.</param>
/// <param name="CreatedAt">When they were added.</param>
/// <param name="Version">Hand it back when changing; a change based on an older one is refused with 409.</param>
internal sealed record ApiPerson(
    Guid Id, string Name, string Email, string Department, string ExternalId, PersonStatus Status, PhotoStage Stage, Guid? HeadshotId, DateTimeOffset CreatedAt, long Version)
{
    public static ApiPerson Of(Person p) => new(p.Id, p.Name, p.Email, p.Department, p.ExternalId, p.Status, p.Stage, p.HeadshotId, p.CreatedAt, p.Version);
}

/// <summary>What a person is to become.</summary>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Email">Where invitations go.</param>
/// <param name="Department">May be left out.</param>
/// <param name="ExternalId">May be left out.</param>
/// <param name="Version">The version that was read; ignored for a new person.</param>
internal sealed record ApiPersonInput(string? Name, string? Email, string? Department, string? ExternalId, long Version = 0)
{
    public PersonDetails Details => new(Name ?? string.Empty, Email ?? string.Empty, Department, ExternalId);
}
