using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Rendering;
using Headshots.Core.Submissions;

namespace Headshots.Web.Employee;

/// <summary>Where somebody stands on the way to their headshot.</summary>
/// <param name="Draft">Photos that are not sent yet.</param>
/// <param name="Sent">The newest that were sent.</param>
/// <param name="Job">That makes headshots of them.</param>
/// <param name="Headshots">Made of them.</param>
internal sealed record Standing(Submission? Draft, Submission? Sent, RenderJob? Job, IReadOnlyList<Headshot> Headshots)
{
    public Headshot? Chosen => Headshots.FirstOrDefault(h => h.State is HeadshotState.Approved)
        ?? Headshots.FirstOrDefault(h => h.State is HeadshotState.Chosen);

    /// <summary>Somebody of the company has to do something before it goes on.</summary>
    public bool IsStuck => Job?.State is RenderJobState.Held or RenderJobState.Failed;

    /// <summary>The page that shows what comes next.</summary>
    public string Next(InvitationStage stage) => stage switch
    {
        InvitationStage.Submitted => EmployeePlaces.Status,
        InvitationStage.Rendered => EmployeePlaces.Choose,
        InvitationStage.Chosen or InvitationStage.Approved => EmployeePlaces.Status,
        _ => Draft is null ? string.Empty : EmployeePlaces.Photos,
    };

    /// <summary>Changes whenever a page that waits has something new to show.</summary>
    public string Version(InvitationStage stage) => $"{stage}-{Sent?.State}-{Job?.State}-{Job?.Attempts}";
}
