using System.Security.Cryptography;
using Headshots.Core.Audit;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Signing;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.TestKit.Secrets;

public static class TestSecrets
{
    /// <summary>What an installation has from its settings and its folder of keys.</summary>
    public static IServiceCollection AddTestSecrets(this IServiceCollection services) => services
        .AddSingleton<IMasterKeys>(new TestMasterKeys())
        .AddSingleton<IAuditKey, AuditKey>()
        .AddSingleton<ISigningKey, TestSigningKey>();

    private sealed class AuditKey : IAuditKey
    {
        public ReadOnlyMemory<byte> Bytes { get; } = SHA256.HashData("audit"u8);
    }
}
