using Headshots.Core.Shared;

namespace Headshots.Core.Mail;

/// <summary>A mail that is to be sent. Its text is made when it is sent: a link must not lie in the database.</summary>
public sealed class OutgoingMail : Entity
{
    private OutgoingMail()
    {
    }

    public MailKind Kind { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid? InvitationId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public MailState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>When it is tried next.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Why it was not sent, for an admin.</summary>
    public string Failure { get; private set; } = string.Empty;

    public static OutgoingMail Create(TenantId tenant, Guid id, MailKind kind, Guid personId, Guid? invitationId, DateTimeOffset now) => new()
    {
        TenantId = tenant,
        Id = id,
        Kind = kind,
        PersonId = personId,
        InvitationId = invitationId,
        CreatedAt = now,
        DueAt = now,
    };

    internal void Sent(DateTimeOffset now)
    {
        State = MailState.Sent;
        SentAt = now;
        Failure = string.Empty;
    }

    internal void NotNeeded(string why)
    {
        State = MailState.Dropped;
        Failure = why;
    }

    /// <summary>Waits 1, 5, 25 … minutes; after six attempts an admin must look.</summary>
    internal void Failed(string why, bool forGood, DateTimeOffset now)
    {
        Attempts++;
        Failure = why;
        if (forGood || Attempts >= 6)
        {
            State = MailState.Failed;
        }
        else
        {
            DueAt = now.AddMinutes(Math.Pow(5, Attempts - 1));
        }
    }

    internal void Retry(DateTimeOffset now)
    {
        State = MailState.Waiting;
        Attempts = 0;
        DueAt = now;
    }
}

public enum MailKind
{
    Invitation,
    Reminder,
    Retake,
    Ready,
    Approved,
    Deleted,
    Code,
}

public enum MailState
{
    Waiting,
    Sent,
    Failed,
    Dropped,
}
