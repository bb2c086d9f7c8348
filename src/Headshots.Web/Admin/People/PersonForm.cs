using Headshots.Core.People;

namespace Headshots.Web.Admin.People;

/// <summary>What a form about a person holds.</summary>
public sealed class PersonForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Department { get; set; }

    public string? ExternalId { get; set; }

    /// <summary>The version that was opened.</summary>
    public long Version { get; set; }

    internal PersonDetails Details => new(Name ?? string.Empty, Email ?? string.Empty, Department, ExternalId);

    internal static PersonForm Of(Person person) => new()
    {
        Name = person.Name,
        Email = person.Email,
        Department = person.Department,
        ExternalId = person.ExternalId,
        Version = person.Version,
    };
}
