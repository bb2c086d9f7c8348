using Headshots.App.Hosting;
using Headshots.App.Serving;
using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;
using Headshots.EndToEnd.Tests.Portal;
using Headshots.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.EndToEnd.Tests.Kill;

/// <summary>A company in a data folder, worked on from outside the running program through the same stores and uses.</summary>
internal sealed class Company : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Company(ServiceProvider services, TenantId tenant)
    {
        _services = services;
        Tenant = tenant;
    }

    public TenantId Tenant { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Company> FoundAsync(string folder, int credits)
    {
        DataFolder data = new(folder);
        data.Create();
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(DataFolderServices.Configuration);
        Composition.AddBusiness(services, data);
        services.AddSingleton<IRenderNudge, NoNudge>();
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<HeadshotsDatabase>().MigrateAsync(Cancellation);
        await using AsyncServiceScope scope = provider.CreateAsyncScope();
        Result<TenantId> created = await scope.ServiceProvider.GetRequiredService<CreateTenant>().HandleAsync(
            new CreateTenantRequest("Contoso", "Olivia", "olivia@contoso.example", credits), Cancellation);
        return new Company(provider, created.Value);
    }

    /// <summary>People who have each sent one photo that is waiting to be rendered with small headshots.</summary>
    public async Task SubmitAsync(int people)
    {
        Caller admin = Caller.System(Tenant);
        Guid kit = await WithAsync<SaveBrandKit, Guid>(async save =>
            (await save.HandleAsync(admin, new SaveBrandKitRequest(null, "Small", new KitDocument { Spec = """{"name":"Small","output":{"height":160,"renditions":[{"name":"tiny","width":48,"height":48}]}}""" }), Cancellation)).Value);
        long version = await WithAsync<IBrandKitStore, long>(async kits => (await kits.FindAsync(Tenant, kit, Cancellation))!.Version);
        _ = await WithAsync<PublishBrandKit, Guid>(async publish => (await publish.HandleAsync(admin, kit, version, Cancellation)).Value);
        DateTimeOffset due = TimeProvider.System.GetUtcNow().AddDays(30);
        Guid campaign = await WithAsync<SaveCampaign, Guid>(async save =>
            (await save.HandleAsync(admin, new SaveCampaignRequest(null, new CampaignDetails("Drive", kit, string.Empty, due)), Cancellation)).Value);
        List<Guid> ids = [];
        for (int i = 0; i < people; i++)
        {
            ids.Add(await WithAsync<SavePerson, Guid>(async save =>
                (await save.HandleAsync(admin, new SavePersonRequest(null, new PersonDetails($"Person {i}", $"p{i}@contoso.example", null, null)), Cancellation)).Value));
        }

        _ = await WithAsync<InvitePeople, int>(async invite => (await invite.HandleAsync(admin, campaign, ids, sendMail: false, Cancellation)).Value);
        byte[] photo = await WithAsync<IPhotoStudio, byte[]>(studio => studio.SitterPhotoAsync(studio.Sitters[0], Cancellation));
        foreach (Guid id in ids)
        {
            await SendAsync(id, photo);
        }
    }

    /// <summary>Uses a service in a scope of its own.</summary>
    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using AsyncServiceScope scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task SendAsync(Guid person, byte[] photo)
    {
        await using AsyncServiceScope scope = _services.CreateAsyncScope();
        IServiceProvider services = scope.ServiceProvider;
        Invitation invitation = (await services.GetRequiredService<IInvitationStore>().OfPersonAsync(Tenant, person, Cancellation)).Single();
        string token = services.GetRequiredService<InvitationTokens>().TokenFor(invitation);
        OpenedInvitation opened = (await services.GetRequiredService<OpenInvitation>().HandleAsync(token, Cancellation)).Value;
        _ = (await services.GetRequiredService<GiveConsent>().HandleAsync(opened, ConsentText.CurrentVersion, "en", Cancellation)).Value;
        _ = (await services.GetRequiredService<AddSelfie>().HandleAsync(opened, person, photo, Cancellation)).Value;
        _ = (await services.GetRequiredService<SendSubmission>().HandleAsync(opened, SubmissionKind.Selfies, Cancellation)).Value;
    }

    /// <summary>This process renders nothing: the program under test finds the jobs in the rows.</summary>
    private sealed class NoNudge : IRenderNudge
    {
        public Task RenderAsync(TenantId tenant, Guid jobId, RenderPriority priority, CancellationToken cancellation) => Task.CompletedTask;
    }
}
