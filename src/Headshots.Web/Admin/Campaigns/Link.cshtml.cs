using System.Text;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Web.Identity;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using QRCoder;

namespace Headshots.Web.Admin.Campaigns;

/// <summary>One person's link: to copy, to show as a code on a screen or badge, to renew and to take back. Whoever has it can act as that person.</summary>
[Authorize(Policies.CampaignEditing)]
internal sealed class LinkModel(
    IInvitationStore invitations, IPersonStore people, InvitationTokens tokens, RenewInvitation renew, RevokeInvitations revoke, IStringLocalizer<CampaignTexts> texts)
    : PortalPage
{
    public const int PngModule = 12;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Invitation { get; set; }

    public Invitation Found { get; private set; } = null!;

    public Person Person { get; private set; } = null!;

    public string Link { get; private set; } = string.Empty;

    private string Address => $"/admin/campaigns/{Id}/links/{Invitation}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnGetQrAsync(string? format, CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation) || Found.RevokedAt is not null)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        using QRCodeData code = QRCodeGenerator.GenerateQrCode(Link, QRCodeGenerator.ECCLevel.M);
        if (format == "png")
        {
            using PngByteQRCode png = new(code);
            return File(png.GetGraphic(PngModule), "image/png", texts["Qr.File"]);
        }

        using SvgQRCode svg = new(code);
        return File(Encoding.UTF8.GetBytes(svg.GetGraphic(10, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute)), "image/svg+xml");
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) ? Told(Address, await renew.HandleAsync(Caller, Invitation, cancellation), _ => texts["Renewed"]) : NotFound();

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) ? Told(Address, await revoke.HandleAsync(Caller, [Invitation], cancellation), n => texts.Count("Revoked", n)) : NotFound();

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await invitations.FindAsync(Tenant, Invitation, cancellation) is not { } invitation || invitation.CampaignId != Id
            || await people.FindAsync(Tenant, invitation.PersonId, cancellation) is not { } person)
        {
            return false;
        }

        (Found, Person, Link) = (invitation, person, CampaignActions.LinkOf(tokens.TokenFor(invitation), Request));
        return true;
    }
}
