using Headshots.App.Hosting;
using Headshots.App.Keys;
using Headshots.App.Serving;
using Headshots.Core.Invitations;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.App.Tests.Keys;

/// <summary>The master key is replaced over real companies, files and sealed secrets.</summary>
public sealed class RotationTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> _secrets = new(StringComparer.Ordinal)
    {
        ["old"] = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]),
        ["new"] = Convert.ToBase64String([.. Enumerable.Range(100, 32).Select(i => (byte)i)]),
    };

    private readonly TemporaryFolder _folder = new();
    private readonly List<(TenantId Tenant, byte[] Photo)> _companies = [];
    private byte[] _linkKey = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DataFolder Data => new(Path.Combine(_folder.Path, "data"));

    public async ValueTask InitializeAsync()
    {
        Data.Create();
        await using ServiceProvider services = Open("old", "old");
        await services.GetRequiredService<HeadshotsDatabase>().MigrateAsync(Stop);
        for (int i = 0; i < 5; i++)
        {
            await using AsyncServiceScope scope = services.CreateAsyncScope();
            TenantId tenant = (await scope.ServiceProvider.GetRequiredService<CreateTenant>().HandleAsync(new CreateTenantRequest($"Company {i}", "O", $"o{i}@example.com", null), Stop)).Value;
            byte[] photo = [.. Enumerable.Range(0, 1000).Select(b => (byte)(b * (i + 3)))];
            using MemoryStream content = new(photo);
            await services.GetRequiredService<IBlobStore>().PutAsync(tenant, "people/a/photo", content, Stop);
            _companies.Add((tenant, photo));
        }

        _linkKey = services.GetRequiredService<ILinkKey>().Bytes.ToArray();
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Rotate_WithBothKeys_LeavesAllReadableWithTheNewOneAlone()
    {
        await using (ServiceProvider both = Open("new", "old", "new"))
        {
            Assert.Equal(new KeyRotation(5, 0), await RotateAsync(both));
            Assert.InRange(both.GetRequiredService<SealedFiles>().Rotate().Rewrapped, 2, 10);
            Assert.Equal(new KeyRotation(0, 5), await RotateAsync(both));
            Assert.Equal(0, both.GetRequiredService<SealedFiles>().Rotate().Rewrapped);
        }

        await using ServiceProvider alone = Open("new", "new");
        await AssertReadableAsync(alone);
        await using ServiceProvider before = Open("old", "old");
        await Assert.ThrowsAsync<InvalidDataException>(() => before.GetRequiredService<IBlobStore>().OpenAsync(_companies[0].Tenant, "people/a/photo", Stop));
    }

    [Fact]
    public async Task Rotate_KilledInTheMiddle_LeavesAllReadableAndGoesOn()
    {
        await using (ServiceProvider both = Open("new", "old", "new"))
        {
            await using AsyncServiceScope scope = both.CreateAsyncScope();
            DyingStore dying = new(both.GetRequiredService<ITenantKeyStore>(), after: 2);
            RotateTenantKeys rotate = new(scope.ServiceProvider.GetRequiredService<ITenantStore>(), dying, both.GetRequiredService<IMasterKeys>());
            await Assert.ThrowsAsync<IOException>(() => rotate.HandleAsync(Stop));
        }

        await using (ServiceProvider restarted = Open("new", "old", "new"))
        {
            await AssertReadableAsync(restarted);
            Assert.Equal(new KeyRotation(3, 2), await RotateAsync(restarted));
            _ = restarted.GetRequiredService<SealedFiles>().Rotate();
        }

        await using ServiceProvider alone = Open("new", "new");
        await AssertReadableAsync(alone);
    }

    [Fact]
    public async Task Rotate_WithoutTheOldKey_SaysWhichIsMissingAndChangesNothing()
    {
        await using (ServiceProvider blind = Open("new", "new"))
        {
            Assert.Contains("\"old\"", (await Assert.ThrowsAsync<InvalidDataException>(() => RotateAsync(blind))).Message, StringComparison.Ordinal);
        }

        await using ServiceProvider old = Open("old", "old");
        await AssertReadableAsync(old);
    }

    /// <summary>A folder from before secrets were sealed.</summary>
    [Fact]
    public async Task LinkKey_InTheClear_IsTakenOverAndSealed()
    {
        await using ServiceProvider services = Open("old", "old");
        SealedFiles files = services.GetRequiredService<SealedFiles>();
        File.Delete(files.PathOf(FileLinkKey.Name));
        byte[] older = [.. Enumerable.Range(7, 32).Select(i => (byte)i)];
        string clear = Path.Combine(Data.Keys, "link.key");
        await File.WriteAllBytesAsync(clear, older, Stop);

        Assert.Equal(older, new FileLinkKey(Data, files).Bytes.ToArray());

        Assert.False(File.Exists(clear));
        Assert.Equal("old", KeyEnvelope.KeyOf(await File.ReadAllBytesAsync(files.PathOf(FileLinkKey.Name), Stop)));
        Assert.Equal(older, new FileLinkKey(Data, files).Bytes.ToArray());
    }

    [Fact]
    public async Task SealedFile_PutInAnothersPlace_IsRefused()
    {
        await using ServiceProvider services = Open("old", "old");
        SealedFiles files = services.GetRequiredService<SealedFiles>();
        _ = files.ReadOrMake("one", () => [1, 2, 3]);
        File.Copy(files.PathOf("one"), files.PathOf("two"));

        Assert.Throws<InvalidDataException>(() => files.Read("two"));
    }

    private ServiceProvider Open(string current, params string[] keys)
    {
        Dictionary<string, string?> settings = keys.ToDictionary(k => $"Keys:Ring:{k}", k => (string?)_secrets[k], StringComparer.Ordinal);
        settings["Keys:Current"] = current;
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        Composition.AddBusiness(services, Data);
        return services.BuildServiceProvider();
    }

    private static async Task<KeyRotation> RotateAsync(ServiceProvider services)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RotateTenantKeys>().HandleAsync(Stop);
    }

    private async Task AssertReadableAsync(ServiceProvider services)
    {
        foreach ((TenantId tenant, byte[] photo) in _companies)
        {
            Assert.Equal(photo, await services.GetRequiredService<IBlobStore>().ReadAsync(tenant, "people/a/photo", Stop));
        }

        Assert.Equal(_linkKey, services.GetRequiredService<ILinkKey>().Bytes.ToArray());
    }

    /// <summary>The process ends after so many.</summary>
    private sealed class DyingStore(ITenantKeyStore inner, int after) : ITenantKeyStore
    {
        private int _left = after;

        public Task<WrappedTenantKey?> FindAsync(TenantId tenant, CancellationToken cancellation) => inner.FindAsync(tenant, cancellation);

        public Task<bool> TryAddAsync(WrappedTenantKey key, CancellationToken cancellation) => inner.TryAddAsync(key, cancellation);

        public Task<bool> RewrapAsync(TenantId tenant, string fromMaster, string toMaster, byte[] wrapped, CancellationToken cancellation) =>
            _left-- > 0 ? inner.RewrapAsync(tenant, fromMaster, toMaster, wrapped, cancellation) : throw new IOException("Killed.");

        public Task SetOnlyEncryptedAsync(TenantId tenant, CancellationToken cancellation) => inner.SetOnlyEncryptedAsync(tenant, cancellation);

        public Task DeleteAsync(TenantId tenant, CancellationToken cancellation) => inner.DeleteAsync(tenant, cancellation);
    }
}
