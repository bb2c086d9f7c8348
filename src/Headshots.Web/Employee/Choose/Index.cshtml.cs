using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Web.Employee.Devices;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Employee.Choose;

/// <summary>Which of the candidates it shall be.</summary>
internal sealed class IndexModel(LinkDoor door, Standings standings, ChooseHeadshot choose, StartOver again, LikenessWords likeness) : EmployeePage(door)
{
    public Standing Standing { get; private set; } = null!;

    public IReadOnlyList<Headshot> Candidates { get; private set; } = [];

    public LikenessWords Likeness { get; } = likeness;

    public Problem? Problem { get; private set; }

    public Selfie? SelfieOf(Headshot headshot) => Standing.Sent?.Selfies.FirstOrDefault(s => s.Id == headshot.SelfieId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid headshot, CancellationToken cancellation)
    {
        Result<Headshot> chosen = await choose.HandleAsync(Opened, headshot, cancellation);
        if (chosen.Ok)
        {
            return Redirect(Place(EmployeePlaces.Status));
        }

        Problem = chosen.Problem;
        return await LoadAsync(cancellation) ?? Page();
    }

    public async Task<IActionResult> OnPostAgainAsync(bool notMe, CancellationToken cancellation)
    {
        Result<Submission> draft = await again.HandleAsync(Opened, notMe, cancellation);
        if (draft.Ok || draft.Problem.Code == SharedProblems.Changed.Code)
        {
            return Redirect(Place(EmployeePlaces.Photos));
        }

        Problem = draft.Problem;
        return await LoadAsync(cancellation) ?? Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Standing = await standings.OfAsync(Opened, cancellation);
        Candidates = [.. Standing.Headshots.Where(h => h.State is HeadshotState.Candidate or HeadshotState.Chosen)];
        return Opened.Invitation.Stage is InvitationStage.Rendered or InvitationStage.Chosen && Candidates.Count > 0
            ? null
            : Redirect(Place(Standing.Next(Opened.Invitation.Stage)));
    }
}
