using Headshots.Core.People;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Privacy;

internal sealed class ConsentLedger(HeadshotsDbContext context) : IConsentLedger
{
    public void Add(ConsentEvent line) => context.Add(line);

    public async Task<IReadOnlyList<ConsentEvent>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation) =>
        await context.Rows<ConsentEvent>(tenant).AsNoTracking().Where(c => c.PersonId == personId)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Kind).ToListAsync(cancellation);

    public async Task<int> ForgetEndedAsync(TenantId tenant, DateTimeOffset endedBefore, CancellationToken cancellation)
    {
        IQueryable<Guid> there = context.Rows<Person>(tenant).Select(p => p.Id);
        IQueryable<Guid> later = context.Rows<ConsentEvent>(tenant).Where(c => c.At >= endedBefore).Select(c => c.PersonId);
        return await context.Rows<ConsentEvent>(tenant)
            .Where(c => !there.Contains(c.PersonId) && !later.Contains(c.PersonId)).ExecuteDeleteAsync(cancellation);
    }
}
