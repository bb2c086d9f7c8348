using System.Numerics;
using Headshots.App.CommandLine;
using Headshots.App.Photos;
using Headshots.Imaging;
using Headshots.Studio;
using Headshots.Studio.Reports;
using Headshots.Vision.Faces;

namespace Headshots.App.Inspect;

/// <summary>Looks at photos without rendering them.</summary>
/// <param name="studio">Who looks.</param>
/// <param name="maskFile">Where to write the person mask of the photo, a grey PNG; null for none.</param>
internal sealed class InspectPhotos(PortraitStudio studio, string? maskFile)
{
    private static readonly OutputMetadata Metadata = new(DigitalSourceTypes.AlgorithmicallyEnhanced, "Headshots");

    /// <summary>One entry per photo, in their order.</summary>
    /// <exception cref="IOException">The mask cannot be written.</exception>
    public async Task<IReadOnlyList<ReportEntry>> RunAsync(
        IReadOnlyList<PhotoSource> photos, bool landmarks, int threads, CancellationToken cancellation)
    {
        ReportEntry[] entries = new ReportEntry[photos.Count];
        int atOnce = Math.Max(1, Math.Min(threads, photos.Count));
        ParallelOptions options = new() { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, photos.Count, options, (i, token) =>
        {
            using PixelThreads.Scope limit = PixelThreads.Limit(Math.Max(1, threads / atOnce));
            entries[i] = Inspect(photos[i], landmarks, token);
            return ValueTask.CompletedTask;
        });
        return entries;
    }

    private ReportEntry Inspect(PhotoSource photo, bool landmarks, CancellationToken cancellation)
    {
        Result<byte[], PortraitReport> read = photo.Read(PhotoLimits.Default.MaxBytes);
        if (!read.Ok)
        {
            return new ReportEntry(photo.Given, read.Error);
        }

        using Inspection seen = Inspect(read.Value, cancellation);
        if (maskFile is not null && seen.Mask is not null)
        {
            File.WriteAllBytes(maskFile, PhotoEncoder.Encode(seen.Mask, new PngSettings(), Metadata));
        }

        return new ReportEntry(photo.Given, seen.Report)
        {
            Landmarks = landmarks && seen is { Mesh: { } mesh, Report.Photo: { } size } ? Fractions(mesh, size) : null,
        };
    }

    private Inspection Inspect(byte[] file, CancellationToken cancellation)
    {
        try
        {
            return studio.Inspect(file, withMask: maskFile is not null, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new Inspection(PhotoSource.Faulty(e), Mesh: null, Mask: null);
        }
    }

    /// <summary>x of the width, y of the height; z, which is in pixels of the same scale as x, of the width.</summary>
    private static Vector3[] Fractions(FaceMesh mesh, PhotoReport size) =>
        [.. mesh.Points.Select(p => new Vector3(p.X / size.Width, p.Y / size.Height, p.Z / size.Width))];
}
