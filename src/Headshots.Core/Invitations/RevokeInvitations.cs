using Headshots.Core.Audit;
using Headshots.Core.Shared;

namespace Headshots.Core.Invitations;

/// <summary>Takes links back. What was sent through them stays.</summary>
public sealed class RevokeInvitations(IInvitationStore invitations, IAuditLog audit, IUnitOfWork work, TimeProvider time)
{
    /// <returns>How many were revoked.</returns>
    public async Task<Result<int>> HandleAsync(Caller caller, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        int revoked = 0;
        foreach (Invitation invitation in await invitations.FindAsync(caller.Tenant, ids, cancellation))
        {
            if (invitation.RevokedAt is null)
            {
                invitation.Revoke(time.GetUtcNow());
                audit.Record(caller, "invitation.revoked", "invitation", invitation.Id, "A link was taken back", invitation.PersonId);
                revoked++;
            }
        }

        Result<Done> saved = await work.SaveAsync(cancellation);
        return saved.Ok ? revoked : saved.Problem;
    }
}
