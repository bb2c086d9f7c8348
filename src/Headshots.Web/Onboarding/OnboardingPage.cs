using Headshots.Core.Tenants;
using Headshots.Web.Identity;
using Headshots.Web.Identity.Provider;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Headshots.Web.Onboarding;

/// <summary>
/// What the pages know that set up a company: who came from the provider just now. That somebody is of a company says nothing about
/// whether they may decide for it; that they administer its directory, or are its owners by a role there, does.
/// </summary>
[AllowAnonymous]
internal abstract class OnboardingPage(EntryDesk desk, SignInPlan plan) : PageModel
{
    /// <summary>Null when nobody did, or too long ago.</summary>
    public EntryTicket? Ticket => field ??= desk.Of(HttpContext);

    /// <summary>The directory of the company, where it has one.</summary>
    public Guid? Directory => SignInRealm.EntraOf(Ticket?.Who.Realm);

    public bool SelfService => plan is { SelfService: true, Kind: SignInKind.Entra } && Directory is not null;

    public bool MayBegin => SelfService && Ticket!.MaySetUp;

    public bool MayFound => MayBegin && Ticket!.Consented;

    protected EntryDesk Desk => desk;

    protected SignInPlan Plan => plan;
}
