using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Admin.Campaigns;

/// <summary>What can be done to a campaign that runs.</summary>
internal sealed class CampaignActions(
    RemindInvited remind, RevokeInvitations revoke, ExtendCampaign extend, CloseCampaign close, IInvitationStore invitations, InvitationTokens tokens)
{
    public RemindInvited Remind => remind;

    public RevokeInvitations Revoke => revoke;

    public ExtendCampaign Extend => extend;

    public CloseCampaign Close => close;

    /// <summary>Links by invitation, as they are mailed; only of invitations that are not taken back.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> LinksAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, HttpRequest request, CancellationToken cancellation) =>
        (await invitations.FindAsync(tenant, ids, cancellation)).Where(i => i.RevokedAt is null).ToDictionary(i => i.Id, i => LinkOf(tokens.TokenFor(i), request));

    public static string LinkOf(string token, HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}/i/{token}";
}
