using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.EndToEnd.Tests.Portal;

/// <summary>What the sample company did six weeks ago, done by the same uses with a clock that is late by that.</summary>
internal static class LongAgo
{
    private static readonly TimeSpan Late = TimeSpan.FromDays(42);

    /// <summary>Invites somebody into a campaign that ended three weeks ago.</summary>
    /// <returns>The token of their link.</returns>
    public static async Task<string> InviteAsync(string dataFolder, string name, string email)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using ServiceProvider provider = DataFolderServices.Open(dataFolder, new LateClock());
        await using AsyncServiceScope scope = provider.CreateAsyncScope();
        T Get<T>()
            where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

        Caller caller = Caller.System((await Get<ITenantStore>().AllAsync(cancellation))[0]);
        BrandKit kit = (await Get<IBrandKitStore>().ListAsync(caller.Tenant, withArchived: false, cancellation)).First(k => k.CurrentVersionId is not null);
        CampaignDetails drive = new($"Long ago, {name}", kit.Id, string.Empty, Get<TimeProvider>().GetUtcNow() + (Late / 2));
        Guid campaign = (await Get<SaveCampaign>().HandleAsync(caller, new SaveCampaignRequest(null, drive), cancellation)).Value;
        Guid person = (await Get<SavePerson>().HandleAsync(caller, new SavePersonRequest(null, new PersonDetails(name, email, "Trials", null)), cancellation)).Value;
        _ = (await Get<InvitePeople>().HandleAsync(caller, campaign, [person], sendMail: false, cancellation)).Value;
        Invitation invitation = (await Get<IInvitationStore>().OfPersonAsync(caller.Tenant, person, cancellation)).Single();
        return Get<InvitationTokens>().TokenFor(invitation);
    }

    private sealed class LateClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Late;
    }
}
