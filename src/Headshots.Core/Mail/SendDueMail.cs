using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Microsoft.Extensions.Logging;

namespace Headshots.Core.Mail;

/// <summary>Sends the mails of one tenant that are due. A mail whose reason has gone is dropped: nobody is reminded of what they have done.</summary>
public sealed partial class SendDueMail(IMailOutbox queue, MailContents contents, IMailTransport transport, IUnitOfWork work, TimeProvider time, ILogger<SendDueMail> logger)
{
    /// <returns>How many were taken up.</returns>
    public async Task<int> HandleAsync(TenantId tenant, int most, CancellationToken cancellation)
    {
        IReadOnlyList<OutgoingMail> due = await queue.DueAsync(tenant, time.GetUtcNow(), most, cancellation);
        foreach (OutgoingMail mail in due)
        {
            cancellation.ThrowIfCancellationRequested();
            await SendAsync(mail, cancellation);

            // Each for itself: what was sent must be known even if the next one fails.
            _ = await work.SaveAsync(cancellation);
        }

        return due.Count;
    }

    private async Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        (MailMessage? message, string? why) = await contents.OfAsync(mail, cancellation);
        if (message is null)
        {
            mail.NotNeeded(why ?? string.Empty);
            return;
        }

        try
        {
            await transport.SendAsync(message, cancellation);
            mail.Sent(time.GetUtcNow());
        }
        catch (MailRefusedException e)
        {
            mail.Failed(e.Message, forGood: true, time.GetUtcNow());
            LogRefused(mail.Id, e.Message);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            mail.Failed(e.Message, forGood: false, time.GetUtcNow());
            LogPutOff(mail.Id, mail.Attempts, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Mail} was refused: {Why}")]
    private partial void LogRefused(Guid mail, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Mail} could not be sent, attempt {Attempt}: {Why}")]
    private partial void LogPutOff(Guid mail, int attempt, string why);
}

/// <summary>Finds what a mail is about and has it written.</summary>
public sealed class MailContents(
    ITenantStore tenants, IPersonStore people, IInvitationStore invitations, ICampaignStore campaigns, InvitationTokens tokens, InvitationCodes codes, MailWriting writing)
{
    internal async Task<(MailMessage? Message, string? Why)> OfAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        Tenant? tenant = await tenants.FindAsync(mail.TenantId, cancellation);
        Person? person = await people.FindAsync(mail.TenantId, mail.PersonId, cancellation);
        if (tenant is null || person is null)
        {
            return (null, "The person is not there any more.");
        }

        Invitation? invitation = mail.InvitationId is { } id ? await invitations.FindAsync(mail.TenantId, id, cancellation) : null;
        if (mail.InvitationId is not null && invitation is null)
        {
            return (null, "The invitation is not there any more.");
        }

        if (invitation is not null && Needless(mail.Kind, invitation) is { } why)
        {
            return (null, why);
        }

        Campaign? campaign = invitation is null ? null : await campaigns.FindAsync(mail.TenantId, invitation.CampaignId, cancellation);
        string? token = invitation is null ? null : tokens.TokenFor(invitation);
        if (mail.Kind == MailKind.Code && invitation is not null)
        {
            // The code is all that it is about: a link beside it would make one mail enough to get in from anywhere.
            return (writing.Writer.Write(new MailOccasion(mail, tenant, person, invitation, campaign, Token: null, codes.CodeOf(invitation))), null);
        }

        return (writing.Writer.Write(new MailOccasion(mail, tenant, person, invitation, campaign, token)), null);
    }

    private string? Needless(MailKind kind, Invitation invitation) => kind switch
    {
        MailKind.Invitation or MailKind.Reminder when invitation.Closed(writing.Time.GetUtcNow()) is { } closed => closed.Message,
        MailKind.Reminder when invitation.Stage >= InvitationStage.Submitted => "The photo was sent meanwhile.",
        MailKind.Retake when invitation.Stage != InvitationStage.Retake => "Another photo is not wanted any more.",
        MailKind.Ready when invitation.Stage != InvitationStage.Rendered => "A headshot was chosen meanwhile.",
        MailKind.Code when !invitation.CodeWorks(writing.Time.GetUtcNow()) => "The code is over.",
        MailKind.Approved when invitation.Stage != InvitationStage.Approved => "The approval was taken back.",
        _ => null,
    };
}

/// <summary>What writing mails needs.</summary>
public sealed record MailWriting(IMailWriter Writer, TimeProvider Time);
