using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Web.Feedback;
using Headshots.Web.Identity;
using Headshots.Web.Identity.Provider;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Onboarding;

/// <summary>The last step: what the company is called, and whom its people write to. Whoever answers becomes its first owner.</summary>
internal sealed class CompanyModel(EntryDesk desk, SignInPlan plan, OnboardingUses uses, IStringLocalizer<OnboardingTexts> texts) : OnboardingPage(desk, plan)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    public string? Problem { get; private set; }

    public IActionResult OnGet()
    {
        Contact = Ticket?.Who.Email;
        return MayFound ? Page() : Redirect(Url.Content("~/onboarding"));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!MayFound)
        {
            return Redirect(Url.Content("~/onboarding"));
        }

        Arrival who = Ticket!.Who;
        CreateTenantRequest request = new(Name ?? string.Empty, who.Name, Contact ?? string.Empty, Credits: null) { Realm = who.Realm, OwnerSubject = who.Subject };
        Result<TenantId> created = await uses.Create.HandleAsync(request, cancellation);
        if (!created.Ok)
        {
            return Refused(created.Problem);
        }

        Result<Entered> entered = await uses.Enter.HandleAsync(who, DeviceWords.Of(Request.Headers.UserAgent), cancellation);
        if (!entered.Ok)
        {
            return Refused(entered.Problem);
        }

        EntryDesk.Forget(HttpContext);
        await SignedIn.WriteAsync(HttpContext, entered.Value.Session);
        this.Show(new Toast(texts["Company.Done", request.Name.Trim()]));
        return Redirect(Url.Content("~/admin"));
    }

    private PageResult Refused(Problem problem)
    {
        Problem = problem.Fields.Count > 0 ? null : uses.Words.Whole(problem);
        foreach (FieldProblem field in problem.Fields)
        {
            ModelState.AddModelError(field.Field == "OwnerEmail" ? nameof(Contact) : nameof(Name), texts[field.Field == "OwnerEmail" ? "Company.Contact.Wrong" : "Company.Name.Wrong"]);
        }

        Response.StatusCode = ProblemStatus.Of(problem.Kind);
        return Page();
    }
}

/// <summary>What setting up a company takes.</summary>
internal sealed record OnboardingUses(CreateTenant Create, EnterPortal Enter, ProblemWords Words);
