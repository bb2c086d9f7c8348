using Headshots.Core.Audit;
using Headshots.Core.BrandKits;
using Headshots.Core.Headshots;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;

namespace Headshots.Core.Rendering;

/// <summary>Renders everyone again whose approved headshot obeys an older version of a kit. Nobody needs a new selfie; it costs nothing.</summary>
public sealed class RenderAgain(IBrandKitStore kits, IHeadshotStore headshots, ISubmissionStore submissions, IRenderJobStore jobs, AgainWork work)
{
    private const int Portion = 250;

    /// <returns>How many jobs were begun.</returns>
    public async Task<Result<int>> HandleAsync(Caller caller, Guid kitId, CancellationToken cancellation)
    {
        if (await kits.FindAsync(caller.Tenant, kitId, cancellation) is not { } kit)
        {
            return SharedProblems.NotFound;
        }

        if (kit.CurrentVersionId is not { } version)
        {
            return BrandKitProblems.NeverPublished;
        }

        int begun = 0;
        foreach (Headshot[] portion in (await headshots.OutdatedAsync(caller.Tenant, kitId, version, cancellation)).Chunk(Portion))
        {
            foreach (Headshot headshot in portion)
            {
                IReadOnlyList<RenderJob> earlier = await jobs.OfPersonAsync(caller.Tenant, headshot.PersonId, cancellation);
                bool underWay = earlier.Any(j => j.KitVersionId == version && j.BasedOnHeadshotId == headshot.Id && j.State != RenderJobState.Cancelled);
                if (!underWay && await submissions.FindAsync(caller.Tenant, headshot.SubmissionId, cancellation) is { SelfiesDeletedAt: null } submission)
                {
                    jobs.Add(RenderJob.Again(submission, work.Ids.New(), version, headshot.Id, work.Time.GetUtcNow()));
                    begun++;
                }
            }

            work.Audit.Record(caller, "kit.rendered_again", "kit", kit.Id, $"{kit.Name}, version {kit.CurrentNumber}");
            Result<Done> saved = await work.Unit.SaveAsync(cancellation);
            if (!saved.Ok)
            {
                return saved.Problem;
            }
        }

        return begun;
    }
}

/// <summary>What rendering again needs besides its stores.</summary>
public sealed record AgainWork(IAuditLog Audit, IUnitOfWork Unit, IIds Ids, TimeProvider Time);
