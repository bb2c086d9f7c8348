using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Web.Admin;

internal static class AdminServices
{
    public static void AddHeadshotsAdmin(this IServiceCollection services)
    {
        services.AddScoped<ProblemWords>();
        services.AddScoped<Moments>();
        services.AddScoped<Portraits>();
    }
}
