using Headshots.Core.Invitations;
using Headshots.Core.Privacy.Consents;
using Headshots.Web.Employee.Devices;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Employee.Status;

/// <summary>How far it is, while headshots are made and after one was chosen.</summary>
internal sealed class IndexModel(LinkDoor door, Standings standings, IConsentLedger consents) : EmployeePage(door)
{
    public Standing Standing { get; private set; } = null!;

    /// <summary>When the person agreed, to what, and whether they took it back; newest first.</summary>
    public IReadOnlyList<ConsentEvent> Consents { get; private set; } = [];

    public InvitationStage Stage => Opened.Invitation.Stage;

    public bool IsWaiting => Stage == InvitationStage.Submitted;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Standing = await standings.OfAsync(Opened, cancellation);
        string next = Standing.Next(Stage);
        if (next != EmployeePlaces.Status)
        {
            return Redirect(Place(next));
        }

        Consents = await consents.OfPersonAsync(Opened.Tenant.Id, Opened.Person.Id, cancellation);
        return Page();
    }
}
