using Headshots.Web.Identity;
using Headshots.Web.Identity.Provider;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Headshots.Web.Onboarding;

/// <summary>
/// Sends an administrator to Entra, to agree for their company. A link and no form, for a form may not lead to another site.
/// https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
/// </summary>
internal sealed class ConsentModel(EntryDesk desk, SignInPlan plan) : OnboardingPage(desk, plan)
{
    public const string ReturnPath = "/onboarding/return";

    public IActionResult OnGet()
    {
        if (!MayBegin)
        {
            return Redirect(Url.Content("~/onboarding"));
        }

        string address = new Uri(new Uri(Plan.Authority), $"/{Directory:D}/adminconsent").AbsoluteUri;
        return Redirect(QueryHelpers.AddQueryString(address, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = Plan.ClientId,
            ["state"] = Desk.StateFor(Ticket!),
            ["redirect_uri"] = $"{Request.Scheme}://{Request.Host}{Request.PathBase}{ReturnPath}",
        }));
    }
}
