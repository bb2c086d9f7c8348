namespace Headshots.App.Hosting;

/// <summary>Files that only the program's own account may read.</summary>
internal static class SecretFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Whole or not at all, and never over another's: a key that changes makes dead whatever was made with the one before.</summary>
    /// <param name="path">In a folder that exists.</param>
    /// <param name="content">Kept only if nobody came first.</param>
    public static void WriteUnlessThere(string path, byte[] content)
    {
        string own = $"{path}.{Path.GetRandomFileName()}";
        Write(own, content);
        try
        {
            File.Move(own, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(own);
        }
    }

    /// <summary>Puts it in place at once: a reader sees the old or the new one, whenever the process ends.</summary>
    public static void Replace(string path, byte[] content)
    {
        string own = $"{path}.{Path.GetRandomFileName()}";
        Write(own, content);
        File.Move(own, path, overwrite: true);
    }

    private static void Write(string path, byte[] content)
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
