using FsCheck;
using FsCheck.Fluent;
using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tests.Company;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Core.Tests.Invitations;

public sealed class LinksTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invite_Twice_InvitesNobodyTwice()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guid[] people = [await company.AddPersonAsync(), await company.AddPersonAsync()];

        Result<int> first = await InviteAsync(company, people);
        Result<int> again = await InviteAsync(company, people);
        Result<int> withOneMore = await InviteAsync(company, [.. people, await company.AddPersonAsync()]);

        Assert.Equal((2, CampaignProblems.NobodyToInvite, 1), (first.Value, again.Problem, withOneMore.Value));
    }

    [Fact]
    public async Task Invite_ByTwoAtOnce_InvitesEachOnce()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guid[] people = [.. await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => company.AddPersonAsync()))];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => InviteAsync(company, people))));

        Slice<InvitationRow> list = await company.DoAsync((IInvitationStore s) => s.ListAsync(company.Tenant, new InvitationQuery(company.CampaignId), Stop));
        Assert.Equal(10, list.Items.Count);
    }

    [Fact]
    public async Task Open_ByTwoTabsAtOnce_GivesBothRowsThatCanBeWritten()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.InviteAsync();

        // The first tab has read the rows when the second writes.
        Result<Submission> later = await company.DoAsync(async (IServiceProvider scope) =>
        {
            _ = await scope.GetRequiredService<OpenInvitation>().FindAsync(guest.Token, Stop);
            Assert.True((await guest.OpenAsync()).Ok);
            OpenedInvitation opened = (await scope.GetRequiredService<OpenInvitation>().HandleAsync(guest.Token, Stop)).Value;
            opened.Person.MoveTo(PhotoStage.Chosen);
            return await scope.GetRequiredService<GiveConsent>().HandleAsync(opened, ConsentText.CurrentVersion, "en", Stop);
        });

        Assert.True(later.Ok);
        Assert.Equal(PhotoStage.Chosen, (await company.PersonAsync(guest.PersonId)).Stage);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../../../../../../../../../../../../etc/passwd")]
    public async Task Open_GuessedLink_LeadsNowhere(string? token)
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        await company.InviteAsync();

        Assert.Equal(InvitationProblems.Unknown, (await company.DoAsync((OpenInvitation use) => use.HandleAsync(token, Stop))).Problem);
    }

    [Fact]
    public async Task Renew_EndsTheOldLink()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.InviteAsync();

        Result<string> renewed = await company.DoAsync((RenewInvitation use) => use.HandleAsync(company.Staff, guest.InvitationId, Stop));

        Assert.Equal(InvitationProblems.Unknown, (await guest.OpenAsync()).Problem);
        Assert.True((await (guest with { Token = renewed.Value }).OpenAsync()).Ok);
    }

    [Fact]
    public async Task Open_ExpiredRevokedOrClosed_SaysWhich()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest revoked = await company.InviteAsync();
        Guest late = await company.InviteAsync();
        await company.DoAsync((RevokeInvitations use) => use.HandleAsync(company.Staff, [revoked.InvitationId], Stop));

        Assert.Equal(InvitationProblems.Revoked, (await revoked.OpenAsync()).Problem);
        await company.DoAsync((CloseCampaign use) => use.HandleAsync(company.Staff, company.CampaignId, Stop));
        Assert.Equal(InvitationProblems.CampaignClosed, (await late.OpenAsync()).Problem);
        company.Time.Advance(TimeSpan.FromDays(40));
        Assert.Equal(InvitationProblems.Expired, (await late.OpenAsync()).Problem);
        await company.DoAsync((ExtendCampaign use) => use.HandleAsync(company.Staff, company.CampaignId, company.Now.AddDays(5), Stop));
        Assert.True((await late.OpenAsync()).Ok);
        Assert.Equal(InvitationProblems.Revoked, (await revoked.OpenAsync()).Problem);
    }

    [Fact]
    public void Tokens_OfDifferentInvitations_AreNeverEqualAndOnlyTheirHashIsStored()
    {
        InvitationTokens tokens = new(new Key());
        HashSet<string> seen = new(StringComparer.Ordinal);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(ArbMap.Default.ArbFor<Guid>(), ArbMap.Default.ArbFor<Guid>(), (tenant, id) =>
            {
                Invitation invitation = Invitation.Create(new TenantId(tenant), id, Guid.Empty, Guid.Empty, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch);
                string first = tokens.TokenFor(invitation);
                invitation.NextToken();
                string second = tokens.TokenFor(invitation);
                invitation.SetToken(tokens.HashFor(invitation));
                return first.Length == InvitationTokens.Length
                    && InvitationTokens.LooksRight(first)
                    && seen.Add(first) && seen.Add(second)
                    && invitation.TokenHash.Length == 64
                    && invitation.TokenHash == InvitationTokens.Hash(second)
                    && !invitation.TokenHash.Contains(second, StringComparison.OrdinalIgnoreCase)
                    && InvitationTokens.Hash(invitation.TokenHash) != invitation.TokenHash;
            }));
    }

    private static Task<Result<int>> InviteAsync(TestCompany company, Guid[] people) =>
        company.DoAsync((InvitePeople use) => use.HandleAsync(company.Staff, company.CampaignId, people, sendMail: true, Stop));

    private sealed class Key : ILinkKey
    {
        public ReadOnlyMemory<byte> Bytes { get; } = new byte[32];
    }
}
