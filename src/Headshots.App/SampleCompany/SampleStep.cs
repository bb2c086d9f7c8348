using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Rendering;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;

namespace Headshots.App.SampleCompany;

/// <summary>
/// Does for one sample person what comes next on their way, through the same uses that pages call. What it finds done it
/// leaves alone, so that it can be interrupted anywhere.
/// </summary>
internal sealed class SampleStep(OpenInvitation open, InvitationTokens tokens, IPhotoStudio studio, ITenantStore tenants, IServiceProvider services)
{
    /// <returns>Whether the person is where they are to be.</returns>
    public async Task<bool> TakeAsync(Invitation invitation, SamplePerson person, CancellationToken cancellation)
    {
        if (HasArrived(invitation.Stage, person.Stage))
        {
            return true;
        }

        Result<OpenedInvitation> opened = await open.HandleAsync(tokens.TokenFor(invitation), cancellation);
        if (!opened.Ok)
        {
            // Revoked or erased by whoever looks around: their will, not ours.
            return true;
        }

        switch (opened.Value.Invitation.Stage)
        {
            case InvitationStage.Opened when person.Stage > SampleStage.Opened:
                await SubmitAsync(opened.Value, person, cancellation);
                break;
            case InvitationStage.Rendered:
                await ChooseAsync(opened.Value, cancellation);
                break;
            case InvitationStage.Chosen:
                await ReviewAsync(opened.Value, person.Stage == SampleStage.Approved, cancellation);
                break;
        }

        return HasArrived(opened.Value.Invitation.Stage, person.Stage);
    }

    private static bool HasArrived(InvitationStage now, SampleStage wanted) => now == InvitationStage.Retake || wanted switch
    {
        SampleStage.Invited => true,
        SampleStage.Opened => now >= InvitationStage.Opened,
        SampleStage.Rendered => now >= InvitationStage.Rendered,
        SampleStage.Chosen => now >= InvitationStage.Chosen,
        _ => now >= InvitationStage.Approved,
    };

    private async Task SubmitAsync(OpenedInvitation opened, SamplePerson person, CancellationToken cancellation)
    {
        SampleFounding.Expect(await services.GetRequiredService<GiveConsent>().HandleAsync(opened, ConsentText.CurrentVersion, "en", cancellation));
        byte[] photo = await studio.SitterPhotoAsync(person.Sitter, cancellation);
        SampleFounding.Expect(await services.GetRequiredService<AddSelfie>().HandleAsync(opened, opened.Person.Id, photo, cancellation));
        SampleFounding.Expect(await services.GetRequiredService<SendSubmission>().HandleAsync(opened, SubmissionKind.Selfies, cancellation));
    }

    private async Task ChooseAsync(OpenedInvitation opened, CancellationToken cancellation)
    {
        IReadOnlyList<Submission> submissions = await services.GetRequiredService<ISubmissionStore>().OfInvitationAsync(opened.Tenant.Id, opened.Invitation.Id, cancellation);
        IReadOnlyList<Headshot> candidates = await services.GetRequiredService<IHeadshotStore>().OfSubmissionAsync(opened.Tenant.Id, submissions[0].Id, cancellation);
        SampleFounding.Expect(await services.GetRequiredService<ChooseHeadshot>().HandleAsync(opened, candidates[0].Id, cancellation));
    }

    private async Task ReviewAsync(OpenedInvitation opened, bool approve, CancellationToken cancellation)
    {
        IReadOnlyList<Headshot> headshots = await services.GetRequiredService<IHeadshotStore>().OfPersonAsync(opened.Tenant.Id, opened.Person.Id, cancellation);
        Member reviewer = (await tenants.MembersAsync(opened.Tenant.Id, cancellation)).First(m => m.Roles.HasFlag(MemberRoles.Reviewer));
        Caller caller = new(opened.Tenant.Id, new Actor(ActorKind.Staff, reviewer.Id.ToString("N"), reviewer.Name));
        Guid[] waiting = [.. headshots.Where(h => h.State == HeadshotState.Chosen).Select(h => h.Id)];
        SampleFounding.Expect(await services.GetRequiredService<ReviewHeadshots>().HandleAsync(
            caller, new ReviewRequest(waiting, approve, approve ? null : SamplePeople.RejectReason), cancellation));
    }
}
