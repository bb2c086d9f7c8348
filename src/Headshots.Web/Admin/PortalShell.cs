using Headshots.Core.Tenants;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Headshots.Web.Admin;

/// <summary>Gives the portal's frame the company's name, and says when it is a sample.</summary>
internal sealed class PortalShell(ITenantStore tenants) : IAsyncPageFilter
{
    public const string Name = "Tenant";

    public const string Sample = "TenantIsSample";

    public const string DeletionDue = "TenantDeletionDue";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        PageHandlerExecutedContext executed = await next();
        if (executed.Result is PageResult && executed.HandlerInstance is PageModel page && MemberClaims.TenantOf(page.User) is { } id
            && await tenants.FindAsync(id, context.HttpContext.RequestAborted) is { } tenant)
        {
            page.ViewData[Name] = tenant.Name;
            page.ViewData[Sample] = tenant.IsSample;
            page.ViewData[DeletionDue] = tenant.DeletionDueAt;
        }
    }
}
