using Headshots.App.Photos;
using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.App.Kits;

/// <summary>The files beside a kit that it refers to.</summary>
internal static class KitFolder
{
    /// <summary>Reads what the spec names, from the folder the kit lies in and nowhere else.</summary>
    /// <returns>The files, or what is wrong with them, each with its place in the spec.</returns>
    public static Result<KitAssets, SpecErrors> Read(string kitPath, PortraitSpec spec)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(kitPath)) ?? ".";
        Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);
        Dictionary<string, string> unread = new(StringComparer.Ordinal);
        foreach (string name in KitAssets.NamesIn(spec).Distinct(StringComparer.Ordinal))
        {
            Result<byte[], string> read = Read(Path.Combine(folder, name));
            if (read.Ok)
            {
                files.Add(name, read.Value);
            }
            else
            {
                unread.Add(name, read.Error);
            }
        }

        KitAssets assets = new(files);

        // A file that was not read is missing to the studio; here it is known why.
        SpecError[] errors = [.. assets.Check(spec).Select(p => new SpecError(p.Path, unread.GetValueOrDefault(p.Name, p.Message)))];
        return errors.Length == 0 ? assets : new SpecErrors(errors);
    }

    private static Result<byte[], string> Read(string path)
    {
        if (!File.Exists(path))
        {
            return $"There is no file {path}; what a kit refers to lies beside it.";
        }

        try
        {
            Result<byte[], Unread> read = BoundedFile.Read(path, KitAssets.MaxBytes);
            if (read.Ok)
            {
                return read.Value;
            }

            return read.Error == Unread.TooLarge
                ? $"The file {path} is larger than {KitAssets.MaxBytes >> 20} MB."
                : $"There is nothing in the file {path}.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The file {path} cannot be read: {e.Message}";
        }
    }
}
