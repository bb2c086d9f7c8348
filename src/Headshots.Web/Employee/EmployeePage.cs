using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Headshots.Web.Employee.Devices;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Headshots.Web.Employee;

/// <summary>
/// A page below a link. Nobody is admitted without the token in the address, which another site does not know and so cannot make
/// a browser send: forms need no further proof.
/// </summary>
[IgnoreAntiforgeryToken]
internal abstract class EmployeePage(LinkDoor door) : PageModel
{
    public OpenedInvitation Opened { get; private set; } = null!;

    public string Token { get; private set; } = string.Empty;

    /// <summary>Withdrawing must be possible when all else is over.</summary>
    protected virtual bool EvenIfClosed => false;

    /// <summary>Here a device asks to be let in.</summary>
    protected virtual bool IsBeforeTheDoor => false;

    /// <summary>The first page notes that the link was opened.</summary>
    protected virtual bool NotesOpening => false;

    /// <summary>An address below this link.</summary>
    public string Place(string place = "") => EmployeePlaces.Address(Request.PathBase, Token, place);

    // Its name reads as that of a handler, for a method called PAGE.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        Token = RouteData.Values["token"] as string ?? string.Empty;
        Result<OpenedInvitation> opened = IsBeforeTheDoor
            ? await door.FindAsync(HttpContext, Token, EvenIfClosed)
            : await door.EnterAsync(HttpContext, Token, EvenIfClosed, NotesOpening);
        if (!opened.Ok)
        {
            if (opened.Problem == InvitationProblems.CodeNeeded)
            {
                context.Result = Redirect(Place(EmployeePlaces.Code));
                return;
            }

            context.Result = Closed(opened.Problem);
            return;
        }

        Opened = opened.Value;
        ViewData["Tenant"] = Opened.Tenant.Name;
        await next();
    }

    private ViewResult Closed(Problem problem) => new()
    {
        StatusCode = ProblemStatus.Of(problem.Kind),
        ViewName = "/Employee/_Closed.cshtml",
        ViewData = new ViewDataDictionary<ClosedLink>(MetadataProvider, ModelState)
        {
            Model = new ClosedLink(problem, problem.Kind == ProblemKind.Gone ? Place(EmployeePlaces.Withdraw) : null),
        },
    };
}
