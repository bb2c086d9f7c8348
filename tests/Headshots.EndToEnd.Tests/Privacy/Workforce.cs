using Headshots.App.Hosting;
using Headshots.App.Serving;
using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;
using Headshots.EndToEnd.Tests.Portal;
using Headshots.Persistence;
using Headshots.Workers.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.EndToEnd.Tests.Privacy;

/// <summary>A company whose people get their headshots from a running program, step by step.</summary>
internal sealed class Workforce : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Guid _campaign;

    private Workforce(ServiceProvider services) => _services = services;

    public TenantId Tenant { get; private set; }

    public IServiceProvider Services => _services;

    public Caller Staff => new(Tenant, new Actor(ActorKind.Staff, "00000000000000000000000000000007", "Zoë Müller"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Workforce> FoundAsync(string folder)
    {
        DataFolder data = new(folder);
        data.Create();
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(DataFolderServices.Configuration);
        Composition.AddBusiness(services, data);
        services.AddMail(mail => mail.PickupFolder = data.Mail);
        services.AddSingleton<IPublicAddress, Address>();
        services.AddSingleton<IRenderNudge, NoNudge>();
        Workforce workforce = new(services.BuildServiceProvider());
        await workforce._services.GetRequiredService<HeadshotsDatabase>().MigrateAsync(Cancellation);
        workforce.Tenant = (await workforce.WithAsync((CreateTenant use) => use.HandleAsync(new CreateTenantRequest("Contoso", "Olivia", "olivia@contoso.example", null), Cancellation))).Value;
        KitDocument small = new() { Spec = """{"name":"Small","output":{"height":480,"renditions":[{"name":"tiny","width":96,"height":96}]}}""" };
        Guid kit = (await workforce.WithAsync((SaveBrandKit use) => use.HandleAsync(workforce.Staff, new SaveBrandKitRequest(null, "Small", small), Cancellation))).Value;
        long version = (await workforce.WithAsync((IBrandKitStore kits) => kits.FindAsync(workforce.Tenant, kit, Cancellation)))!.Version;
        _ = (await workforce.WithAsync((PublishBrandKit use) => use.HandleAsync(workforce.Staff, kit, version, Cancellation))).Value;
        DateTimeOffset due = TimeProvider.System.GetUtcNow().AddDays(30);
        workforce._campaign = (await workforce.WithAsync((SaveCampaign use) => use.HandleAsync(
            workforce.Staff, new SaveCampaignRequest(null, new CampaignDetails("Drive", kit, string.Empty, due)), Cancellation))).Value;
        return workforce;
    }

    /// <summary>Somebody who has opened their link, agreed and sent the photo of a drawn person.</summary>
    public async Task<(Guid Person, byte[] Photo)> SentAsync(string name, string email, string sitter)
    {
        Guid person = (await WithAsync((SavePerson use) => use.HandleAsync(Staff, new SavePersonRequest(null, new PersonDetails(name, email, "Sales", null)), Cancellation))).Value;
        _ = (await WithAsync((InvitePeople use) => use.HandleAsync(Staff, _campaign, [person], sendMail: true, Cancellation))).Value;

        // Of a size of its own: the gallery's photo lies in a cache, where a search would find it.
        byte[] photo = (await WithAsync(async (IPhotoStudio studio) => await studio.ThumbnailAsync(await studio.SitterPhotoAsync(sitter, Cancellation), 1500, Cancellation)))!;
        await AsAsync(person, async (services, opened) =>
        {
            _ = (await services.GetRequiredService<GiveConsent>().HandleAsync(opened, ConsentText.CurrentVersion, "en", Cancellation)).Value;
            _ = (await services.GetRequiredService<AddSelfie>().HandleAsync(opened, person, photo, Cancellation)).Value;
            _ = (await services.GetRequiredService<SendSubmission>().HandleAsync(opened, SubmissionKind.Selfies, Cancellation)).Value;
        });
        return (person, photo);
    }

    /// <summary>Waits for the running program, then chooses the first headshot and has it approved.</summary>
    public async Task ApprovedAsync(Guid person)
    {
        long start = TimeProvider.System.GetTimestamp();
        while ((await WithAsync((IHeadshotStore s) => s.OfPersonAsync(Tenant, person, Cancellation))).Count == 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromMinutes(3), "Nothing was rendered.");
            await Task.Delay(300, Cancellation);
        }

        Guid headshot = (await WithAsync((IHeadshotStore s) => s.OfPersonAsync(Tenant, person, Cancellation)))[0].Id;
        await AsAsync(person, async (services, opened) => _ = (await services.GetRequiredService<ChooseHeadshot>().HandleAsync(opened, headshot, Cancellation)).Value);
        Assert.Equal(1, (await WithAsync((ReviewHeadshots use) => use.HandleAsync(Staff, new ReviewRequest([headshot], Approve: true, null), Cancellation))).Value);
    }

    public async Task<string> TokenAsync(Guid person)
    {
        Invitation invitation = (await WithAsync((IInvitationStore s) => s.OfPersonAsync(Tenant, person, Cancellation)))[0];
        return await WithAsync((InvitationTokens tokens) => Task.FromResult(tokens.TokenFor(invitation)));
    }

    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using AsyncServiceScope scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task AsAsync(Guid person, Func<IServiceProvider, OpenedInvitation, Task> act)
    {
        string token = await TokenAsync(person);
        await using AsyncServiceScope scope = _services.CreateAsyncScope();
        await act(scope.ServiceProvider, (await scope.ServiceProvider.GetRequiredService<OpenInvitation>().HandleAsync(token, Cancellation)).Value);
    }

    private sealed class Address : IPublicAddress
    {
        public Uri Value { get; } = new("http://localhost/");
    }

    private sealed class NoNudge : IRenderNudge
    {
        public Task RenderAsync(TenantId tenant, Guid jobId, RenderPriority priority, CancellationToken cancellation) => Task.CompletedTask;
    }
}
