namespace Headshots.Core.Submissions;

/// <summary>Which text people agree to. The words stand in the web's resources; a change of meaning needs a new version here.</summary>
public static class ConsentText
{
    public const string CurrentVersion = "2026-11";
}
