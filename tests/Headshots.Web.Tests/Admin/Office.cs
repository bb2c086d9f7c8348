using System.Net.Http.Headers;
using Headshots.Core;
using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Persistence;
using Headshots.Storage;
using Headshots.Storage.Disk;
using Headshots.TestKit.Mail;
using Headshots.TestKit.Secrets;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Headshots.Web.Tests.Admin;

/// <summary>The portal over a real database and real files, with two companies in it; only the studio is the test's.</summary>
public sealed class Office : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("headshots-office-").FullName;
    private WebApplication? _app;
    private Uri _address = new("http://localhost");

    internal Company Own { get; private set; } = null!;

    internal Company Foreign { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Office).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddHeadshotsCore()
            .AddHeadshotsPersistence(new PersistenceOptions { Connection = Path.Combine(_folder, "test.db") })
            .AddDiskBlobs(new DiskBlobOptions { Root = Path.Combine(_folder, "blobs") })
            .AddSingleton<IPhotoStudio, OfficeStudio>()
            .AddSingleton<ILinkKey, Key>()
            .AddTestSecrets()
            .AddSingleton<IMailTransport, KeptMail>()
            .AddSingleton<IRenderNudge, Nobody>()
            .AddHeadshotsWeb();
        _app = builder.Build();
        _app.UseHeadshotsWeb();
        _app.MapHeadshotsWeb();
        await Services.GetRequiredService<HeadshotsDatabase>().MigrateAsync(default);
        Own = await FoundAsync("Contoso");
        Foreign = await FoundAsync("Fabrikam");
        await _app.StartAsync();
        _address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A browser that nobody signed in with, or one of a company's member with these roles.</summary>
    internal HttpClient Browser(Company? company = null, MemberRoles roles = MemberRoles.None)
    {
        HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _address };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        if (company is not null)
        {
            AuthenticationTicket ticket = new(
                MemberClaims.Ticket(new SessionAddress(company.Tenant, company.Sessions[roles])),
                new AuthenticationProperties { IssuedUtc = TimeProvider.System.GetUtcNow(), ExpiresUtc = TimeProvider.System.GetUtcNow().AddHours(1) },
                Access.Scheme);
            string cookie = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Access.Scheme).TicketDataFormat.Protect(ticket);
            client.DefaultRequestHeaders.Add("Cookie", $"headshots={cookie}");
        }

        return client;
    }

    internal async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task<Company> FoundAsync(string name)
    {
        TenantId tenant = (await WithAsync<CreateTenant, Result<TenantId>>(c => c.HandleAsync(new CreateTenantRequest(name, "Olivia", $"olivia@{name}.example", null), default))).Value;
        Caller caller = Caller.System(tenant);
        Guid person = (await WithAsync<SavePerson, Result<Guid>>(s => s.HandleAsync(caller, new SavePersonRequest(null, new PersonDetails("Grace Hopper", "grace@example.com", "Navy", "1")), default))).Value;
        Guid kit = (await WithAsync<SaveBrandKit, Result<Guid>>(s => s.HandleAsync(caller, new SaveBrandKitRequest(null, "Kit", new KitDocument()), default))).Value;
        long version = (await WithAsync<IBrandKitStore, BrandKit?>(s => s.FindAsync(tenant, kit, default)))!.Version;
        Assert.True((await WithAsync<PublishBrandKit, Result<Guid>>(p => p.HandleAsync(caller, kit, version, default))).Ok);
        Guid campaign = (await WithAsync<SaveCampaign, Result<Guid>>(s => s.HandleAsync(
            caller, new SaveCampaignRequest(null, new CampaignDetails("Drive", kit, "Hello", TimeProvider.System.GetUtcNow().AddDays(14))), default))).Value;
        Assert.True((await WithAsync<InvitePeople, Result<int>>(i => i.HandleAsync(caller, campaign, [person], sendMail: false, default))).Ok);
        Guid invitation = (await WithAsync<IInvitationStore, IReadOnlyList<Invitation>>(s => s.OfPersonAsync(tenant, person, default)))[0].Id;
        Guid member = (await WithAsync<ITenantStore, IReadOnlyList<Member>>(s => s.MembersAsync(tenant, default)))[0].Id;
        Dictionary<MemberRoles, Guid> sessions = [];
        foreach (MemberRoles role in Enum.GetValues<MemberRoles>())
        {
            sessions[role] = await SignInAsync(tenant, role);
        }

        return new Company(tenant, member, person, kit, campaign, invitation, sessions);
    }

    /// <summary>Somebody with this role, signed in.</summary>
    private async Task<Guid> SignInAsync(TenantId tenant, MemberRoles role)
    {
        Member member = Member.Create(tenant, Services.GetRequiredService<IIds>().New(), $"Ada {role}", $"{role}@example.com", role);
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantStore>().Add(member);
        Assert.True((await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(default)).Ok);
        return (await scope.ServiceProvider.GetRequiredService<EnterPortal>().AsMemberAsync(tenant, member.Id, "Test", default)).Value.Session.Id;
    }

    private sealed class Key : ILinkKey
    {
        public ReadOnlyMemory<byte> Bytes { get; } = new byte[32];
    }

    private sealed class Nobody : IRenderNudge
    {
        public Task RenderAsync(TenantId tenant, Guid jobId, RenderPriority priority, CancellationToken cancellation) => Task.CompletedTask;
    }
}

internal sealed record Company(TenantId Tenant, Guid Member, Guid Person, Guid Kit, Guid Campaign, Guid Invitation, IReadOnlyDictionary<MemberRoles, Guid> Sessions);

[CollectionDefinition(Name)]
public sealed class OfficePages : ICollectionFixture<Office>
{
    public const string Name = "office";
}
