using Headshots.Core.Shared;

namespace Headshots.Core.Invitations;

public static class InvitationProblems
{
    public static Problem Unknown { get; } =
        new("invitation_unknown", "This link does not lead anywhere.", "Open the newest mail about your photo, or ask whoever sent you the link.")
        { Kind = ProblemKind.NotFound };

    public static Problem Expired { get; } =
        new("invitation_expired", "This link has expired.", "Ask whoever sent you the link for a new one; it takes them one click.") { Kind = ProblemKind.Gone };

    public static Problem Revoked { get; } =
        new("invitation_revoked", "This link was taken back.", "Ask whoever sent you the link whether there is a new one.") { Kind = ProblemKind.Gone };

    public static Problem CampaignClosed { get; } =
        new("invitation_campaign_closed", "This photo drive is over.", "Ask whoever sent you the link to open it again.") { Kind = ProblemKind.Gone };

    /// <summary>Suspended, or about to be deleted.</summary>
    public static Problem CompanyClosed { get; } =
        new("invitation_company_closed", "Your company's account is closed at the moment.", "Ask whoever sent you the link whether it opens again. What you sent can be deleted here at any time.") { Kind = ProblemKind.Gone };

    public static Problem NobodyToRemind { get; } =
        new("invitation_nobody_to_remind", "There is nobody to remind: all have sent their photo, or were reminded within the last day.", "Come back tomorrow.")
        { Kind = ProblemKind.Conflict };
}
