namespace Headshots.Core.Submissions;

/// <summary>Where photos lie. All of a person is below one prefix, so that all of it can be deleted.</summary>
public static class PhotoKeys
{
    public const string People = "people/";

    /// <summary>Lists of people between upload and import.</summary>
    public const string Imports = "imports/";

    public static string Person(Guid personId) => $"{People}{personId:N}/";

    public static string Selfie(Guid personId, Guid selfieId) => $"{Person(personId)}selfies/{selfieId:N}";

    /// <summary>What one attempt at one job makes.</summary>
    public static string Renders(Guid personId, Guid jobId, int attempt) => $"{Person(personId)}headshots/{jobId:N}-{attempt}/";
}
