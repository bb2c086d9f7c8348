using Headshots.Web.Identity;
using Headshots.Web.Identity.Provider;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Onboarding;

/// <summary>
/// Where Entra sends an administrator back to. An error is looked at first, for with it nothing else need be there; then whether it
/// was this browser's sign-in that asked; then whether the answer is about the same directory.
/// </summary>
internal sealed class ReturnModel(EntryDesk desk, SignInPlan plan) : OnboardingPage(desk, plan)
{
    /// <summary>Which sentence tells what went wrong.</summary>
    public string Problem { get; private set; } = "Return.State";

    public IActionResult OnGet(string? error, string? state, string? tenant, [FromQuery(Name = "admin_consent")] string? consent)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        if (!string.IsNullOrEmpty(error))
        {
            Problem = error is "access_denied" or "consent_required" or "interaction_required" ? "Return.Denied" : "Return.Error";
            return Page();
        }

        if (!MayBegin || !Desk.IsStateOf(Ticket!, state))
        {
            return Page();
        }

        if (!Guid.TryParse(tenant, out Guid directory) || directory != Directory)
        {
            Problem = "Return.Tenant";
            return Page();
        }

        if (!string.Equals(consent, "true", StringComparison.OrdinalIgnoreCase))
        {
            Problem = "Return.Denied";
            return Page();
        }

        Desk.Keep(HttpContext, Ticket! with { Consented = true });
        return Redirect(Url.Content("~/onboarding/company"));
    }
}
