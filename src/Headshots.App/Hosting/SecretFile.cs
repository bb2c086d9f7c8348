using System.Security.Cryptography;

namespace Headshots.App.Hosting;

/// <summary>Files that only the program's own account may read.</summary>
internal static class SecretFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Random bytes that are the same for ever: made by whoever comes first, read by all.</summary>
    /// <param name="path">In a folder that exists.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static byte[] ReadOrMake(string path, int length)
    {
        if (!File.Exists(path))
        {
            // Whole or not at all, and never over another's: a key that changes makes dead links of all that were sent.
            string own = $"{path}.{Path.GetRandomFileName()}";
            Write(own, RandomNumberGenerator.GetBytes(length));
            try
            {
                File.Move(own, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(own);
            }
        }

        byte[] key = File.ReadAllBytes(path);
        return key.Length == length
            ? key
            : throw new InvalidDataException($"The key file {path} has {key.Length} bytes instead of {length}. Bring it back from a backup; without it, links in mails that were sent are dead.");
    }

    public static void Write(string path, byte[] content)
    {
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using FileStream file = new(path, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
