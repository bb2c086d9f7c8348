using Headshots.Core.Audit;
using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.App.SampleCompany;

/// <summary>Makes the sample company: its members, kits, people and campaign, all marked as samples.</summary>
internal sealed class SampleFounding(IUnitOfWork work, IIds ids, TimeProvider time, IAuditLog audit, IServiceProvider services)
{
    private const int DaysUntilDue = 14;

    public async Task<TenantId> FoundAsync(CancellationToken cancellation)
    {
        TenantId tenant = new(ids.New());
        ITenantStore tenants = services.GetRequiredService<ITenantStore>();
        tenants.Add(Tenant.Create(tenant, SamplePeople.Company, SamplePeople.Members[1].Email, time.GetUtcNow(), isSample: true, unlimitedCredits: true));
        foreach (SampleMember member in SamplePeople.Members)
        {
            tenants.Add(Member.Create(tenant, ids.New(), member.Name, member.Email, member.Roles));
        }

        IPersonStore people = services.GetRequiredService<IPersonStore>();
        for (int i = 0; i < SamplePeople.People.Count; i++)
        {
            people.Add(Person.Create(tenant, ids.New(), SamplePeople.People[i].Details(i + 1), time.GetUtcNow(), isSample: true));
        }

        List<BrandKit> kits = AddKits(tenant);
        audit.Record(Caller.System(tenant), "tenant.created", "tenant", tenant.Value, SamplePeople.Company);
        Expect(await work.SaveAsync(cancellation));
        foreach (BrandKit kit in kits)
        {
            Expect(await services.GetRequiredService<PublishBrandKit>().HandleAsync(Caller.System(tenant), kit.Id, kit.Version, cancellation));
        }

        DateTimeOffset lastDay = new(time.GetUtcNow().Date.AddDays(DaysUntilDue + 1), TimeSpan.Zero);
        Campaign campaign = Campaign.Create(
            tenant, ids.New(), new CampaignDetails(SamplePeople.Campaign, kits[0].Id, SamplePeople.Message, lastDay.AddSeconds(-1)), time.GetUtcNow(), isSample: true);
        services.GetRequiredService<ICampaignStore>().Add(campaign);
        audit.Record(Caller.System(tenant), "campaign.created", "campaign", campaign.Id, campaign.Name);
        Expect(await work.SaveAsync(cancellation));
        return tenant;
    }

    private List<BrandKit> AddKits(TenantId tenant)
    {
        IPhotoStudio studio = services.GetRequiredService<IPhotoStudio>();
        IBrandKitStore store = services.GetRequiredService<IBrandKitStore>();
        List<BrandKit> kits = [];
        foreach (string name in SamplePeople.Kits)
        {
            ReadyKit ready = studio.ReadyKits.Single(k => k.Name == name);
            BrandKit kit = BrandKit.Create(tenant, ids.New(), ready.Title, new KitDocument { Spec = ready.Spec }, time.GetUtcNow(), isSample: true);
            store.Add(kit);
            kits.Add(kit);
        }

        return kits;
    }

    internal static void Expect<T>(Result<T> result)
        where T : notnull
    {
        if (!result.Ok)
        {
            throw new InvalidOperationException($"The sample company could not be made: {result.Problem}");
        }
    }
}
