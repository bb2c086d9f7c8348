using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;

namespace Headshots.Web.Tests.Hosting;

/// <summary>Somebody who was invited by a company of their own, with a browser that has their link.</summary>
internal sealed class Invited : IDisposable
{
    private readonly PortalHost _portal;

    private Invited(PortalHost portal, TenantId tenant, Guid person, string token) =>
        (_portal, Tenant, Person, Token, Browser) = (portal, tenant, person, token, portal.Client(keepsCookies: true));

    public TenantId Tenant { get; }

    public Guid Person { get; }

    public string Token { get; }

    public HttpClient Browser { get; }

    public string Link => $"/i/{Token}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Invited> CreateAsync(PortalHost portal)
    {
        TenantId tenant = (await portal.WithAsync<CreateTenant, Result<TenantId>>(
            create => create.HandleAsync(new CreateTenantRequest("Contoso & Söhne", "Olivia", "olivia@contoso.example", null), Cancellation))).Value;
        Caller admin = Caller.System(tenant);
        Guid kit = (await portal.WithAsync<SaveBrandKit, Result<Guid>>(s => s.HandleAsync(admin, new SaveBrandKitRequest(null, "Kit", new KitDocument()), Cancellation))).Value;
        BrandKit saved = (await portal.WithAsync<IBrandKitStore, BrandKit?>(s => s.FindAsync(tenant, kit, Cancellation)))!;
        await portal.WithAsync<PublishBrandKit, Result<Guid>>(s => s.HandleAsync(admin, kit, saved.Version, Cancellation));
        CampaignDetails details = new("Drive", kit, "New pictures for the <team> page.", portal.Time.GetUtcNow().AddDays(14));
        Guid campaign = (await portal.WithAsync<SaveCampaign, Result<Guid>>(s => s.HandleAsync(admin, new SaveCampaignRequest(null, details), Cancellation))).Value;
        Guid person = (await portal.WithAsync<SavePerson, Result<Guid>>(
            s => s.HandleAsync(admin, new SavePersonRequest(null, new PersonDetails("Ada Lovelace", "ada@contoso.example", null, null)), Cancellation))).Value;
        await portal.WithAsync<InvitePeople, Result<int>>(s => s.HandleAsync(admin, campaign, [person], false, Cancellation));
        Invitation invitation = await InvitationAsync(portal, tenant, person);
        return new Invited(portal, tenant, person, await portal.WithAsync<InvitationTokens, string>(t => Task.FromResult(t.TokenFor(invitation))));
    }

    public Task<Invitation> InvitationAsync() => InvitationAsync(_portal, Tenant, Person);

    public Task<IReadOnlyList<Submission>> SubmissionsAsync() =>
        _portal.WithAsync<ISubmissionStore, IReadOnlyList<Submission>>(s => s.OfPersonAsync(Tenant, Person, Cancellation));

    public async Task AgreeAsync()
    {
        using HttpResponseMessage answer = await PostAsync("", new() { ["agreed"] = "true", ["version"] = ConsentText.CurrentVersion });
        Assert.Equal($"{Link}/photos", answer.Headers.Location?.ToString());
    }

    public Task<HttpResponseMessage> GetAsync(string place = "", string language = "en")
    {
        HttpRequestMessage request = new(HttpMethod.Get, place.Length == 0 ? Link : $"{Link}/{place}");
        request.Headers.Add("Accept-Language", language);
        return Browser.SendAsync(request, Cancellation);
    }

    public async Task<HttpResponseMessage> PostAsync(string place, Dictionary<string, string>? fields = null)
    {
        using FormUrlEncodedContent form = new(fields ?? []);
        return await Browser.PostAsync(place.Length == 0 ? Link : $"{Link}/{place}", form, Cancellation);
    }

    public async Task<HttpResponseMessage> PutAsync(Guid id, byte[] photo, string language = "en")
    {
        using HttpRequestMessage request = new(HttpMethod.Put, $"{Link}/photos/{id}") { Content = new ByteArrayContent(photo) };
        request.Headers.Add("Accept-Language", language);
        return await Browser.SendAsync(request, Cancellation);
    }

    /// <summary>Agrees, adds a photo, sends it.</summary>
    public async Task SendPhotoAsync()
    {
        await AgreeAsync();
        using HttpResponseMessage put = await PutAsync(Guid.CreateVersion7(_portal.Time.GetUtcNow()), MagicStudio.Photo());
        Assert.True(put.IsSuccessStatusCode);
        using HttpResponseMessage sent = await PostAsync("photos?handler=Send");
        Assert.Equal($"{Link}/status", sent.Headers.Location?.ToString());
    }

    /// <summary>What a render process does.</summary>
    public async Task RenderAsync()
    {
        RenderJob job = (await _portal.WithAsync<IRenderJobStore, IReadOnlyList<RenderJob>>(s => s.OfPersonAsync(Tenant, Person, Cancellation)))[0];
        Assert.True(await _portal.WithAsync<RunRenderJob, bool>(r => r.HandleAsync(Tenant, job.Id, "test", Cancellation)));
    }

    public void Dispose() => Browser.Dispose();

    private static async Task<Invitation> InvitationAsync(PortalHost portal, TenantId tenant, Guid person) =>
        (await portal.WithAsync<IInvitationStore, IReadOnlyList<Invitation>>(s => s.OfPersonAsync(tenant, person, Cancellation)))[0];
}
