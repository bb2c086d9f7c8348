using Headshots.App.Photos;
using Headshots.Imaging;
using Headshots.Studio.Reports;

namespace Headshots.App.Inspect;

/// <summary>The picture of who is person and who is background that <c>inspect --mask</c> writes.</summary>
internal static class MaskFile
{
    /// <summary>Pixels of the longer side at most, which is what the studio makes of larger photos too.</summary>
    public const int Longest = 2048;

    private static readonly OutputMetadata Metadata = OutputMetadata.OfHeadshots(DigitalSourceTypes.AlgorithmicallyEnhanced);

    /// <summary>Whether a mask can be written there, before any work is done.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static string? Problem(string path, IReadOnlyList<PhotoSource> photos)
    {
        if (photos.Count > 1)
        {
            return $"--mask writes one picture, but there are {photos.Count} photos.";
        }

        try
        {
            if (photos.Any(p => RealPath.AreSame(p.Given, path)))
            {
                return $"--mask {path} is the photo itself; the mask needs a file of its own.";
            }

            if (Directory.Exists(path))
            {
                return $"--mask {path} is a folder; the name of a file is expected.";
            }

            string probe = $"{path}.{Environment.ProcessId}";
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Cannot write the mask {path}: {e.Message}";
        }
    }

    /// <summary>Writes the mask, or where nobody was found one that is all background, so that no older file passes for this photo's.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="mask">Who is person; null when nobody was found or the photo could not be read.</param>
    /// <param name="photo">The photo's size; null when it could not be read.</param>
    /// <returns>What the user must know about it, or null.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static string? Write(string path, PlanarImage? mask, PhotoReport? photo)
    {
        if (mask is not null)
        {
            WholeFile.Write(path, PhotoEncoder.Encode(mask, new PngSettings(), Metadata));
            return null;
        }

        if (photo is null)
        {
            File.Delete(path);
            return $"There is no mask {path}: the photo could not be read.";
        }

        using PlanarImage nobody = Nobody(photo);
        WholeFile.Write(path, PhotoEncoder.Encode(nobody, new PngSettings(), Metadata));
        return $"The mask {path} is all background: no face was found.";
    }

    private static PlanarImage Nobody(PhotoReport photo)
    {
        float scale = Math.Min(1f, (float)Longest / Math.Max(photo.Width, photo.Height));
        PlanarImage mask = PlanarImage.Rent(Side(photo.Width * scale), Side(photo.Height * scale), 1);
        for (int y = 0; y < mask.Height; y++)
        {
            mask.Row(0, y).Clear();
        }

        return mask;
    }

    private static int Side(float pixels) => Math.Max(1, (int)MathF.Round(pixels));
}
