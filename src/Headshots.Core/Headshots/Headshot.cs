using Headshots.Core.Rendering;
using Headshots.Core.Shared;

namespace Headshots.Core.Headshots;

/// <summary>A picture made of a photo by a kit: first a candidate, at last perhaps the one in every directory.</summary>
public sealed class Headshot : Entity
{
    private List<Rendition> _renditions = [];

    private Headshot()
    {
    }

    public Guid JobId { get; private set; }

    public Guid SubmissionId { get; private set; }

    public Guid InvitationId { get; private set; }

    public Guid CampaignId { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid KitVersionId { get; private set; }

    public Guid SelfieId { get; private set; }

    /// <summary>Empty for the kit as it is.</summary>
    public string Variant { get; private set; } = string.Empty;

    /// <summary>Its place among the candidates, from 0.</summary>
    public int Position { get; private set; }

    public HeadshotState State { get; private set; }

    public HeadshotFigures Figures { get; private set; } = null!;

    public IReadOnlyList<VerdictReason> Warnings { get; private set; } = [];

    /// <summary>The studio's report, JSON.</summary>
    public string Report { get; private set; } = string.Empty;

    /// <summary>The headshot itself first.</summary>
    public IReadOnlyList<Rendition> Renditions => _renditions;

    /// <summary>
    /// The selfie in the headshot's crop, for pages that lay one beside the other; it is no rendition, nobody downloads it. Null
    /// for headshots of older programs, and once the selfies' time is over.
    /// </summary>
    public Rendition? Before { get; private set; }

    /// <summary>Everything that lies in files of it: renditions, and what it is compared with.</summary>
    internal IEnumerable<Rendition> Files => Before is { } before ? Renditions.Append(before) : Renditions;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ChosenAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was rejected; empty otherwise.</summary>
    public string RejectReason { get; private set; } = string.Empty;

    public static Headshot Create(Guid id, RenderJob job, Submissions.Submission submission, MadeCandidate candidate, int position, DateTimeOffset now)
    {
        RenderedPhoto made = candidate.Rendered;
        Headshot headshot = new()
        {
            TenantId = job.TenantId,
            Id = id,
            JobId = job.Id,
            SubmissionId = submission.Id,
            InvitationId = submission.InvitationId,
            CampaignId = submission.CampaignId,
            PersonId = submission.PersonId,
            KitVersionId = job.KitVersionId,
            SelfieId = candidate.Plan.Selfie.Id,
            Variant = candidate.Plan.Variant,
            Position = position,
            Figures = made.Figures ?? throw new ArgumentException("A headshot that was made has figures.", nameof(candidate)),
            Warnings = made.Warnings,
            Report = made.Report,
            Before = candidate.Before,
            CreatedAt = now,
        };
        headshot._renditions.AddRange(candidate.Renditions);
        return headshot;
    }

    /// <summary>It is a piece of the selfie and goes with it.</summary>
    /// <returns>Where the file lies that is to be deleted; null when there is none.</returns>
    internal string? ForgetBefore()
    {
        string? key = Before?.BlobKey;
        Before = null;
        return key;
    }

    internal Problem? Choose(DateTimeOffset now)
    {
        if (State is not (HeadshotState.Candidate or HeadshotState.Chosen))
        {
            return HeadshotProblems.NotACandidate;
        }

        State = HeadshotState.Chosen;
        ChosenAt = now;
        return null;
    }

    /// <summary>The person chose another one before a reviewer looked.</summary>
    internal void BackToCandidate()
    {
        State = HeadshotState.Candidate;
        ChosenAt = null;
    }

    internal Problem? Approve(DateTimeOffset now)
    {
        if (State != HeadshotState.Chosen)
        {
            return HeadshotProblems.NotWaiting;
        }

        State = HeadshotState.Approved;
        DecidedAt = now;
        return null;
    }

    internal Problem? Reject(string reason, DateTimeOffset now)
    {
        if (State != HeadshotState.Chosen)
        {
            return HeadshotProblems.NotWaiting;
        }

        State = HeadshotState.Rejected;
        DecidedAt = now;
        RejectReason = reason;
        return null;
    }

    internal Problem? UndoReview()
    {
        if (State is not (HeadshotState.Approved or HeadshotState.Rejected))
        {
            return HeadshotProblems.NothingToUndo;
        }

        State = HeadshotState.Chosen;
        DecidedAt = null;
        RejectReason = string.Empty;
        return null;
    }

    internal void Supersede() => State = HeadshotState.Superseded;

    /// <summary>An undone approval brings the headshot back that it had replaced.</summary>
    internal void ReturnToApproved() => State = HeadshotState.Approved;
}

/// <param name="Name">In the kit: <c>headshot</c>, <c>slack</c> …</param>
/// <param name="FileName">With its extension.</param>
/// <param name="BlobKey">Where it lies.</param>
/// <param name="ContentType">For instance <c>image/jpeg</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record Rendition(string Name, string FileName, string BlobKey, string ContentType, int Width, int Height, long Bytes, string Sha256);

public enum HeadshotState
{
    Candidate,
    Chosen,
    Approved,
    Rejected,
    Superseded,
}
