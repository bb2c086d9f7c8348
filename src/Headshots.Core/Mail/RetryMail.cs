using Headshots.Core.Shared;

namespace Headshots.Core.Mail;

/// <summary>An admin has a mail tried again that had been given up.</summary>
public sealed class RetryMail(IMailOutbox queue, IUnitOfWork work, TimeProvider time)
{
    public async Task<Result<Done>> HandleAsync(Caller caller, Guid mailId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await queue.FindAsync(caller.Tenant, mailId, cancellation) is not { State: MailState.Failed } mail)
        {
            return SharedProblems.NotFound;
        }

        mail.Retry(time.GetUtcNow());
        return await work.SaveAsync(cancellation);
    }
}
