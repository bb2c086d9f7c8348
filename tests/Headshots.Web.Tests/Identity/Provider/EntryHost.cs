using Headshots.Core;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Persistence;
using Headshots.Storage;
using Headshots.Storage.Disk;
using Headshots.TestKit.Mail;
using Headshots.TestKit.Secrets;
using Headshots.TestProvider;
using Headshots.Web.Identity;
using Headshots.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Time.Testing;

namespace Headshots.Web.Tests.Identity.Provider;

/// <summary>The portal beside a provider that behaves as Entra does, each on a port of its own, with one company set up.</summary>
public sealed class EntryHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("headshots-entry-").FullName;
    private WebApplication? _app;

    /// <summary>The company that is set up.</summary>
    public static Guid Contoso { get; } = new("11111111-2222-4333-8444-555555555555");

    public EntraLikeProvider Provider { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public TenantId Tenant { get; private set; }

    public IServiceProvider Services => _app!.Services;

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public async ValueTask InitializeAsync()
    {
        Provider = await EntraLikeProvider.StartAsync("http://127.0.0.1:0");
        _app = Build();
        await Services.GetRequiredService<HeadshotsDatabase>().MigrateAsync(default);
        Tenant = await FoundAsync("Contoso", Contoso);
        await _app.StartAsync();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        await Provider.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Somebody of the company whom nobody has seen before.</summary>
    public static SignInAccount Somebody(params string[] roles) =>
        new(Contoso, Guid.CreateVersion7(), "Ada Lovelace", "ada@contoso.example") { Roles = roles };

    public async Task<TenantId> FoundAsync(string name, Guid directory) => (await WithAsync<CreateTenant, Result<TenantId>>(c => c.HandleAsync(
        new CreateTenantRequest(name, "Olivia", "hr@contoso.example", null) { Realm = SignInRealm.Entra(directory) }, default))).Value;

    /// <summary>Signs somebody in with a new browser.</summary>
    /// <param name="account">Who sits there.</param>
    /// <param name="forging">What is done to the token on its way.</param>
    internal async Task<Visitor> SignInAsync(SignInAccount account, Action<IdToken>? forging = null)
    {
        Visitor visitor = new(this);
        await visitor.SignInAsync(account, forging);
        return visitor;
    }

    /// <summary>Uses one service as a request would.</summary>
    internal async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private WebApplication Build()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(EntryHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        SignInPlan plan = SignInPlan.Of(
            new SignInOptions { Kind = "Entra", Authority = Provider.Authority, ClientId = Provider.ClientId, ClientSecret = Provider.ClientSecret, SelfService = true },
            isDevelopment: false,
            out IReadOnlyList<string> problems);
        Assert.Empty(problems);
        builder.Services
            .AddSingleton<TimeProvider>(Time)
            .AddHeadshotsCore()
            .AddHeadshotsPersistence(new PersistenceOptions { Connection = Path.Combine(_folder, "test.db") })
            .AddDiskBlobs(new DiskBlobOptions { Root = Path.Combine(_folder, "blobs") })
            .AddSingleton<IPhotoStudio, MagicStudio>()
            .AddTestSecrets()
            .AddSingleton<IMailTransport, KeptMail>()
            .AddSingleton<ILinkKey, Key>()
            .AddSingleton<IRenderNudge, NobodyRenders>()
            .AddHeadshotsWeb(plan);
        WebApplication app = builder.Build();
        app.UseHeadshotsWeb();
        app.MapHeadshotsWeb();
        return app;
    }

    private sealed class Key : ILinkKey
    {
        public ReadOnlyMemory<byte> Bytes { get; } = new byte[32];
    }

    private sealed class NobodyRenders : IRenderNudge
    {
        public Task RenderAsync(TenantId tenant, Guid jobId, RenderPriority priority, CancellationToken cancellation) => Task.CompletedTask;
    }
}
