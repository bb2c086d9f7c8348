namespace Headshots.App.Hosting;

/// <summary>Where everything lies that the program keeps: database, photos, keys, mails, caches.</summary>
/// <param name="root">Absolute.</param>
internal sealed class DataFolder(string root)
{
    /// <summary>Nobody but the account that the program runs as: photos of people and keys are in it.</summary>
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Root => root;

    public string Database => Path.Combine(root, "headshots.db");

    public string Blobs => Path.Combine(root, "blobs");

    public string Keys => Path.Combine(root, "keys");

    public string Mail => Path.Combine(root, "mail");

    public string Cache => Path.Combine(root, "cache");

    /// <summary>Settings that an administrator wrote; need not be there.</summary>
    public string Settings => Path.Combine(root, "headshots.json");

    /// <summary>
    /// What was asked for; else <c>HEADSHOTS_DATA</c>; else <c>out/data</c> of the repository that the program was built in, so
    /// that trying it out leaves nothing elsewhere; else the user's folder for data of programs.
    /// </summary>
    public static DataFolder Find(string? asked) => new(Path.GetFullPath(
        asked
        ?? Environment.GetEnvironmentVariable("HEADSHOTS_DATA") switch
        {
            { Length: > 0 } named => named,
            _ => Repository() is { } repository
                ? Path.Combine(repository, "out", "data")
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "headshots"),
        }));

    /// <summary>Makes the folders.</summary>
    /// <exception cref="IOException">They cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">They must not be made.</exception>
    public void Create()
    {
        foreach (string folder in new[] { Root, Blobs, Keys, Cache })
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, OwnerOnly);
            }
        }
    }

    private static string? Repository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Headshots.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
