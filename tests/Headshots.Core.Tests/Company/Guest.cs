using System.Text;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Core.Tests.Company;

/// <summary>A person with a link, clicking; each click is a request of its own.</summary>
public sealed record Guest(TestCompany Company, Guid PersonId, Guid InvitationId, string Token)
{
    public async Task<Result<T>> ClickAsync<TUse, T>(Func<TUse, OpenedInvitation, Task<Result<T>>> act)
        where TUse : notnull
        where T : notnull =>
        await Company.DoAsync(async (IServiceProvider scope) =>
        {
            Result<OpenedInvitation> opened = await scope.GetRequiredService<OpenInvitation>().FindAsync(Token, CancellationToken.None);
            return opened.Ok ? await act(scope.GetRequiredService<TUse>(), opened.Value) : opened.Problem;
        });

    public Task<Result<OpenedInvitation>> OpenAsync() => Company.DoAsync((OpenInvitation use) => use.HandleAsync(Token, CancellationToken.None));

    public Task<Result<Submission>> ConsentAsync() =>
        ClickAsync((GiveConsent use, OpenedInvitation opened) => use.HandleAsync(opened, ConsentText.CurrentVersion, "en", CancellationToken.None));

    public Task<Result<Selfie>> AddAsync(string photo, Guid? id = null) =>
        ClickAsync((AddSelfie use, OpenedInvitation opened) => use.HandleAsync(opened, id ?? Guid.CreateVersion7(Company.Now), Encoding.UTF8.GetBytes(photo), CancellationToken.None));

    public Task<Result<Submission>> PressSendAsync() =>
        ClickAsync((SendSubmission use, OpenedInvitation opened) => use.HandleAsync(opened, SubmissionKind.Selfies, CancellationToken.None));

    /// <summary>From the first page to the sent photo.</summary>
    public async Task SendAsync(params string[] photos)
    {
        Assert.True((await OpenAsync()).Ok);
        Assert.True((await ConsentAsync()).Ok);
        foreach (string photo in photos)
        {
            Assert.True((await AddAsync(photo)).Ok);
        }

        Result<Submission> sent = await PressSendAsync();
        Assert.True(sent.Ok, sent.Problem?.ToString());
    }

    public async Task<IReadOnlyList<Headshot>> CandidatesAsync()
    {
        IReadOnlyList<Submission> all = await Company.DoAsync((ISubmissionStore s) => s.OfInvitationAsync(Company.Tenant, InvitationId, CancellationToken.None));
        return await Company.DoAsync((IHeadshotStore s) => s.OfSubmissionAsync(Company.Tenant, all[0].Id, CancellationToken.None));
    }

    public Task<Result<Headshot>> PressChooseAsync(Guid headshot) =>
        ClickAsync((ChooseHeadshot use, OpenedInvitation opened) => use.HandleAsync(opened, headshot, CancellationToken.None));

    public async Task<Headshot> ChooseAsync(int position)
    {
        Result<Headshot> chosen = await PressChooseAsync((await CandidatesAsync())[position].Id);
        Assert.True(chosen.Ok, chosen.Problem?.ToString());
        return chosen.Value;
    }

    public Task<Result<Submission>> StartOverAsync() =>
        ClickAsync((StartOver use, OpenedInvitation opened) => use.HandleAsync(opened, notMe: true, CancellationToken.None));

    public async Task<Invitation> InvitationAsync() =>
        (await Company.DoAsync((IInvitationStore s) => s.FindAsync(Company.Tenant, InvitationId, CancellationToken.None)))!;
}
