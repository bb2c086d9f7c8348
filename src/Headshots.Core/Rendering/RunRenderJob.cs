using Headshots.Core.Credits;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Microsoft.Extensions.Logging;

namespace Headshots.Core.Rendering;

/// <summary>
/// Takes a job, renders its candidates and records them. Safe to be told twice, and to be killed at any point: the lease runs
/// out, the next worker begins anew under another prefix, and what was left half-made is deleted.
/// </summary>
public sealed partial class RunRenderJob(IRenderJobStore jobs, RenderInputs inputs, IPhotoStudio studio, IBlobStore blobs, RecordRender record, RenderWork work, ILogger<RunRenderJob> logger)
{
    /// <summary>How long a worker may be silent. Renewed every third of it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <param name="tenant">Whose job.</param>
    /// <param name="jobId">Which.</param>
    /// <param name="worker">This process, and which of its hands: no two may share a name.</param>
    /// <param name="cancellation">The process is stopping: the job is handed back.</param>
    /// <returns>Whether there was anything to do.</returns>
    public async Task<bool> HandleAsync(TenantId tenant, Guid jobId, string worker, CancellationToken cancellation)
    {
        DateTimeOffset now = work.Time.GetUtcNow();

        // Not to be interrupted: a lease that is taken and not known of would keep the job from everybody until it runs out.
        if (await jobs.TryLeaseAsync(tenant, jobId, worker, now, now + Lease, CancellationToken.None) is not { } job)
        {
            return false;
        }

        if (job.State == RenderJobState.Failed)
        {
            // Its last worker was lost too; it ends where an admin sees it.
            await record.FailedAsync(job, cancellation);
            return true;
        }

        using CancellationTokenSource lost = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task heart = BeatAsync(tenant, jobId, worker, lost);
        string prefix = PhotoKeys.Renders(job.PersonId, job.Id, job.Attempts);
        try
        {
            await RenderAsync(job, prefix, worker, lost.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await record.HandBackAsync(job, worker, prefix, CancellationToken.None);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            LogLost(jobId);
            await blobs.DeleteAllAsync(tenant, prefix, CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever broke, the job must not be lost: it is tried again and then shown to an admin.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFault(e, jobId, job.Attempts);
            await record.FaultAsync(job, worker, prefix, e.GetType().Name + ": " + e.Message, CancellationToken.None);
        }
        finally
        {
            await lost.CancelAsync();
            await heart;
        }

        return true;
    }

    private async Task RenderAsync(RenderJob job, string prefix, string worker, CancellationToken cancellation)
    {
        (RenderInput? input, HoldReason? hold) = await inputs.OfAsync(job, cancellation);
        if (input is null)
        {
            await record.HoldAsync(job, worker, hold!.Code, hold.Text, cancellation);
            return;
        }

        if (await work.Credits.SpendAsync(job.TenantId, job.PersonId, cancellation) == CreditAnswer.NoneLeft)
        {
            await record.HoldAsync(job, worker, RenderReasons.NoCredits, "There are no credits left.", cancellation);
            return;
        }

        List<MadeCandidate> made = [];
        RenderedPhoto? refused = null;
        foreach (PlannedCandidate plan in input.Plans)
        {
            RenderOrder order = new(input.Photos[plan.Selfie.Id], plan.Spec, input.Assets) { Priority = job.Priority };
            RenderedPhoto rendered = await studio.RenderAsync(order, cancellation);
            if (!rendered.Made)
            {
                refused ??= rendered;
                continue;
            }

            string folder = $"{prefix}{made.Count}/";
            made.Add(new MadeCandidate(plan, rendered, await StoreAsync(job.TenantId, folder, rendered, cancellation))
            {
                Before = rendered.Before is { } before ? await StoreAsync(job.TenantId, $"{folder}before", before, cancellation) : null,
            });
        }

        if (made.Count == 0)
        {
            await record.RefusedAsync(job, worker, refused!, cancellation);
            return;
        }

        await record.DoneAsync(job, worker, prefix, made, cancellation);
    }

    private async Task<IReadOnlyList<Headshots.Rendition>> StoreAsync(TenantId tenant, string prefix, RenderedPhoto rendered, CancellationToken cancellation)
    {
        List<Headshots.Rendition> stored = new(rendered.Files.Count);
        foreach (RenderedFile file in rendered.Files)
        {
            stored.Add(await StoreAsync(tenant, $"{prefix}{stored.Count}", file, cancellation));
        }

        return stored;
    }

    private async Task<Headshots.Rendition> StoreAsync(TenantId tenant, string key, RenderedFile file, CancellationToken cancellation)
    {
        string extension = Path.GetExtension(file.FileName).ToLowerInvariant();
        using MemoryStream bytes = new(file.Bytes.ToArray(), writable: false);
        BlobInfo blob = await blobs.PutAsync(tenant, $"{key}{extension}", bytes, cancellation);
        return new Headshots.Rendition(file.Name, file.FileName, blob.Key, file.ContentType, file.Width, file.Height, blob.Bytes, blob.Sha256);
    }

    /// <summary>Prolongs the lease until told to stop; a lost lease stops the work, since another worker has the job by then.</summary>
    private async Task BeatAsync(TenantId tenant, Guid jobId, string worker, CancellationTokenSource lost)
    {
        try
        {
            using PeriodicTimer timer = new(Lease / 3, work.Time);
            while (await timer.WaitForNextTickAsync(lost.Token))
            {
                DateTimeOffset now = work.Time.GetUtcNow();
                if (!await work.Leases.RenewAsync(tenant, jobId, worker, now, now + Lease, lost.Token))
                {
                    await lost.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
#pragma warning disable CA1031 // A database that does not answer is a lease that cannot be trusted.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogHeart(e, jobId);
            await lost.CancelAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} broke at attempt {Attempt}")]
    private partial void LogFault(Exception e, Guid job, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job} was taken over or cancelled while it was worked on")]
    private partial void LogLost(Guid job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of job {Job} could not be renewed")]
    private partial void LogHeart(Exception e, Guid job);
}

/// <summary>What rendering a job needs besides its stores.</summary>
public sealed record RenderWork(ICreditLedger Credits, ILeaseRenewal Leases, TimeProvider Time);

/// <summary>Renews leases on a connection of its own, while the unit of work is busy.</summary>
public interface ILeaseRenewal
{
    /// <inheritdoc cref="IRenderJobStore.RenewLeaseAsync"/>
    Task<bool> RenewAsync(TenantId tenant, Guid jobId, string worker, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation);
}

/// <summary>A candidate whose files are stored.</summary>
public sealed record MadeCandidate(PlannedCandidate Plan, RenderedPhoto Rendered, IReadOnlyList<Headshots.Rendition> Renditions)
{
    /// <inheritdoc cref="Headshots.Headshot.Before"/>
    public Headshots.Rendition? Before { get; init; }
}
