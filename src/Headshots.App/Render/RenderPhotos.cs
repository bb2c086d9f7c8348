using Headshots.App.Kits;
using Headshots.App.Photos;
using Headshots.Imaging;
using Headshots.Studio;
using Headshots.Studio.Reports;

namespace Headshots.App.Render;

/// <param name="Photos">In the order of the results.</param>
/// <param name="Kit">What the headshots must look like.</param>
/// <param name="OutputFolder">Exists and can be written to.</param>
/// <param name="Threads">Processors to keep busy, 1 or more.</param>
/// <param name="Megabytes">Memory that photos being rendered may take together, 1 or more.</param>
internal sealed record RenderRequest(
    IReadOnlyList<PhotoSource> Photos, Kit Kit, string OutputFolder, int Threads, int Megabytes)
{
    /// <summary>Whether small pictures for a contact sheet are made as well.</summary>
    public bool WithProofs { get; init; }
}

/// <param name="Photo">What was asked for.</param>
/// <param name="Folder">Where its headshot and report lie.</param>
/// <param name="Report">How it went.</param>
internal sealed record RenderedPhoto(PhotoSource Photo, string Folder, PortraitReport Report)
{
    /// <summary>Small pictures of it; null unless asked for, and when the photo could not be read.</summary>
    public Proof? Proof { get; init; }
}

/// <summary>Renders a batch, several photos at once within a memory budget; a bad photo never stops the others, a full disk does.</summary>
internal sealed class RenderPhotos(PortraitStudio studio)
{
    /// <summary>Renders all photos.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="done">Called after each photo, from any thread.</param>
    /// <param name="cancellation">Photos not finished are left out of the answer.</param>
    /// <returns>In their order, those that were finished: all, unless cancelled or the disk became full.</returns>
    public async Task<IReadOnlyList<RenderedPhoto>> RunAsync(
        RenderRequest request, Action<RenderedPhoto> done, CancellationToken cancellation)
    {
        IReadOnlyList<string> names = OutputNames.For(request.Photos.Select(p => p.Given));
        RenderedPhoto?[] results = new RenderedPhoto?[request.Photos.Count];
        MemoryBudget budget = new(request.Megabytes);
        int atOnce = Math.Min(request.Threads, request.Photos.Count);
        int threadsEach = request.Threads / Math.Max(1, atOnce);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, atOnce), CancellationToken = stop.Token };
        try
        {
            await Parallel.ForAsync(0, request.Photos.Count, options, async (i, token) =>
            {
                string folder = Path.Combine(request.OutputFolder, names[i]);
                RenderedPhoto result = await RenderAsync(request, request.Photos[i], folder, budget, threadsEach, token);
                results[i] = result;
                done(result);
                if (WriteFault.IsOfAFullDisk(result.Report))
                {
                    await stop.CancelAsync();
                }
            });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What is finished is finished; the caller sees what is missing.
        }

        return [.. results.OfType<RenderedPhoto>()];
    }

    private async Task<RenderedPhoto> RenderAsync(
        RenderRequest request, PhotoSource photo, string folder, MemoryBudget budget, int threads, CancellationToken cancellation)
    {
        Result<byte[], PortraitReport> read = photo.Read(PhotoLimits.Default.MaxBytes);
        RenderedPortrait portrait;
        if (read.Ok)
        {
            using IDisposable share = await budget.TakeAsync(WorkSize.EstimateMegabytes(read.Value, request.Kit.Spec), cancellation);
            portrait = Render(read.Value, request, threads, cancellation);
        }
        else
        {
            portrait = new RenderedPortrait(read.Error, []);
        }

        try
        {
            PortraitFolder.Write(folder, portrait);
            return new RenderedPhoto(photo, folder, portrait.Report) { Proof = portrait.Proof };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new RenderedPhoto(photo, folder, WriteFault.Report(folder, e)) { Proof = portrait.Proof };
        }
    }

    private RenderedPortrait Render(byte[] file, RenderRequest request, int threads, CancellationToken cancellation)
    {
        using PixelThreads.Scope limit = PixelThreads.Limit(threads);
        try
        {
            return studio.Render(file, request.Kit.Spec, request.Kit.Assets, request.WithProofs, cancellation: cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A fault of ours met on one photo must not cost the rest of the batch.
            return new RenderedPortrait(PhotoSource.Faulty(e), []);
        }
    }
}
