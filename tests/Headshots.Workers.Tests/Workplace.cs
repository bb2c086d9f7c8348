using Headshots.Core;
using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;
using Headshots.Persistence;
using Headshots.Storage;
using Headshots.Storage.Disk;
using Headshots.TestKit.Secrets;
using Headshots.Workers.Mail;
using Headshots.Workers.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Headshots.Workers.Tests;

/// <summary>Workers over a real database, real files and a real bus; only studio and clock are the test's.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("headshots-workers-").FullName;
    private readonly IHost _host;
    private int _people;

    private Workplace(Action<IServiceCollection> roles)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services
            .AddSingleton<TimeProvider>(Time)
            .AddHeadshotsCore()
            .AddHeadshotsPersistence(new PersistenceOptions { Connection = Path.Combine(_folder, "test.db") })
            .AddDiskBlobs(new DiskBlobOptions { Root = Path.Combine(_folder, "blobs") })
            .AddSingleton<IPhotoStudio>(Studio)
            .AddSingleton<ILinkKey, Key>()
            .AddTestSecrets()
            .AddSingleton<IPublicAddress, Address>()
            .AddMail(mail => mail.PickupFolder = MailFolder);
        roles(builder.Services);
        _host = builder.Build();
    }

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public ScriptedStudio Studio { get; } = new();

    public string MailFolder => Path.Combine(_folder, "mail");

    public Guid KitId { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A workplace whose database is there and whose services are not started.</summary>
    public static async Task<Workplace> OpenAsync(Action<IServiceCollection> roles)
    {
        Workplace workplace = new(roles);
        await workplace._host.Services.GetRequiredService<HeadshotsDatabase>().MigrateAsync(Cancellation);
        return workplace;
    }

    /// <summary>One that renders, with a dispatcher that looks every ten seconds of the test's clock.</summary>
    public static Task<Workplace> RenderingAsync() => OpenAsync(services => services.AddRenderWorkers(
        render => (render.Concurrency, render.BulkConcurrency, render.DispatchEvery) = (2, 2, TimeSpan.FromSeconds(10)), _ => { }));

    public Task StartAsync() => _host.StartAsync(Cancellation);

    public async Task<TenantId> FoundAsync(string name = "Contoso") =>
        (await WithAsync<CreateTenant, Result<TenantId>>(create => create.HandleAsync(new CreateTenantRequest(name, "Olivia", "olivia@contoso.example", null), Cancellation))).Value;

    /// <summary>A running campaign with a published kit.</summary>
    public async Task<Guid> CampaignAsync(TenantId tenant, DateTimeOffset due)
    {
        Caller admin = Caller.System(tenant);
        KitId = (await WithAsync<SaveBrandKit, Result<Guid>>(s => s.HandleAsync(admin, new SaveBrandKitRequest(null, "Kit", new KitDocument()), Cancellation))).Value;
        await PublishAsync(tenant);
        return (await WithAsync<SaveCampaign, Result<Guid>>(
            s => s.HandleAsync(admin, new SaveCampaignRequest(null, new CampaignDetails("Drive", KitId, "Hello", due)), Cancellation))).Value;
    }

    public async Task PublishAsync(TenantId tenant)
    {
        BrandKit kit = (await WithAsync<IBrandKitStore, BrandKit?>(s => s.FindAsync(tenant, KitId, Cancellation)))!;
        Assert.True((await WithAsync<PublishBrandKit, Result<Guid>>(s => s.HandleAsync(Caller.System(tenant), KitId, kit.Version, Cancellation))).Ok);
    }

    public async Task<Guid> InviteAsync(TenantId tenant, Guid campaign, bool sendMail = false)
    {
        Caller admin = Caller.System(tenant);
        int number = ++_people;
        Guid person = (await WithAsync<SavePerson, Result<Guid>>(
            s => s.HandleAsync(admin, new SavePersonRequest(null, new PersonDetails($"Person {number}", $"p{number}@contoso.example", null, null)), Cancellation))).Value;
        Assert.Equal(1, (await WithAsync<InvitePeople, Result<int>>(s => s.HandleAsync(admin, campaign, [person], sendMail, Cancellation))).Value);
        return person;
    }

    /// <summary>The person agrees and sends a photo.</summary>
    public async Task SubmitAsync(TenantId tenant, Guid person)
    {
        await using AsyncServiceScope scope = _host.Services.CreateAsyncScope();
        IServiceProvider services = scope.ServiceProvider;
        OpenedInvitation opened = await OpenAsync(services, tenant, person);
        Assert.True((await services.GetRequiredService<GiveConsent>().HandleAsync(opened, ConsentText.CurrentVersion, "en", Cancellation)).Ok);
        Assert.True((await services.GetRequiredService<AddSelfie>().HandleAsync(opened, person, new byte[] { 1, 2, 3 }, Cancellation)).Ok);
        Assert.True((await services.GetRequiredService<SendSubmission>().HandleAsync(opened, SubmissionKind.Selfies, Cancellation)).Ok);
    }

    public static async Task<OpenedInvitation> OpenAsync(IServiceProvider services, TenantId tenant, Guid person)
    {
        Invitation invitation = (await services.GetRequiredService<IInvitationStore>().OfPersonAsync(tenant, person, Cancellation))[0];
        return (await services.GetRequiredService<OpenInvitation>().HandleAsync(services.GetRequiredService<InvitationTokens>().TokenFor(invitation), Cancellation)).Value;
    }

    public async Task<RenderJob> JobAsync(TenantId tenant, Guid person) =>
        (await WithAsync<IRenderJobStore, IReadOnlyList<RenderJob>>(s => s.OfPersonAsync(tenant, person, Cancellation)))[0];

    /// <summary>Waits for the person's newest job to come to a state; each look lets the test's clock go on.</summary>
    public async Task<RenderJob> UntilAsync(TenantId tenant, Guid person, Func<RenderJob, bool> holds, TimeSpan step = default)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            RenderJob job = await JobAsync(tenant, person);
            if (holds(job))
            {
                return job;
            }

            if (patience.IsCancellationRequested)
            {
                Assert.Fail($"The job is {job.State} after {job.Attempts} attempts: {job.ReasonText}");
            }

            Time.Advance(step);
            await Task.Delay(30, Cancellation);
        }
    }

    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using AsyncServiceScope scope = _host.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public IServiceScopeFactory Scopes => _host.Services.GetRequiredService<IServiceScopeFactory>();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Key : ILinkKey
    {
        public ReadOnlyMemory<byte> Bytes { get; } = new byte[32];
    }

    private sealed class Address : IPublicAddress
    {
        public Uri Value { get; } = new("http://localhost/");
    }
}
