using Headshots.Core.Audit;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;

namespace Headshots.Core.People;

/// <summary>Somebody left the company (or came back): no invitations, no reminders, not counted.</summary>
public sealed class MarkPersonLeft(IPersonStore people, IInvitationStore invitations, IAuditLog audit, IUnitOfWork work, TimeProvider time)
{
    public async Task<Result<Done>> HandleAsync(Caller caller, Guid personId, bool left, CancellationToken cancellation)
    {
        if (await people.FindAsync(caller.Tenant, personId, cancellation) is not { } person)
        {
            return SharedProblems.NotFound;
        }

        if (left)
        {
            person.Leave(time.GetUtcNow());
            foreach (Invitation invitation in await invitations.OfPersonAsync(caller.Tenant, personId, cancellation))
            {
                invitation.Revoke(time.GetUtcNow());
            }
        }
        else
        {
            person.Return();
        }

        audit.Record(caller, left ? "person.left" : "person.returned", "person", person.Id, person.Name);
        return await work.SaveAsync(cancellation);
    }
}
