using Headshots.Core.Shared;

namespace Headshots.Core.Invitations;

public static class InvitationProblems
{
    public static Problem Unknown { get; } =
        new("invitation_unknown", "This link does not lead anywhere.", "Open the newest mail about your photo, or ask whoever sent you the link.")
        { Kind = ProblemKind.NotFound };

    /// <summary>Somebody tries links.</summary>
    public static Problem TooManyUnknown { get; } =
        new("invitation_too_many_unknown", "Too many links that lead nowhere were opened from your network.", "Wait a minute, then open the newest mail about your photo.")
        { Kind = ProblemKind.TooMany };

    public static Problem Expired { get; } =
        new("invitation_expired", "This link has expired.", "Ask whoever sent you the link for a new one; it takes them one click.") { Kind = ProblemKind.Gone };

    public static Problem Revoked { get; } =
        new("invitation_revoked", "This link was taken back.", "Ask whoever sent you the link whether there is a new one.") { Kind = ProblemKind.Gone };

    public static Problem CampaignClosed { get; } =
        new("invitation_campaign_closed", "This photo drive is over.", "Ask whoever sent you the link to open it again.") { Kind = ProblemKind.Gone };

    /// <summary>Another device has the link.</summary>
    public static Problem CodeNeeded { get; } =
        new("invitation_code_needed", "This link was opened on another device before.", "Let us mail you a code, and enter it here.") { Kind = ProblemKind.Forbidden };

    public static Problem CodeWrong { get; } =
        new("invitation_code_wrong", "This is not the code of the newest mail.", "Look at the newest mail and type its six digits.");

    public static Problem CodeOver { get; } =
        new("invitation_code_over", "This code does not work any more.", "Have a new one mailed: a code works for ten minutes, once.");

    public static Problem CodeTooSoon(TimeSpan wait)
    {
        string minutes = Math.Max(1, Math.Ceiling(wait.TotalMinutes)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new("invitation_code_too_soon", "A code was mailed a moment ago.", $"Look into your mailbox, also among unwanted mail. The next one can be sent in {minutes} min.")
        {
            Kind = ProblemKind.TooMany,
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["minutes"] = minutes },
        };
    }

    /// <summary>Suspended, or about to be deleted.</summary>
    public static Problem CompanyClosed { get; } =
        new("invitation_company_closed", "Your company's account is closed at the moment.", "Ask whoever sent you the link whether it opens again. What you sent can be deleted here at any time.") { Kind = ProblemKind.Gone };

    public static Problem NobodyToRemind { get; } =
        new("invitation_nobody_to_remind", "There is nobody to remind: all have sent their photo, or were reminded within the last day.", "Come back tomorrow.")
        { Kind = ProblemKind.Conflict };
}
