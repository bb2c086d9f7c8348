using Headshots.Core.Audit;
using Headshots.Core.Invitations;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Shared;

namespace Headshots.Core.Submissions;

/// <summary>A person agrees, and a draft is there to put photos into. Agreeing again changes nothing.</summary>
public sealed class GiveConsent(ISubmissionStore submissions, IConsentLedger ledger, IAuditLog audit, IUnitOfWork work, IIds ids, TimeProvider time)
{
    public async Task<Result<Submission>> HandleAsync(OpenedInvitation opened, string textVersion, string language, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opened);
        if (textVersion != ConsentText.CurrentVersion)
        {
            return SubmissionProblems.TextChanged;
        }

        IReadOnlyList<Submission> all = await submissions.OfInvitationAsync(opened.Tenant.Id, opened.Invitation.Id, cancellation);
        if (all.FirstOrDefault(s => s.State == SubmissionState.Draft) is { } draft)
        {
            return draft;
        }

        Consent consent = new(textVersion, language, time.GetUtcNow());
        Submission submission = Submission.Create(opened.Tenant.Id, ids.New(), opened.Invitation, SubmissionKind.Selfies, consent, time.GetUtcNow());
        submissions.Add(submission);
        ledger.Add(ConsentEvent.Given(opened.Caller, ids.New(), opened.Person.Id, textVersion, language, consent.GivenAt));
        audit.Record(opened.Caller, "consent.given", "person", opened.Person.Id, $"Text {textVersion}, {language}");
        Result<Done> saved = await work.SaveAsync(cancellation);
        if (saved.Ok)
        {
            return submission;
        }

        // Two tabs agreed at the same moment: there is one draft, and it is the other's.
        all = await submissions.OfInvitationAsync(opened.Tenant.Id, opened.Invitation.Id, cancellation);
        return all.FirstOrDefault(s => s.State == SubmissionState.Draft) is { } other ? other : saved.Problem;
    }
}
