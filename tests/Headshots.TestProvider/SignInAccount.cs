namespace Headshots.TestProvider;

/// <summary>Somebody of a directory, as its administrator wrote them into it.</summary>
/// <param name="Directory">Its tenant id.</param>
/// <param name="ObjectId">Who they are there; null gives a token without it, as Entra does when the scope <c>profile</c> is not asked for.</param>
/// <param name="Name">For people to read.</param>
/// <param name="Email">As the directory has it; nothing proves it.</param>
public sealed record SignInAccount(Guid Directory, Guid? ObjectId, string Name, string Email)
{
    /// <summary>App roles that were assigned to them.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Where they come from, for a guest; null for somebody of the directory itself.</summary>
    public string? HomeIssuer { get; init; }

    /// <summary>Whether they administer the directory (a global administrator).</summary>
    public bool IsAdministrator { get; init; }
}
