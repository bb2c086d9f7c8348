using Headshots.Core.ApiKeys;
using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Reviews;
using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;
using Headshots.Web.Tests.Hosting;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>A company with a row of everything: one person approved, one waiting for a review, others only invited.</summary>
internal sealed class Firm
{
    /// <summary>In every name of the other company.</summary>
    public const string NameMark = "Zyxowand";

    /// <summary>In every address, department and number of it.</summary>
    public const string MailMark = "qvawkel";

    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);

    private int _restocked;

    private Firm(TenantId tenant, string name, string mail) => (Tenant, Name, Mail) = (tenant, name, mail);

    public TenantId Tenant { get; }

    public string Name { get; }

    public string Mail { get; }

    public Guid Member { get; private set; }

    /// <summary>Links of people who were only invited.</summary>
    public IReadOnlyList<string> Links => [.. _links.Keys];

    /// <summary>What the device holds that a link was first opened on.</summary>
    public string DeviceOf(string link) => _links[link];

    /// <summary>Of somebody with each single role, signed in.</summary>
    public Dictionary<MemberRoles, (Member Member, Guid Session)> Sessions { get; } = [];

    /// <summary>A key for each single scope.</summary>
    public IReadOnlyDictionary<ApiScopes, string> Keys { get; private set; } = new Dictionary<ApiScopes, string>();

    /// <summary>An id of each table, as the database has them: a new table brings its own.</summary>
    public IReadOnlyDictionary<string, Guid> Ids { get; private set; } = new Dictionary<string, Guid>(StringComparer.Ordinal);

    public static async Task<Firm> FoundAsync(EndpointHost host, string company, string person, string domain)
    {
        TenantId tenant = (await host.WithAsync<CreateTenant, Result<TenantId>>(
            c => c.HandleAsync(new CreateTenantRequest(company, $"Olivia {company}", $"olivia@{domain}", null), default))).Value;
        Firm firm = new(tenant, person, $"p0@{domain}");
        Guid campaign = await firm.BeginAsync(host, company);
        for (int i = 0; i < 6; i++)
        {
            await firm.InviteAsync(host, campaign, i, domain, photographed: i < 2, approved: i == 0);
        }

        firm.Member = (await host.WithAsync<ITenantStore, IReadOnlyList<Member>>(s => s.MembersAsync(tenant, default)))[0].Id;
        foreach (MemberRoles role in Enum.GetValues<MemberRoles>())
        {
            firm.Sessions[role] = await SignInAsync(host, tenant, role, domain);
        }

        firm.Keys = await firm.MakeKeysAsync(host, company);
        firm.Ids = await new TenantRows(host, tenant).IdsAsync();
        return firm;
    }

    /// <summary>New people in a new campaign, after tries that may have erased or closed what there was.</summary>
    public async Task RestockAsync(EndpointHost host)
    {
        int from = ++_restocked * 10;
        Guid campaign = await BeginAsync(host, $"No. {from}");
        _links.Clear();
        for (int i = from; i < from + 4; i++)
        {
            await InviteAsync(host, campaign, i, "contoso.example", photographed: i == from, approved: false);
        }

        Ids = await new TenantRows(host, Tenant).IdsAsync();
    }

    private static Task<(Member Member, Guid Session)> SignInAsync(EndpointHost host, TenantId tenant, MemberRoles role, string domain) => host.WithAsync<IServiceProvider, (Member Member, Guid Session)>(async scope =>
    {
        Member member = Headshots.Core.Tenants.Member.Create(tenant, scope.GetRequiredService<IIds>().New(), $"Olivia {role}", $"{role}@{domain}", role);
        scope.GetRequiredService<ITenantStore>().Add(member);
        Assert.True((await scope.GetRequiredService<IUnitOfWork>().SaveAsync(default)).Ok);
        return (member, (await scope.GetRequiredService<EnterPortal>().AsMemberAsync(tenant, member.Id, "Test", default)).Value.Session.Id);
    });

    private async Task<Guid> BeginAsync(EndpointHost host, string name)
    {
        Caller caller = Caller.System(Tenant);
        Guid kit = (await host.WithAsync<SaveBrandKit, Result<Guid>>(s => s.HandleAsync(caller, new SaveBrandKitRequest(null, $"Kit {name}", new KitDocument()), default))).Value;
        long version = (await host.WithAsync<IBrandKitStore, BrandKit?>(s => s.FindAsync(Tenant, kit, default)))!.Version;
        Assert.True((await host.WithAsync<PublishBrandKit, Result<Guid>>(p => p.HandleAsync(caller, kit, version, default))).Ok);
        CampaignDetails details = new($"Drive {name}", kit, $"Hello {name}", host.Time.GetUtcNow().AddDays(14));
        return (await host.WithAsync<SaveCampaign, Result<Guid>>(s => s.HandleAsync(caller, new SaveCampaignRequest(null, details), default))).Value;
    }

    private async Task InviteAsync(EndpointHost host, Guid campaign, int number, string domain, bool photographed, bool approved)
    {
        Caller caller = Caller.System(Tenant);
        PersonDetails details = new($"{Name} {number}", $"p{number}@{domain}", $"Sales {domain}", $"{domain}-{number}");
        Guid id = (await host.WithAsync<SavePerson, Result<Guid>>(s => s.HandleAsync(caller, new SavePersonRequest(null, details), default))).Value;
        Assert.True((await host.WithAsync<InvitePeople, Result<int>>(p => p.HandleAsync(caller, campaign, [id], sendMail: true, default))).Ok);
        Invitation invitation = (await host.WithAsync<IInvitationStore, IReadOnlyList<Invitation>>(s => s.OfPersonAsync(Tenant, id, default)))[0];
        string token = await host.WithAsync<InvitationTokens, string>(t => Task.FromResult(t.TokenFor(invitation)));
        if (photographed)
        {
            await PhotographAsync(host, token, id, approved);
        }
        else
        {
            _links[token] = await ArriveAsync(host, token);
        }
    }

    private static async Task<string> ArriveAsync(EndpointHost host, string token)
    {
        using HttpClient device = host.Client();
        using HttpResponseMessage answer = await device.GetAsync($"/i/{token}");
        return answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies) ? string.Join("; ", cookies.Select(c => c.Split(';')[0])) : string.Empty;
    }

    private async Task PhotographAsync(EndpointHost host, string token, Guid person, bool approve)
    {
        async Task<OpenedInvitation> OpenAsync() => (await host.WithAsync<OpenInvitation, Result<OpenedInvitation>>(o => o.HandleAsync(token, default))).Value;
        async Task DoAsync<TUse, T>(Func<TUse, OpenedInvitation, Task<Result<T>>> use)
            where TUse : notnull
            where T : notnull => Assert.True((await host.WithAsync<TUse, Result<T>>(async u => await use(u, await OpenAsync()))).Ok);

        await DoAsync((GiveConsent use, OpenedInvitation opened) => use.HandleAsync(opened, ConsentText.CurrentVersion, "en", default));
        await DoAsync((AddSelfie use, OpenedInvitation opened) => use.HandleAsync(opened, Guid.CreateVersion7(host.Time.GetUtcNow()), MagicStudio.Photo(), default));
        await DoAsync((SendSubmission use, OpenedInvitation opened) => use.HandleAsync(opened, SubmissionKind.Selfies, default));
        RenderJob job = (await host.WithAsync<IRenderJobStore, IReadOnlyList<RenderJob>>(s => s.OfPersonAsync(Tenant, person, default)))[0];
        Assert.True(await host.WithAsync<RunRenderJob, bool>(r => r.HandleAsync(Tenant, job.Id, "test", default)));
        Guid headshot = (await host.WithAsync<IHeadshotStore, IReadOnlyList<Headshot>>(s => s.OfPersonAsync(Tenant, person, default)))[0].Id;
        await DoAsync((ChooseHeadshot use, OpenedInvitation opened) => use.HandleAsync(opened, headshot, default));
        if (approve)
        {
            Assert.True((await host.WithAsync<ReviewHeadshots, Result<int>>(r => r.HandleAsync(Caller.System(Tenant), new ReviewRequest([headshot], true, null), default))).Ok);
        }
    }

    private async Task<Dictionary<ApiScopes, string>> MakeKeysAsync(EndpointHost host, string company)
    {
        Dictionary<ApiScopes, string> keys = [];
        foreach (ApiScopes scope in Enum.GetValues<ApiScopes>().Where(s => s != ApiScopes.None))
        {
            keys[scope] = (await host.WithAsync<MakeApiKey, Result<MadeApiKey>>(
                m => m.HandleAsync(Caller.System(Tenant), new MakeApiKeyRequest($"{company} {scope}", scope), default))).Value.Token;
        }

        return keys;
    }
}
