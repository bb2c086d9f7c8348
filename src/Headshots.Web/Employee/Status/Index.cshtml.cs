using Headshots.Core.Invitations;
using Headshots.Web.Employee.Devices;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Employee.Status;

/// <summary>How far it is, while headshots are made and after one was chosen.</summary>
internal sealed class IndexModel(LinkDoor door, Standings standings) : EmployeePage(door)
{
    public Standing Standing { get; private set; } = null!;

    public InvitationStage Stage => Opened.Invitation.Stage;

    public bool IsWaiting => Stage == InvitationStage.Submitted;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Standing = await standings.OfAsync(Opened, cancellation);
        string next = Standing.Next(Stage);
        return next == EmployeePlaces.Status ? Page() : Redirect(Place(next));
    }
}
