using Headshots.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Web.Admin;

/// <summary>What holds for all pages of the portal: nobody without a role, each folder its policy, and one frame.</summary>
internal static class PortalPages
{
    public static void AddPortal(this PageConventionCollection conventions)
    {
        conventions.AuthorizeFolder("/Admin", Access.PortalPolicy);
        conventions.AuthorizeFolder("/Account", Policies.Account);
        foreach ((string folder, string policy) in Policies.Folders)
        {
            conventions.AuthorizeFolder(folder, policy);
        }

        conventions.AddFolderApplicationModelConvention("/Admin", page => page.Filters.Add(new TypeFilterAttribute(typeof(PortalShell))));
        conventions.AddFolderApplicationModelConvention("/Account", page => page.Filters.Add(new TypeFilterAttribute(typeof(PortalShell))));
        conventions.AddPageRoute("/Admin/People/Edit", "/admin/people/{id:guid}/edit");
        conventions.AddPageRoute("/Admin/Campaigns/Edit", "/admin/campaigns/{id:guid}/edit");
    }
}
