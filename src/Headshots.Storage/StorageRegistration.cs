using Headshots.Core.Shared;
using Headshots.Storage.Disk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Headshots.Storage;

public static class StorageRegistration
{
    /// <summary>Blobs in a folder of this machine.</summary>
    public static IServiceCollection AddDiskBlobs(this IServiceCollection services, DiskBlobOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return services.AddSingleton<IBlobStore>(provider => new DiskBlobStore(
            options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DiskBlobStore>>()));
    }
}
