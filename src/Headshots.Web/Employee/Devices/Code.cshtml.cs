using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Employee.Devices;

/// <summary>Somebody opens a link on a device that is not in: a code is mailed, and lets it in.</summary>
internal sealed class CodeModel(LinkDoor door, InvitationCodes codes, TimeProvider time) : EmployeePage(door)
{
    public Problem? Problem { get; private set; }

    /// <summary>A code is on its way, or there.</summary>
    public bool IsSent { get; private set; }

    /// <summary>Enough of the address to know which mailbox to look into, and no more: whoever sees this may not be the person.</summary>
    public string Mailbox { get; private set; } = string.Empty;

    /// <summary>Nobody was in before; the company wants it so.</summary>
    public bool IsFirst => Opened.Invitation.Devices.Count == 0;

    protected override bool EvenIfClosed => true;

    protected override bool IsBeforeTheDoor => true;

    public IActionResult OnGet()
    {
        if (InvitationDevices.IsIn(Opened, LinkDoor.Held(HttpContext)))
        {
            return Redirect(Place());
        }

        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellation) => Answer(await codes.SendAsync(Opened, cancellation), Place(EmployeePlaces.Code));

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancellation) =>
        Answer(await codes.EnterAsync(Opened, code, LinkDoor.Give(HttpContext, Token), cancellation), Place());

    private IActionResult Answer(Result<Done> done, string next)
    {
        if (done.Ok)
        {
            return Redirect(next);
        }

        Problem = done.Problem;
        Show();
        return Page();
    }

    private void Show()
    {
        IsSent = Opened.Invitation.CodeWorks(time.GetUtcNow());
        string address = Opened.Person.Email;
        int at = address.LastIndexOf('@');
        Mailbox = at > 0 ? $"{address[0]}•••{address[at..]}" : address;
    }
}
