using Headshots.Core.Shared;

namespace Headshots.Core.Submissions;

/// <summary>What a person sent in answer to an invitation: one to six photos, and the consent they gave.</summary>
public sealed class Submission : Entity
{
    public const int MaxSelfies = 6;

    private List<Selfie> _selfies = [];

    private Submission()
    {
    }

    public Guid InvitationId { get; private set; }

    public Guid CampaignId { get; private set; }

    public Guid PersonId { get; private set; }

    public SubmissionKind Kind { get; private set; }

    public SubmissionState State { get; private set; }

    public Consent Consent { get; private set; } = new(string.Empty, string.Empty, default);

    /// <summary>In the order they were added.</summary>
    public IReadOnlyList<Selfie> Selfies => _selfies;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When the selfies were deleted after their time; the headshots stay.</summary>
    public DateTimeOffset? SelfiesDeletedAt { get; private set; }

    public static Submission Create(TenantId tenant, Guid id, Invitations.Invitation invitation, SubmissionKind kind, Consent consent, DateTimeOffset now) => new()
    {
        TenantId = tenant,
        Id = id,
        InvitationId = invitation.Id,
        CampaignId = invitation.CampaignId,
        PersonId = invitation.PersonId,
        Kind = kind,
        Consent = consent,
        CreatedAt = now,
    };

    /// <summary>The one to suggest: usable, and the best of those.</summary>
    public Selfie? Best => _selfies.Where(s => s.Verdict.Usable).MaxBy(s => s.Verdict.Rank);

    internal Problem? Add(Selfie selfie)
    {
        if (State != SubmissionState.Draft)
        {
            return SubmissionProblems.AlreadySent;
        }

        if (_selfies.Count >= MaxSelfies)
        {
            return SubmissionProblems.TooManySelfies;
        }

        _selfies.Add(selfie);
        return null;
    }

    internal Problem? Remove(Guid selfieId)
    {
        if (State != SubmissionState.Draft)
        {
            return SubmissionProblems.AlreadySent;
        }

        return _selfies.RemoveAll(s => s.Id == selfieId) > 0 ? null : SharedProblems.NotFound;
    }

    internal void Become(SubmissionKind kind) => Kind = kind;

    internal Problem? Send(DateTimeOffset now)
    {
        if (State != SubmissionState.Draft)
        {
            return SubmissionProblems.AlreadySent;
        }

        if (Best is null)
        {
            return SubmissionProblems.NothingUsable;
        }

        State = SubmissionState.Sent;
        SentAt = now;
        return null;
    }

    internal void Rendered() => State = SubmissionState.Rendered;

    /// <summary>No headshot could be made: the person is asked for another photo.</summary>
    internal void Failed() => State = SubmissionState.Failed;

    /// <summary>A newer submission took its place.</summary>
    internal void Replace() => State = SubmissionState.Replaced;

    internal void SelfiesDeleted(DateTimeOffset now)
    {
        SelfiesDeletedAt = now;
        _selfies.Clear();
    }
}

/// <param name="Id">Chosen by the browser, so that a photo that is sent twice arrives once.</param>
/// <param name="BlobKey">Where the photo lies.</param>
/// <param name="ContentType">By its content.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Verdict">What the studio said about it.</param>
/// <param name="AddedAt">When it came.</param>
public sealed record Selfie(Guid Id, string BlobKey, string ContentType, long Bytes, string Sha256, Rendering.PhotoVerdict Verdict, DateTimeOffset AddedAt);

/// <param name="TextVersion">Which text was agreed to.</param>
/// <param name="Language">In which language it was shown.</param>
/// <param name="GivenAt">When.</param>
public sealed record Consent(string TextVersion, string Language, DateTimeOffset GivenAt);

public enum SubmissionKind
{
    /// <summary>Selfies, of which headshots are made.</summary>
    Selfies,

    /// <summary>A professional photo the person has already; the kit is applied to it.</summary>
    OwnPhoto,
}

public enum SubmissionState
{
    Draft,
    Sent,
    Rendered,
    Failed,
    Replaced,
}
