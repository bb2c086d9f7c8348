using Headshots.Core.Shared;
using Headshots.Core.Submissions;

namespace Headshots.Core.Rendering;

/// <summary>Work for a render process. The row is the truth; a message is only a nudge to look at it.</summary>
public sealed class RenderJob : Entity
{
    public const int MaxAttempts = 5;

    private RenderJob()
    {
    }

    public Guid SubmissionId { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid KitVersionId { get; private set; }

    /// <summary>The headshot to be made again with a newer kit; null when a submission is rendered.</summary>
    public Guid? BasedOnHeadshotId { get; private set; }

    public RenderPriority Priority { get; private set; }

    public RenderJobState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Which process works on it.</summary>
    public string LeasedBy { get; private set; } = string.Empty;

    /// <summary>Until when it is that process's alone.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>When it may be taken up.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Why it is held or failed: a code of <see cref="RenderReasons"/> or of the studio.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>The same for an admin, one line.</summary>
    public string ReasonText { get; private set; } = string.Empty;

    public static RenderJob ForSubmission(Submission submission, Guid id, Guid kitVersionId, DateTimeOffset now) =>
        Create(submission, id, kitVersionId, null, RenderPriority.Interactive, now);

    public static RenderJob Again(Submission submission, Guid id, Guid kitVersionId, Guid headshotId, DateTimeOffset now) =>
        Create(submission, id, kitVersionId, headshotId, RenderPriority.Bulk, now);

    /// <summary>Whether it was this worker's when it was read. Whether it still is shows when it is saved: whoever takes it over raises the version.</summary>
    public bool IsLeasedBy(string worker) => State == RenderJobState.Leased && LeasedBy == worker;

    /// <summary>Done once and for all.</summary>
    internal void Finish(DateTimeOffset now)
    {
        State = RenderJobState.Done;
        FinishedAt = now;
        EndLease();
        (Reason, ReasonText) = (string.Empty, string.Empty);
    }

    /// <summary>No headshot can be made of these photos: trying again would not help.</summary>
    internal void Refuse(string reason, string text, DateTimeOffset now)
    {
        State = RenderJobState.Refused;
        FinishedAt = now;
        EndLease();
        (Reason, ReasonText) = (reason, Shorten(text));
    }

    /// <summary>Waits for something an admin must do.</summary>
    internal void Hold(string reason, string text)
    {
        State = RenderJobState.Held;
        EndLease();
        (Reason, ReasonText) = (reason, Shorten(text));
    }

    /// <summary>Something broke: later again, and after <see cref="MaxAttempts"/> an admin must look.</summary>
    internal void Fault(string text, DateTimeOffset now)
    {
        EndLease();
        (Reason, ReasonText) = (RenderReasons.Fault, Shorten(text));
        if (Attempts >= MaxAttempts)
        {
            State = RenderJobState.Failed;
            FinishedAt = now;
        }
        else
        {
            State = RenderJobState.Waiting;
            DueAt = now.AddSeconds(Math.Pow(4, Attempts));
        }
    }

    /// <summary>Handed back unfinished, for instance when the process is stopped.</summary>
    internal void HandBack(DateTimeOffset now)
    {
        State = RenderJobState.Waiting;
        Attempts--;
        DueAt = now;
        EndLease();
    }

    internal void Cancel(DateTimeOffset now)
    {
        State = RenderJobState.Cancelled;
        FinishedAt = now;
        EndLease();
    }

    /// <summary>An admin has it tried again.</summary>
    internal void Retry(DateTimeOffset now)
    {
        State = RenderJobState.Waiting;
        Attempts = 0;
        DueAt = now;
        FinishedAt = null;
        (Reason, ReasonText) = (string.Empty, string.Empty);
    }

    private static RenderJob Create(Submission submission, Guid id, Guid kitVersionId, Guid? headshotId, RenderPriority priority, DateTimeOffset now) => new()
    {
        TenantId = submission.TenantId,
        Id = id,
        SubmissionId = submission.Id,
        PersonId = submission.PersonId,
        KitVersionId = kitVersionId,
        BasedOnHeadshotId = headshotId,
        Priority = priority,
        DueAt = now,
        CreatedAt = now,
    };

    private void EndLease()
    {
        LeasedBy = string.Empty;
        LeasedUntil = null;
    }

    private static string Shorten(string text) => text.Length > 400 ? text[..400] : text;
}

public enum RenderJobState
{
    Waiting,
    Leased,
    Done,

    /// <summary>The photos are not good enough; the person was told.</summary>
    Refused,

    /// <summary>Needs an admin: see the reason.</summary>
    Held,

    /// <summary>Broke too often; an admin sees it and can have it tried again.</summary>
    Failed,
    Cancelled,
}

public enum RenderPriority
{
    /// <summary>Somebody waits in front of a screen.</summary>
    Interactive,
    Bulk,
}

/// <summary>Reasons of the business; the studio has its own.</summary>
public static class RenderReasons
{
    public const string Fault = "fault";
    public const string NoCredits = "no_credits";
    public const string KitUnusable = "kit_unusable";
    public const string SelfiesGone = "selfies_gone";
    public const string WorkerLost = "worker_lost";
}
