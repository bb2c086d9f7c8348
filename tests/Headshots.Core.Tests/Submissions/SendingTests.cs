using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tests.Company;

namespace Headshots.Core.Tests.Submissions;

public sealed class SendingTests
{
    [Fact]
    public async Task Consent_ByEightClicksAtOnce_MakesOneDraft()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.InviteAsync();

        Result<Submission>[] drafts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(guest.ConsentAsync)));

        Assert.All(drafts, d => Assert.True(d.Ok, d.Problem?.ToString()));
        Assert.Single(drafts.Select(d => d.Value.Id).Distinct());
    }

    [Fact]
    public async Task Send_ByEightClicksAtOnce_SendsOnce()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.InviteAsync();
        await guest.ConsentAsync();
        await guest.AddAsync("good:80");

        Result<Submission>[] sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(guest.PressSendAsync)));

        Assert.All(sent, s => Assert.True(s.Ok, s.Problem?.ToString()));
        Assert.Single(sent.Select(s => s.Value.Id).Distinct());
        Assert.Single(await company.DoAsync((IRenderJobStore jobs) => jobs.OfPersonAsync(company.Tenant, guest.PersonId, CancellationToken.None)));
        Assert.Single(company.Nudges.Jobs);
    }

    [Fact]
    public async Task Send_Again_ReturnsTheSame()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.SentAsync("good:80");

        Assert.True((await guest.PressSendAsync()).Ok);
        Assert.Equal(SubmissionProblems.AlreadySent, (await guest.AddAsync("good:90")).Problem);
    }

    [Fact]
    public async Task Add_SixAtOnceOfOneDraft_KeepsAll()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.InviteAsync();
        await guest.ConsentAsync();

        Result<Selfie>[] added = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => guest.AddAsync($"good:{i}"))));

        Assert.All(added, a => Assert.True(a.Ok, a.Problem?.ToString()));
        Assert.Equal(6, (await guest.ConsentAsync()).Value.Selfies.Count);
        Assert.Equal(SubmissionProblems.TooManySelfies, (await guest.AddAsync("good:9")).Problem);
    }

    [Fact]
    public async Task Add_SamePhotoTwice_ArrivesOnce()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.InviteAsync();
        await guest.ConsentAsync();
        Guid id = Guid.CreateVersion7(company.Now);

        await Task.WhenAll(Task.Run(() => guest.AddAsync("good:1", id)), Task.Run(() => guest.AddAsync("good:1", id)));
        await guest.AddAsync("good:1", id);

        Assert.Single((await guest.ConsentAsync()).Value.Selfies);
        Assert.Single(company.Files("selfies"));
    }

    [Fact]
    public async Task Add_WhatIsNoPhotoOrBeforeConsent_IsRefusedWithoutATrace()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.InviteAsync();

        Assert.Equal(SubmissionProblems.ConsentNeeded, (await guest.AddAsync("good:1")).Problem);
        await guest.ConsentAsync();
        Assert.Equal("not_a_photo", (await guest.AddAsync("MZ an .exe")).Problem!.Code);
        Assert.Equal(SubmissionProblems.Empty, (await guest.AddAsync("")).Problem);
        Assert.Empty(company.Files());

        Assert.True((await guest.AddAsync("bad")).Ok);
        Assert.Equal(SubmissionProblems.NothingUsable, (await guest.PressSendAsync()).Problem);
    }

    [Fact]
    public async Task StartOver_ByEightClicksAtOnce_MakesOneDraft()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.SentAsync("good:80");
        await company.RenderAsync();

        Result<Submission>[] drafts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(guest.StartOverAsync)));

        Assert.All(drafts, d => Assert.True(d.Ok, d.Problem?.ToString()));
        Assert.Single(drafts.Select(d => d.Value.Id).Distinct());
    }
}
