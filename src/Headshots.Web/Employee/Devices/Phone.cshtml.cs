using System.Text;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace Headshots.Web.Employee.Devices;

/// <summary>
/// From the desk to the phone: the mail is read on the one, the better camera is in the other. A device that is in shows a QR
/// code, and whoever scans it within minutes goes on where the first one was.
/// </summary>
internal sealed class PhoneModel(LinkDoor door, InvitationDevices devices) : EmployeePage(door)
{
    protected override bool IsBeforeTheDoor => true;

    /// <summary>Where the code leads.</summary>
    public async Task<IActionResult> OnGetAsync(string? handover, CancellationToken cancellation)
    {
        Result<Done> taken = await devices.TakeOverAsync(Opened, handover, LinkDoor.Give(HttpContext, Token), cancellation);
        return Redirect(Place(taken.Ok ? string.Empty : EmployeePlaces.Code));
    }

    /// <summary>The code itself, for a device that is in.</summary>
    public IActionResult OnGetPicture()
    {
        if (!InvitationDevices.IsIn(Opened, LinkDoor.Held(HttpContext)))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        string address = $"{Request.Scheme}://{Request.Host}{Place(EmployeePlaces.Phone)}?handover={devices.Handover(Opened)}";
        using QRCodeData code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using SvgQRCode svg = new(code);
        Response.Headers.CacheControl = "no-store";
        return File(Encoding.UTF8.GetBytes(svg.GetGraphic(10, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute)), "image/svg+xml");
    }
}
