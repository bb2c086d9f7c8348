using System.Collections.Concurrent;
using System.Text;
using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Credits;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Persistence;
using Headshots.Storage;
using Headshots.Storage.Disk;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Headshots.Core.Tests.Company;

/// <summary>A company with a published kit and a running campaign, on a real database and real files; only the studio is scripted.</summary>
public sealed class TestCompany : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("headshots-core-");

    private readonly ServiceProvider _services;

    private int _people;

    private TestCompany()
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IPhotoStudio>(Studio)
            .AddSingleton<IRenderNudge>(Nudges)
            .AddSingleton<ILinkKey, FixedKey>()
            .AddHeadshotsCore()
            .AddHeadshotsPersistence(new PersistenceOptions { Connection = Path.Combine(_folder.FullName, "headshots.db") })
            .AddDiskBlobs(new DiskBlobOptions { Root = Blobs })
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    internal ScriptedStudio Studio { get; } = new();

    internal RecordedNudges Nudges { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public string Blobs => Path.Combine(_folder.FullName, "blobs");

    public TenantId Tenant { get; private set; }

    public Caller Staff => new(Tenant, new Actor(ActorKind.Staff, "7", "Zoë Müller"));

    public Guid KitId { get; private set; }

    public Guid CampaignId { get; private set; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public static async Task<TestCompany> OpenAsync(int? credits = null)
    {
        TestCompany company = new();
        await company._services.GetRequiredService<HeadshotsDatabase>().MigrateAsync(CancellationToken.None);
        company.Tenant = (await company.DoAsync((CreateTenant use) => use.HandleAsync(new CreateTenantRequest("Company", "Zoë", "zoe@example.com", credits), CancellationToken.None))).Value;
        company.KitId = (await company.DoAsync((SaveBrandKit use) => use.HandleAsync(company.Staff, new SaveBrandKitRequest(null, "Classic", new KitDocument()), CancellationToken.None))).Value;
        await company.PublishAsync();
        company.CampaignId = await company.AddCampaignAsync();
        return company;
    }

    /// <summary>In a scope of its own, as a request has.</summary>
    public async Task<T> DoAsync<TUse, T>(Func<TUse, Task<T>> act)
        where TUse : notnull
    {
        await using AsyncServiceScope scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUse>());
    }

    public async Task<Guid> AddCampaignAsync(int days = 20) => (await DoAsync((SaveCampaign use) => use.HandleAsync(
        Staff, new SaveCampaignRequest(null, new CampaignDetails("Spring", KitId, "Hello", Now.AddDays(days))), CancellationToken.None))).Value;

    public async Task PublishAsync()
    {
        BrandKit kit = (await DoAsync((IBrandKitStore kits) => kits.FindAsync(Tenant, KitId, CancellationToken.None)))!;
        Result<Guid> published = await DoAsync((PublishBrandKit use) => use.HandleAsync(Staff, KitId, kit.Version, CancellationToken.None));
        Assert.True(published.Ok, published.Problem?.ToString());
    }

    /// <summary>Another version of the kit.</summary>
    public async Task PublishChangedAsync()
    {
        BrandKit kit = (await DoAsync((IBrandKitStore kits) => kits.FindAsync(Tenant, KitId, CancellationToken.None)))!;
        await DoAsync((SaveBrandKit use) => use.HandleAsync(
            Staff, new SaveBrandKitRequest(kit.Id, kit.Name, new KitDocument { Spec = """{"new":1}""" }, kit.Version), CancellationToken.None));
        await PublishAsync();
    }

    public async Task<Guid> AddPersonAsync(string? name = null)
    {
        int number = ++_people;
        return (await DoAsync((SavePerson use) => use.HandleAsync(
            Staff, new SavePersonRequest(null, new PersonDetails(name ?? $"Person {number}", $"p{number}@example.com", "Sales", "")), CancellationToken.None))).Value;
    }

    /// <summary>A person with a link into the campaign.</summary>
    public async Task<Guest> InviteAsync(Guid? person = null, Guid? campaign = null)
    {
        Guid id = person ?? await AddPersonAsync();
        Result<int> invited = await DoAsync((InvitePeople use) => use.HandleAsync(Staff, campaign ?? CampaignId, [id], sendMail: false, CancellationToken.None));
        Assert.True(invited.Ok, invited.Problem?.ToString());
        Invitation invitation = (await DoAsync((IInvitationStore store) => store.OfPersonAsync(Tenant, id, CancellationToken.None))).First(i => i.CampaignId == (campaign ?? CampaignId));
        string token = await DoAsync((InvitationTokens tokens) => Task.FromResult(tokens.TokenFor(invitation)));
        return new Guest(this, id, invitation.Id, token);
    }

    /// <summary>A guest who has sent a photo.</summary>
    public async Task<Guest> SentAsync(params string[] photos)
    {
        Guest guest = await InviteAsync();
        await guest.SendAsync(photos);
        return guest;
    }

    /// <summary>A guest who has chosen a headshot.</summary>
    public async Task<(Guest Guest, Headshot Chosen)> ChosenAsync()
    {
        Guest guest = await SentAsync("good:80");
        await RenderAsync();
        return (guest, await guest.ChooseAsync(0));
    }

    /// <summary>All jobs that are due.</summary>
    public async Task<int> RenderAsync(string worker = "worker")
    {
        IReadOnlyList<DueJob> due = await DoAsync((IRenderJobStore jobs) => jobs.DueAsync(Tenant, Now, 100, CancellationToken.None));
        foreach (DueJob job in due)
        {
            await RenderAsync(job.Id, worker);
        }

        return due.Count;
    }

    public Task<bool> RenderAsync(Guid job, string worker = "worker", CancellationToken cancellation = default) =>
        DoAsync((RunRenderJob use) => use.HandleAsync(Tenant, job, worker, cancellation));

    public Task<int> BalanceAsync() => DoAsync((ICreditLedger ledger) => ledger.BalanceAsync(Tenant, CancellationToken.None));

    public async Task<Person> PersonAsync(Guid id) => (await DoAsync((IPersonStore people) => people.FindAsync(Tenant, id, CancellationToken.None)))!;

    public async Task<RenderJob> JobOfAsync(Guest guest) =>
        (await DoAsync((IRenderJobStore jobs) => jobs.OfPersonAsync(Tenant, guest.PersonId, CancellationToken.None)))[0];

    public string[] Files(string below = "") =>
        Directory.Exists(Blobs) ? [.. Directory.EnumerateFiles(Blobs, "*", SearchOption.AllDirectories).Where(f => f.Contains(below, StringComparison.Ordinal)).Order(StringComparer.Ordinal)] : [];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private sealed class FixedKey : ILinkKey
    {
        public ReadOnlyMemory<byte> Bytes { get; } = Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef");
    }
}

internal sealed class RecordedNudges : IRenderNudge
{
    public ConcurrentQueue<Guid> Jobs { get; } = new();

    public Task RenderAsync(TenantId tenant, Guid jobId, RenderPriority priority, CancellationToken cancellation)
    {
        Jobs.Enqueue(jobId);
        return Task.CompletedTask;
    }
}
