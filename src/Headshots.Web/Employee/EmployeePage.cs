using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Headshots.Web.Employee;

/// <summary>
/// A page below a link. The token in the address is all that admits somebody: no cookie does, so nothing another site makes a
/// browser send is of use, and forms need no further proof.
/// </summary>
[IgnoreAntiforgeryToken]
internal abstract class EmployeePage(OpenInvitation open) : PageModel
{
    public OpenedInvitation Opened { get; private set; } = null!;

    public string Token { get; private set; } = string.Empty;

    /// <summary>Withdrawing must be possible when all else is over.</summary>
    protected virtual bool EvenIfClosed => false;

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
        Result<OpenedInvitation> opened = NotesOpening
            ? await open.HandleAsync(Token, HttpContext.RequestAborted)
            : await open.FindAsync(Token, HttpContext.RequestAborted, EvenIfClosed);
        if (!opened.Ok)
        {
            context.Result = Closed(opened.Problem);
            return;
        }

        Opened = opened.Value;
        ViewData["Tenant"] = Opened.Tenant.Name;
        await next();
    }

    private ViewResult Closed(Problem problem) => new()
    {
        StatusCode = problem.Kind == ProblemKind.Gone ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound,
        ViewName = "/Employee/_Closed.cshtml",
        ViewData = new ViewDataDictionary<ClosedLink>(MetadataProvider, ModelState)
        {
            Model = new ClosedLink(problem, problem.Kind == ProblemKind.Gone ? Place(EmployeePlaces.Withdraw) : null),
        },
    };
}
