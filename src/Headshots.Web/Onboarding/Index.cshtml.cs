using Headshots.Web.Identity;
using Headshots.Web.Identity.Provider;

namespace Headshots.Web.Onboarding;

/// <summary>"Your company is not set up here yet", with the next step for those who can take it.</summary>
internal sealed class IndexModel(EntryDesk desk, SignInPlan plan) : OnboardingPage(desk, plan)
{
    /// <summary>For whoever runs this installation: what to name on the command line.</summary>
    public string Option => Directory is { } directory ? $"--entra-tenant {directory:D}" : $"--issuer {Ticket?.Who.Realm}";
}
