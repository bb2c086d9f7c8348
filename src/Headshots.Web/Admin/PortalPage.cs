using Headshots.Core.Shared;
using Headshots.Web.Feedback;
using Headshots.Web.Identity;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Web.Admin;

/// <summary>What every page of the portal knows: who asks, what they may do, and how to say what went wrong.</summary>
internal abstract class PortalPage : PageModel
{
    public Caller Caller => field ??= MemberClaims.Caller(User);

    public TenantId Tenant => Caller.Tenant;

    /// <summary>What the last form could not do; shown above it.</summary>
    public ProblemText? Problem { get; private set; }

    public bool May(string policy) => MemberClaims.Allows(User, policy);

    /// <summary>Shows the page again with what was typed, what is wrong, and where.</summary>
    /// <param name="problem">What the use case said.</param>
    /// <param name="fields">Form field by the use case's property, where they are named differently.</param>
    protected PageResult Refused(Problem problem, Func<string, string>? fields = null)
    {
        ProblemWords words = HttpContext.RequestServices.GetRequiredService<ProblemWords>();
        Problem = words.OfForm(problem);
        foreach (FieldProblem field in problem.Fields)
        {
            ModelState.AddModelError(fields?.Invoke(field.Field) ?? field.Field, words.Field(field.Message));
        }

        Response.StatusCode = ProblemStatus.Of(problem.Kind);
        return Page();
    }

    /// <summary>Goes on, with a sentence about what was done.</summary>
    protected RedirectResult Done(string address, string sentence)
    {
        this.Show(new Toast(sentence));
        return Redirect(Url.Content("~" + address));
    }

    /// <summary>Goes on after a list's button, saying what was done or why not.</summary>
    protected RedirectResult Told<T>(string address, Result<T> result, Func<T, string> sentence)
        where T : notnull
    {
        if (result.Ok)
        {
            return Done(address, sentence(result.Value));
        }

        ProblemText text = HttpContext.RequestServices.GetRequiredService<ProblemWords>().Of(result.Problem);
        return Done(address, text.Whole);
    }

    /// <summary>This page, with its query.</summary>
    protected string Here => Request.Path + Request.QueryString;

    /// <summary>An address inside this portal that a form named, or another where it named a foreign one.</summary>
    protected string Back(string? address, string otherwise) => Url.IsLocalUrl(address) ? address : otherwise;
}
