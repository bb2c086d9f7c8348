using Headshots.Core.Shared;

namespace Headshots.Storage.Disk;

/// <summary>The folders that blobs lie in. Others may make and remove them at the same time.</summary>
internal sealed class BlobFolders(string root)
{
    /// <summary>No upload takes longer; what is older was left by a process that was killed.</summary>
    public static readonly TimeSpan TemporaryLifetime = TimeSpan.FromHours(1);

    private const string TemporaryPrefix = ".writing-";

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    public string PathOf(TenantId tenant, BlobKey key) => PathOf(tenant, key.Value);

    /// <param name="tenant">Whose.</param>
    /// <param name="checkedPath">A key or prefix that was checked.</param>
    public string PathOf(TenantId tenant, string checkedPath)
    {
        if (tenant == default)
        {
            throw new ArgumentException("Blobs belong to a tenant.", nameof(tenant));
        }

        return Path.TrimEndingDirectorySeparator(Path.Combine(_root, tenant.ToString(), checkedPath.Replace('/', Path.DirectorySeparatorChar)));
    }

    public static string TemporaryName() => TemporaryPrefix + Path.GetRandomFileName();

    public static bool IsTemporary(FileInfo file) => file.Name.StartsWith(TemporaryPrefix, StringComparison.Ordinal);

    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Private);
        }
    }

    /// <summary>All below, folder by folder, by name; whatever vanishes meanwhile is passed over.</summary>
    public static IEnumerable<FileInfo> Files(string folder)
    {
        (FileInfo[] files, DirectoryInfo[] folders) = Content(folder);
        foreach (FileInfo file in files)
        {
            yield return file;
        }

        foreach (FileInfo file in folders.SelectMany(f => Files(f.FullName)))
        {
            yield return file;
        }
    }

    /// <summary>A folder and those below it.</summary>
    public static IEnumerable<string> DeepestFirst(string folder) =>
        [.. Content(folder).Folders.SelectMany(f => DeepestFirst(f.FullName)), folder];

    public static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody else was faster.
        }
    }

    /// <summary>Removes a folder and those above it that have nothing in them any more, up to the root.</summary>
    public void RemoveEmpty(string folder)
    {
        while (folder.Length > _root.Length)
        {
            try
            {
                Directory.Delete(folder);
            }
            catch (DirectoryNotFoundException)
            {
                // Somebody else was faster; the one above may still be there.
            }
            catch (IOException)
            {
                return;
            }

            folder = Path.GetDirectoryName(folder)!;
        }
    }

    private static (FileInfo[] Files, DirectoryInfo[] Folders) Content(string folder)
    {
        try
        {
            DirectoryInfo directory = new(folder);
            return (
                [.. directory.EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal)],
                [.. directory.EnumerateDirectories().OrderBy(d => d.Name, StringComparer.Ordinal)]);
        }
        catch (DirectoryNotFoundException)
        {
            return ([], []);
        }
    }
}
