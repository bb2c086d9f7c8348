using Headshots.Core;
using Headshots.Core.Invitations;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Persistence;
using Headshots.Storage;
using Headshots.Storage.Disk;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Time.Testing;

namespace Headshots.Web.Tests.Hosting;

/// <summary>
/// The portal on a real port of this machine over a real database and real files, with the pages of this project beside it. Only
/// studio and clock are the tests'.
/// </summary>
public sealed class PortalHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("headshots-web-").FullName;
    private WebApplication? _app;

    /// <summary>An address below the API that breaks.</summary>
    public const string Broken = "/api/broken";

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>Configuration of this one.</summary>
    public Dictionary<string, string?> Settings { get; init; } = [];

    public IServiceProvider Services => _app!.Services;

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = Build();
        await _app.Services.GetRequiredService<HeadshotsDatabase>().MigrateAsync(Cancellation);
        await _app.StartAsync(Cancellation);
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    public HttpClient Client(bool keepsCookies = false) => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = keepsCookies }) { BaseAddress = Address };

    /// <summary>Uses one service as a request would.</summary>
    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private WebApplication Build()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PortalHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Error);
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton<TimeProvider>(Time)
            .AddHeadshotsCore()
            .AddHeadshotsPersistence(new PersistenceOptions { Connection = Path.Combine(_folder, "test.db") })
            .AddDiskBlobs(new DiskBlobOptions { Root = Path.Combine(_folder, "blobs") })
            .AddSingleton<IPhotoStudio, MagicStudio>()
            .AddSingleton<ILinkKey, Key>()
            .AddSingleton<IRenderNudge, NobodyRenders>()
            .AddHeadshotsWeb();
        WebApplication app = builder.Build();
        app.UseHeadshotsWeb();
        app.MapHeadshotsWeb();
        app.MapGet(Broken, IResult () => throw new InvalidOperationException("A secret of the server."));
        return app;
    }

    private sealed class Key : ILinkKey
    {
        public ReadOnlyMemory<byte> Bytes { get; } = new byte[32];
    }

    /// <summary>Tests render when they want to.</summary>
    private sealed class NobodyRenders : IRenderNudge
    {
        public Task RenderAsync(TenantId tenant, Guid jobId, RenderPriority priority, CancellationToken cancellation) => Task.CompletedTask;
    }
}
