using System.Globalization;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Web.Employee.Devices;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Employee.Welcome;

/// <summary>Who asks and why, what happens to the photo, and whether one agrees.</summary>
internal sealed class IndexModel(LinkDoor door, Standings standings, GiveConsent consent, StartOver again, InvitationDevices devices) : EmployeePage(door)
{
    public Standing Standing { get; private set; } = null!;

    /// <summary>Agreed before, and asked for another photo now.</summary>
    public bool IsRetake => Opened.Invitation.Stage == InvitationStage.Retake;

    public bool AgreementMissing { get; private set; }

    public Problem? Problem { get; private set; }

    protected override bool NotesOpening => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        // Given before it counts: the answer to agreeing may be lost on the way, and then the device is known all the same.
        _ = LinkDoor.Give(HttpContext, Token);
        Standing = await standings.OfAsync(Opened, cancellation);
        string next = Standing.Next(Opened.Invitation.Stage);
        return next is EmployeePlaces.Status or EmployeePlaces.Choose ? Redirect(Place(next)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(bool agreed, string? version, CancellationToken cancellation)
    {
        Standing = await standings.OfAsync(Opened, cancellation);
        if (Standing.Next(Opened.Invitation.Stage) is { Length: > 0 } next)
        {
            // Agreed in another tab, or came back by the back button.
            return Redirect(Place(next));
        }

        if (!agreed)
        {
            AgreementMissing = true;
            return Page();
        }

        Result<Submission> draft = await consent.HandleAsync(Opened, version ?? string.Empty, CultureInfo.CurrentUICulture.Name, cancellation);
        return await ContinueAsync(draft, cancellation);
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellation)
    {
        Standing = await standings.OfAsync(Opened, cancellation);
        return await ContinueAsync(await again.HandleAsync(Opened, notMe: false, cancellation), cancellation);
    }

    private async Task<IActionResult> ContinueAsync(Result<Submission> draft, CancellationToken cancellation)
    {
        if (draft.Ok && LinkDoor.Held(HttpContext) is { } device)
        {
            // Another tab of this device may be first, which is as good. A browser that keeps no cookies cannot have the link to itself.
            _ = await devices.ClaimAsync(Opened, device, cancellation);
        }

        if (draft.Ok || draft.Problem.Kind == ProblemKind.Conflict && draft.Problem.Code == SharedProblems.Changed.Code)
        {
            return Redirect(Place(EmployeePlaces.Photos));
        }

        Problem = draft.Problem;
        return Page();
    }
}
