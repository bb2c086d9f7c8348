using System.Numerics;
using Headshots.App.CommandLine;
using Headshots.App.Photos;
using Headshots.Imaging;
using Headshots.Studio;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;
using Headshots.Vision.Faces;

namespace Headshots.App.Inspect;

/// <summary>Looks at photos without rendering them.</summary>
/// <param name="studio">Who looks.</param>
/// <param name="budget">Memory to look in.</param>
/// <param name="maskFile">Where to write the person mask of the photo, a grey PNG; null for none.</param>
internal sealed class InspectPhotos(PortraitStudio studio, MemoryBudget budget, string? maskFile)
{
    /// <summary>The studio looks as closely as for a headshot of the ordinary size.</summary>
    private static readonly PortraitSpec LookedFor = new();

    /// <summary>One entry per photo, in their order.</summary>
    /// <exception cref="IOException">The mask cannot be written.</exception>
    public async Task<IReadOnlyList<ReportEntry>> RunAsync(
        IReadOnlyList<PhotoSource> photos, bool landmarks, int threads, CancellationToken cancellation)
    {
        ReportEntry[] entries = new ReportEntry[photos.Count];
        int atOnce = Math.Max(1, Math.Min(threads, photos.Count));
        ParallelOptions options = new() { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, photos.Count, options, async (i, token) =>
            entries[i] = await InspectAsync(photos[i], landmarks, Math.Max(1, threads / atOnce), token));
        return entries;
    }

    private async Task<ReportEntry> InspectAsync(PhotoSource photo, bool landmarks, int threads, CancellationToken cancellation)
    {
        Result<byte[], PortraitReport> read = photo.Read(PhotoLimits.Default.MaxBytes);
        if (!read.Ok)
        {
            return new ReportEntry(photo.Given, read.Error) { Note = WriteMask(null, null) };
        }

        using IDisposable share = await budget.TakeAsync(WorkSize.EstimateMegabytes(read.Value, LookedFor), cancellation);
        using Inspection seen = Inspect(read.Value, threads, cancellation);
        return new ReportEntry(photo.Given, seen.Report)
        {
            Note = WriteMask(seen.Mask, seen.Report.Photo),
            Landmarks = landmarks && seen is { Mesh: { } mesh, Report.Photo: { } size } ? Fractions(mesh, size) : null,
        };
    }

    private string? WriteMask(PlanarImage? mask, PhotoReport? photo) =>
        maskFile is null ? null : MaskFile.Write(maskFile, mask, photo);

    private Inspection Inspect(byte[] file, int threads, CancellationToken cancellation)
    {
        using PixelThreads.Scope limit = PixelThreads.Limit(threads);
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
