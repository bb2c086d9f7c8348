using System.Diagnostics;
using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.EndToEnd.Tests.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.EndToEnd.Tests.Pages;

/// <summary>What the addresses of pages are made of: ids and links of the sample company, once all its people are on their way.</summary>
/// <param name="Kit">A published kit.</param>
/// <param name="Campaign">With everybody in it.</param>
/// <param name="Person">Somebody with an approved headshot.</param>
/// <param name="Invitation">Of that person.</param>
/// <param name="Tokens">Of everybody's link, by the person's first name.</param>
internal sealed record SampleFacts(Guid Kit, Guid Campaign, Guid Person, Guid Invitation, IReadOnlyDictionary<string, string> Tokens)
{
    /// <summary>Nine people are rendered meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>Those that the pages are shown with, and how far they get.</summary>
    private static readonly (string Name, InvitationStage Stage)[] _awaited =
    [
        ("Amara", InvitationStage.Approved), ("Dara", InvitationStage.Chosen), ("George", InvitationStage.Rendered),
        ("Idris", InvitationStage.Retake), ("Julia", InvitationStage.Opened), ("Kavi", InvitationStage.Invited),
    ];

    public static async Task<SampleFacts> GatherAsync(string dataFolder)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using ServiceProvider provider = DataFolderServices.Open(dataFolder);
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            await using AsyncServiceScope scope = provider.CreateAsyncScope();
            if (await LookAsync(scope.ServiceProvider, cancellation) is { } facts)
            {
                return facts;
            }

            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, "The people of the sample company are not where they should be.");
            await Task.Delay(1000, cancellation);
        }
    }

    private static async Task<SampleFacts?> LookAsync(IServiceProvider services, CancellationToken cancellation)
    {
        IReadOnlyList<TenantId> tenants = await services.GetRequiredService<ITenantStore>().AllAsync(cancellation);
        if (tenants is not [TenantId tenant, ..]
            || (await services.GetRequiredService<ICampaignStore>().ListAsync(tenant, cancellation)).FirstOrDefault(c => c.IsSample) is not { } campaign)
        {
            return null;
        }

        IInvitationStore invitations = services.GetRequiredService<IInvitationStore>();
        Slice<InvitationRow> rows = await invitations.ListAsync(tenant, new InvitationQuery(campaign.Id, Size: 200), cancellation);
        if (!_awaited.All(a => rows.Items.Any(r => r.PersonName.StartsWith(a.Name, StringComparison.Ordinal) && r.Stage == a.Stage)))
        {
            return null;
        }

        InvitationRow approved = rows.Items.First(r => r.PersonName.StartsWith("Amara", StringComparison.Ordinal));
        InvitationTokens tokens = services.GetRequiredService<InvitationTokens>();
        Dictionary<string, string> links = new(StringComparer.Ordinal);
        foreach (Invitation invitation in await invitations.FindAsync(tenant, [.. rows.Items.Select(r => r.Id)], cancellation))
        {
            string name = rows.Items.First(r => r.Id == invitation.Id).PersonName;
            links.TryAdd(name.Split(' ')[0], tokens.TokenFor(invitation));
        }

        BrandKit kit = (await services.GetRequiredService<IBrandKitStore>().ListAsync(tenant, withArchived: false, cancellation)).First(k => k.CurrentVersionId is not null);
        return new SampleFacts(kit.Id, campaign.Id, approved.PersonId, approved.Id, links);
    }
}
