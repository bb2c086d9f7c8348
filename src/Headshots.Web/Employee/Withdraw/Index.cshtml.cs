using Headshots.Core.Privacy;
using Headshots.Core.Shared;
using Headshots.Web.Employee.Devices;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Employee.Withdraw;

/// <summary>Takes the consent back and deletes everything, at any time: also when the link has expired.</summary>
internal sealed class IndexModel(LinkDoor door, Standings standings, ErasePerson erase) : EmployeePage(door)
{
    public bool IsGone { get; private set; }

    public Problem? Problem { get; private set; }

    protected override bool EvenIfClosed => true;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Standing standing = await standings.OfAsync(Opened, cancellation);
        IsGone = Opened.Invitation.RevokedAt is not null && standing is { Draft: null, Sent: null };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Result<Done> erased = await erase.HandleAsync(Opened.Caller, Opened.Person.Id, forget: false, cancellation);
        if (erased.Ok)
        {
            return Redirect(Place(EmployeePlaces.Withdraw));
        }

        Problem = erased.Problem;
        return Page();
    }
}
