namespace Headshots.Architecture.Tests.Walls;

/// <summary>What one project of src/ may know. Whatever is not named here is forbidden.</summary>
/// <param name="Project">Name of the project, which is also its root namespace.</param>
/// <param name="Knows">Projects of this repository it may reference, directly or through others.</param>
/// <param name="Packages">Packages and shared frameworks beyond the .NET runtime it may reference.</param>
internal sealed record Wall(string Project, IReadOnlyList<string> Knows, IReadOnlyList<string> Packages)
{
    /// <summary>Whether it may call native code. A crash in there takes the process along, so one project answers for it.</summary>
    public bool CallsNativeCode { get; init; }

    /// <summary>Whether it may open connections. The engine may not: a photo leaves the machine by nobody's accident.</summary>
    public bool UsesNetwork { get; init; }

    /// <summary>Public classes that others may derive from, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> OpenClasses { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
