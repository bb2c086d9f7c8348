using Headshots.Imaging;

namespace Headshots.TestKit;

/// <summary>The shared photos by name.</summary>
public static class SharedPhotos
{
    private static readonly string[] _folders = ["people", "reject", "mattes"];

    /// <summary>Decodes a photo; skips the running test where it is missing.</summary>
    /// <param name="name">File name without extension, in whichever folder it lies.</param>
    public static RgbImage Load(string name) => Decode(Find(SharedFiles.Require("photos"), name));

    private static string Find(string photos, string name)
    {
        foreach (string folder in _folders)
        {
            string? path = Directory.EnumerateFiles(Path.Combine(photos, folder), name + ".*").FirstOrDefault();
            if (path is not null)
            {
                return path;
            }
        }

        Requirement.Missing($"needs the photo {name} in shared/photos");
        return null;
    }

    private static RgbImage Decode(string path) => PhotoDecoder.Decode(File.ReadAllBytes(path)).Value.Pixels;
}
