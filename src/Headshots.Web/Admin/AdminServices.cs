using Headshots.Web.Admin.Campaigns;
using Headshots.Web.Admin.Downloads;
using Headshots.Web.Admin.Kits;
using Headshots.Web.Admin.Overview;
using Headshots.Web.Admin.People;
using Headshots.Web.Admin.People.Import;
using Headshots.Web.Admin.Reviewing;
using Headshots.Web.Admin.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Web.Admin;

internal static class AdminServices
{
    public static void AddHeadshotsAdmin(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Moments>();
        services.AddScoped<Portraits>();
        services.AddScoped<PersonHistories>();
        services.AddScoped<ImportFiles>();
        services.AddScoped<CampaignActions>();
        services.AddSingleton<SpecFields>();
        services.AddScoped<KitForms>();
        services.AddScoped<KitPictures>();
        services.AddScoped<KitUses>();
        services.AddScoped<Troubles>();
        services.AddScoped<TroubleShooting>();
        services.AddScoped<ReviewWords>();
        services.AddScoped<HeadshotArchive>();
        services.AddScoped<SettingsUses>();
    }
}
