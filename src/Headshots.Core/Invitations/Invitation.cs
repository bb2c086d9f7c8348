using Headshots.Core.Shared;

namespace Headshots.Core.Invitations;

/// <summary>One person's part in one campaign, and the link that leads there.</summary>
public sealed class Invitation : Entity
{
    /// <summary>A desk, a phone, and some to spare.</summary>
    public const int MaxDevices = 5;

    private Invitation()
    {
    }

    public Guid CampaignId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>SHA-256 of the link's token, lower-case hexadecimal. The token itself is kept nowhere.</summary>
    public string TokenHash { get; private set; } = string.Empty;

    /// <summary>Raised to make the link a new one, so that the old one ends.</summary>
    public int TokenNumber { get; private set; } = 1;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateTimeOffset? RenderedAt { get; private set; }

    public DateTimeOffset? ChosenAt { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Why a reviewer asked for another photo; empty when none did.</summary>
    public string RetakeReason { get; private set; } = string.Empty;

    public int RemindersSent { get; private set; }

    public DateTimeOffset? LastRemindedAt { get; private set; }

    /// <summary>SHA-256 of the secrets of the devices that the link works on, lower-case hexadecimal, the newest last; none before somebody agreed.</summary>
    public IReadOnlyList<string> Devices { get; private set; } = [];

    /// <summary>Raised with every code that is mailed.</summary>
    public int CodeNumber { get; private set; }

    /// <summary>When the newest code was asked for; null where there is none, or no more.</summary>
    public DateTimeOffset? CodeAskedAt { get; private set; }

    /// <summary>Wrong ones since.</summary>
    public int CodeTries { get; private set; }

    /// <summary>Not before then is another code mailed.</summary>
    public DateTimeOffset NextCodeAt { get; private set; }

    /// <summary>Codes mailed since one was right.</summary>
    public int CodesInVain { get; private set; }

    /// <summary>How far it is.</summary>
    public InvitationStage Stage { get; private set; }

    public static Invitation Create(TenantId tenant, Guid id, Guid campaignId, Guid personId, DateTimeOffset expiresAt, DateTimeOffset now) => new()
    {
        TenantId = tenant,
        Id = id,
        CampaignId = campaignId,
        PersonId = personId,
        ExpiresAt = expiresAt,
        CreatedAt = now,
    };

    /// <summary>Null while the link may be used.</summary>
    public Problem? Closed(DateTimeOffset now) =>
        RevokedAt is not null ? InvitationProblems.Revoked
        : ExpiresAt <= now ? InvitationProblems.Expired
        : null;

    internal void SetToken(string hash) => TokenHash = hash;

    /// <summary>A new link is a new beginning: whoever was in is not any more.</summary>
    internal void NextToken()
    {
        TokenNumber++;
        Devices = [];
        CodeUsed();
    }

    /// <summary>Whether the newest code may still be entered.</summary>
    public bool CodeWorks(DateTimeOffset now) => CodeAskedAt is { } asked && now - asked < InvitationCodes.Lifetime && CodeTries < InvitationCodes.MaxTries;

    /// <summary>The next one a minute later, then two, four … up to an hour.</summary>
    internal void AskForCode(DateTimeOffset now)
    {
        CodeNumber++;
        CodeAskedAt = now;
        CodeTries = 0;
        NextCodeAt = now.AddMinutes(Math.Min(60, Math.Pow(2, CodesInVain)));
        CodesInVain++;
    }

    internal void CodeMissed() => CodeTries++;

    internal void CodeUsed()
    {
        CodeAskedAt = null;
        CodeTries = 0;
        CodesInVain = 0;
    }

    /// <summary>The newest <see cref="MaxDevices"/> stay in.</summary>
    internal void Admit(string device) => Devices = [.. Devices.Where(d => d != device).TakeLast(MaxDevices - 1), device];

    internal void Open(DateTimeOffset now)
    {
        OpenedAt ??= now;
        Advance(InvitationStage.Opened);
    }

    internal void Submit(DateTimeOffset now)
    {
        SubmittedAt = now;
        RetakeReason = string.Empty;
        Stage = InvitationStage.Submitted;
    }

    internal void Render(DateTimeOffset now)
    {
        RenderedAt = now;
        if (Stage is InvitationStage.Submitted)
        {
            Stage = InvitationStage.Rendered;
        }
    }

    internal void Choose(DateTimeOffset now)
    {
        ChosenAt = now;
        Stage = InvitationStage.Chosen;
    }

    internal void Approve(DateTimeOffset now)
    {
        ApprovedAt = now;
        Stage = InvitationStage.Approved;
    }

    /// <summary>A reviewer, or the person, wants another photo; there is a week for it even where the time was over.</summary>
    internal void AskForRetake(string reason, DateTimeOffset now)
    {
        RetakeReason = reason;
        Stage = InvitationStage.Retake;
        if (ExpiresAt < now.AddDays(7))
        {
            ExpiresAt = now.AddDays(7);
        }
    }

    /// <summary>A review was taken back.</summary>
    internal void BackToChosen()
    {
        ApprovedAt = null;
        RetakeReason = string.Empty;
        Stage = InvitationStage.Chosen;
    }

    internal void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    /// <summary>Everything that came of it was deleted: the link ends, and nobody counts it as sent, chosen or approved any more.</summary>
    internal void Withdraw(DateTimeOffset now)
    {
        Revoke(now);
        (SubmittedAt, RenderedAt, ChosenAt, ApprovedAt) = (null, null, null, null);
        RetakeReason = string.Empty;
        Devices = [];
        CodeUsed();
        Stage = OpenedAt is null ? InvitationStage.Invited : InvitationStage.Opened;
    }

    internal void Restore(DateTimeOffset expiresAt)
    {
        RevokedAt = null;
        ExpiresAt = expiresAt;
    }

    internal void Remind(DateTimeOffset now)
    {
        RemindersSent++;
        LastRemindedAt = now;
    }

    private void Advance(InvitationStage stage)
    {
        if (Stage < stage)
        {
            Stage = stage;
        }
    }
}

public enum InvitationStage
{
    Invited,
    Opened,
    Retake,
    Submitted,
    Rendered,
    Chosen,
    Approved,
}
