using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Headshots.Web.Admin;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Account;

/// <summary>
/// Where somebody is signed in, and the way out of each. Their own, so that every role may: what somebody may change in the company
/// does not decide whether they may leave it.
/// </summary>
internal sealed class SessionsModel(ISessionStore sessions, SessionLimits limits, Leaving leaving, TimeProvider time, IStringLocalizer<AccountTexts> texts) : PortalPage
{
    public IReadOnlyList<Session> Open { get; private set; } = [];

    public Guid? Current => MemberClaims.SessionOf(User)?.Id;

    private Guid Member => MemberClaims.MemberOf(User)!.Value;

    public async Task OnGetAsync(CancellationToken cancellation) => Open =
    [
        .. (await sessions.OfMemberAsync(Tenant, Member, cancellation)).Where(s => !s.IsOver(time.GetUtcNow(), limits)).OrderByDescending(s => s.Id == Current),
    ];

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken cancellation)
    {
        Result<IReadOnlyList<Guid>> ended = await leaving.OneAsync(Caller, Member, session, cancellation);
        return session == Current ? await LeaveAsync() : Told("/account/sessions", ended, _ => texts["Ended"]);
    }

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken cancellation)
    {
        Result<IReadOnlyList<Guid>> ended = await leaving.AllAsync(Caller, Member, null, cancellation);
        return ended.Ok ? await LeaveAsync() : Told("/account/sessions", ended, _ => string.Empty);
    }

    private async Task<RedirectResult> LeaveAsync()
    {
        await HttpContext.SignOutAsync(Access.Scheme);
        return Redirect(Url.Content("~/signout?there=true"));
    }
}
