using Headshots.Core.Privacy.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.TestKit.Secrets;

public static class TestSecrets
{
    /// <summary>What an installation has from its settings and its folder of keys.</summary>
    public static IServiceCollection AddTestSecrets(this IServiceCollection services) => services
        .AddSingleton<IMasterKeys>(new TestMasterKeys());
}
