using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Web.Localisation;

/// <summary>Whose browser asks for no language of ours is spoken to in that of the company that invites them.</summary>
internal sealed class InvitedLanguage : IRequestCultureProvider
{
    public async Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        string[] path = httpContext.Request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (path is not ["i", { } token, ..])
        {
            return null;
        }

        Result<OpenedInvitation> opened = await httpContext.RequestServices.GetRequiredService<OpenInvitation>()
            .FindAsync(token, httpContext.RequestAborted, evenIfClosed: true);
        return opened.Ok ? new ProviderCultureResult(opened.Value.Tenant.Settings.Language) : null;
    }
}
