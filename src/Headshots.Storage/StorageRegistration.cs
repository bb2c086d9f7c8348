using Headshots.Core.Privacy.Keys;
using Headshots.Core.Shared;
using Headshots.Storage.Disk;
using Headshots.Storage.Encryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Headshots.Storage;

public static class StorageRegistration
{
    /// <summary>Blobs in a folder of this machine, encrypted with each tenant's key (<see cref="ITenantKeys"/>).</summary>
    public static IServiceCollection AddDiskBlobs(this IServiceCollection services, DiskBlobOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        services.AddSingleton(provider => new EncryptedBlobStore(
            new DiskBlobStore(options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DiskBlobStore>>()),
            provider.GetRequiredService<ITenantKeys>()));
        services.AddSingleton<IBlobStore>(provider => provider.GetRequiredService<EncryptedBlobStore>());
        return services.AddSingleton<IFileEncryption>(provider => provider.GetRequiredService<EncryptedBlobStore>());
    }
}
