using System.Collections.Concurrent;
using Headshots.Core;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Persistence;
using Headshots.Storage;
using Headshots.Storage.Disk;
using Headshots.TestKit.Mail;
using Headshots.TestKit.Secrets;
using Headshots.Web.Tests.Admin;
using Headshots.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>The portal over a database of its own with two companies: one that is asked as, and one that must stay unseen and untouched.</summary>
internal sealed class EndpointHost : IAsyncDisposable
{
    /// <summary>These tests ask more in a minute than any company does.</summary>
    private static readonly Dictionary<string, string?> Unlimited = new(StringComparer.Ordinal)
    {
        ["Limits:LinkPerMinute"] = "100000", ["Limits:UnknownLinksPerMinute"] = "100000", ["Limits:SignInPerMinute"] = "100000",
        ["Limits:TenantPerMinute"] = "1000000", ["Limits:AddressPerMinute"] = "1000000",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("headshots-endpoints-").FullName;
    private readonly FaultLog _faults = new();
    private readonly WebApplication _app;

    private EndpointHost(Action<IEndpointRouteBuilder>? more)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(EndpointHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Logging.ClearProviders().AddProvider(_faults).SetMinimumLevel(LogLevel.Error);
        builder.Configuration.AddInMemoryCollection(Unlimited);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton<TimeProvider>(Time)
            .AddHeadshotsCore()
            .AddHeadshotsPersistence(new PersistenceOptions { Connection = Database })
            .AddDiskBlobs(new DiskBlobOptions { Root = Blobs })
            .AddSingleton<IPhotoStudio, WholeStudio>()
            .AddTestSecrets()
            .AddSingleton<IMailTransport, KeptMail>()
            .AddSingleton<ILinkKey, Key>()
            .AddSingleton<IRenderNudge, Nobody>()
            .AddHeadshotsWeb();
        _app = builder.Build();
        _app.UseHeadshotsWeb();
        _app.MapHeadshotsWeb();
        more?.Invoke(_app);
    }

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public IServiceProvider Services => _app.Services;

    public string Database => Path.Combine(_folder, "test.db");

    public string Blobs => Path.Combine(_folder, "blobs");

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>Everything that was logged as an error.</summary>
    public IReadOnlyCollection<string> Faults => _faults.Lines;

    public Firm Own { get; private set; } = null!;

    public Firm Other { get; private set; } = null!;

    public static async Task<EndpointHost> StartAsync(Action<IEndpointRouteBuilder>? more = null)
    {
        EndpointHost host = new(more);
        await host.Services.GetRequiredService<HeadshotsDatabase>().MigrateAsync(default);
        await host._app.StartAsync();
        host.Address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        host.Own = await Firm.FoundAsync(host, "Contoso", "Ada Contoso", "contoso.example");
        host.Other = await Firm.FoundAsync(host, Firm.NameMark, $"Grace {Firm.NameMark}", $"{Firm.MailMark}.example");
        return host;
    }

    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Whoever was signed out is in again.</summary>
    public async Task ReopenSessionsAsync()
    {
        await using SqliteConnection connection = new($"Data Source={Database}");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "UPDATE Sessions SET EndedAt = NULL";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Uses one service as a request would.</summary>
    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Key : ILinkKey
    {
        public ReadOnlyMemory<byte> Bytes { get; } = new byte[32];
    }

    private sealed class Nobody : IRenderNudge
    {
        public Task RenderAsync(TenantId tenant, Guid jobId, RenderPriority priority, CancellationToken cancellation) => Task.CompletedTask;
    }

    /// <summary>Photos as the one studio of these tests has them, kits as the other.</summary>
    private sealed class WholeStudio : IPhotoStudio
    {
        private readonly MagicStudio _photos = new();
        private readonly OfficeStudio _kits = new();

        public string SpecSchema => _kits.SpecSchema;

        public IReadOnlyList<ReadyKit> ReadyKits => _kits.ReadyKits;

        public IReadOnlyList<string> Sitters => _kits.Sitters;

        public Task<PhotoVerdict> CheckAsync(ReadOnlyMemory<byte> photo, CancellationToken cancellation) => _photos.CheckAsync(photo, cancellation);

        public Task<RenderedPhoto> RenderAsync(RenderOrder order, CancellationToken cancellation) => _photos.RenderAsync(order, cancellation);

        public Task<RenderedPhoto> PreviewAsync(RenderOrder order, int height, CancellationToken cancellation) => _photos.PreviewAsync(order, height, cancellation);

        public SpecCheck CheckSpec(string spec) => _kits.CheckSpec(spec);

        public AssetCheck CheckAsset(ReadOnlyMemory<byte> content) => _kits.CheckAsset(content);

        public Task<byte[]> SitterPhotoAsync(string name, CancellationToken cancellation) => _kits.SitterPhotoAsync(name, cancellation);

        public Task<byte[]?> ThumbnailAsync(ReadOnlyMemory<byte> photo, int longSide, CancellationToken cancellation) => _photos.ThumbnailAsync(photo, longSide, cancellation);
    }

    private sealed class FaultLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                _lines.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
