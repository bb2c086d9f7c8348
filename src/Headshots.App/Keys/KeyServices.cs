using Headshots.App.Hosting;
using Headshots.App.Serving;
using Headshots.Core.Audit;
using Headshots.Core.Invitations;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Signing;

namespace Headshots.App.Keys;

/// <summary>Master keys, and what is sealed with them.</summary>
internal static class KeyServices
{
    public static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.AddSingleton(s => MasterKeyRing.Open(
            s.GetRequiredService<DataFolder>(),
            s.GetService<IConfiguration>() ?? Settings.Of(s.GetRequiredService<DataFolder>()),
            s.GetService<IHostEnvironment>()?.IsDevelopment() ?? Settings.IsDevelopment,
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IMasterKeys>(s => s.GetRequiredService<MasterKeyRing>());
        services.AddSingleton<SealedFiles>();
        services.AddSingleton<ILinkKey, FileLinkKey>();
        services.AddSingleton<IAuditKey, FileAuditKey>();
        services.AddSingleton<ISigningKey, FileSigningKey>();
        return services;
    }
}
