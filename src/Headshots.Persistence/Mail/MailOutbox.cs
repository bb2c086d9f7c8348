using Headshots.Core.Mail;
using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Mail;

internal sealed class MailOutbox(HeadshotsDbContext context) : IMailOutbox
{
    public void Add(OutgoingMail mail) => context.Add(mail);

    public Task<OutgoingMail?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation) =>
        context.Rows<OutgoingMail>(tenant).FirstOrDefaultAsync(m => m.Id == id, cancellation);

    public async Task<IReadOnlyList<OutgoingMail>> DueAsync(TenantId tenant, DateTimeOffset now, int most, CancellationToken cancellation) =>
        await context.Rows<OutgoingMail>(tenant).Where(m => m.State == MailState.Waiting && m.DueAt <= now)
            .OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(most).ToListAsync(cancellation);

    public async Task<IReadOnlyList<OutgoingMail>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation) =>
        await context.Rows<OutgoingMail>(tenant).Where(m => m.PersonId == personId).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).ToListAsync(cancellation);

    public void Remove(OutgoingMail mail) => context.Remove(mail);

    public async Task<IReadOnlyList<OutgoingMail>> FailedAsync(TenantId tenant, int most, CancellationToken cancellation) =>
        await context.Rows<OutgoingMail>(tenant).Where(m => m.State == MailState.Failed)
            .OrderByDescending(m => m.DueAt).ThenByDescending(m => m.Id).Take(most).ToListAsync(cancellation);
}
