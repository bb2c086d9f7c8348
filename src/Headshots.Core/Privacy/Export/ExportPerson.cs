using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Headshots.Core.Audit;
using Headshots.Core.Campaigns;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;

namespace Headshots.Core.Privacy.Export;

/// <summary>Gathers everything that is kept about a person. Other people's names are not theirs to have: of those who acted, the kind is told.</summary>
public sealed class ExportPerson(ExportedStores stores, ExportedWork work)
{
    public async Task<Result<PersonExport>> HandleAsync(Caller caller, Guid personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        TenantId tenant = caller.Tenant;
        if (await stores.People.FindAsync(tenant, personId, cancellation) is not { } person || await stores.Tenants.FindAsync(tenant, cancellation) is not { } company)
        {
            return SharedProblems.NotFound;
        }

        IReadOnlyList<Submission> submissions = await stores.Submissions.OfPersonAsync(tenant, personId, cancellation);
        IReadOnlyList<Headshot> headshots = await stores.Headshots.OfPersonAsync(tenant, personId, cancellation);
        PersonExport export = new(
            [
                Text("person.json", PersonOf(person, company), ExportJson.Default.ExportedPerson),
                Text("invitations.json", await InvitationsAsync(tenant, personId, cancellation), ExportJson.Default.IReadOnlyListExportedInvitation),
                Text("consents.json", await ConsentsAsync(tenant, personId, cancellation), ExportJson.Default.IReadOnlyListExportedConsent),
                Text("submissions.json", [.. submissions.Select(SubmissionOf)], ExportJson.Default.IReadOnlyListExportedSubmission),
                Text("headshots.json", [.. headshots.Select(HeadshotOf)], ExportJson.Default.IReadOnlyListExportedHeadshot),
                Text("reviews.json", await ReviewsAsync(tenant, personId, cancellation), ExportJson.Default.IReadOnlyListExportedReview),
                Text("mails.json", await MailsAsync(tenant, personId, cancellation), ExportJson.Default.IReadOnlyListExportedMail),
                Text("audit.json", await AuditAsync(tenant, personId, cancellation), ExportJson.Default.IReadOnlyListExportedAuditEntry),
                .. (await stores.Receipts.OfPersonAsync(tenant, personId, cancellation)).Select(r => new ExportedText($"receipts/{r.FileName}", r.Document)),
            ],
            [
                .. submissions.SelectMany(s => s.Selfies).Select(s => new ExportedFile(NameOf(s), s.BlobKey)),
                .. headshots.SelectMany(h => h.Files.Select(r => new ExportedFile(NameOf(h, r), r.BlobKey))),
            ]);
        work.Audit.Record(caller, "person.exported", "person", personId, $"{export.Files.Count} pictures");
        Result<Done> saved = await work.Unit.SaveAsync(cancellation);
        return saved.Ok ? export : saved.Problem;
    }

    private static ExportedText Text<T>(string name, T content, JsonTypeInfo<T> type) => new(name, JsonSerializer.Serialize(content, type));

    private static ExportedPerson PersonOf(Person p, Tenant company) => new(
        p.Id, company.Name, p.Name, p.Email, p.Department, p.ExternalId, p.Status.ToString(), p.Stage.ToString(), p.HeadshotId, p.CreatedAt, p.LeftAt);

    private static ExportedSubmission SubmissionOf(Submission s) => new(
        s.Id, s.Kind.ToString(), s.State.ToString(), s.CreatedAt, s.SentAt, s.SelfiesDeletedAt,
        [.. s.Selfies.Select(f => new ExportedPhoto(NameOf(f), f.ContentType, f.Bytes, f.Sha256, f.AddedAt, f.Verdict))]);

    private static ExportedHeadshot HeadshotOf(Headshot h)
    {
        using JsonDocument report = JsonDocument.Parse(h.Report.Length == 0 ? "{}" : h.Report);
        return new ExportedHeadshot(
            h.Id, h.SubmissionId, h.Variant, h.State.ToString(), h.CreatedAt, h.ChosenAt, h.DecidedAt, h.RejectReason, h.Figures, h.Warnings,
            [.. h.Renditions.Select(r => NameOf(h, r))], report.RootElement.Clone());
    }

    private static string NameOf(Selfie selfie) => $"photos/{selfie.Id:N}.{selfie.ContentType.Split('/')[^1].Replace("jpeg", "jpg", StringComparison.Ordinal)}";

    private static string NameOf(Headshot headshot, Rendition rendition) => $"headshots/{headshot.Id:N}/{rendition.FileName}";

    private async Task<IReadOnlyList<ExportedInvitation>> InvitationsAsync(TenantId tenant, Guid person, CancellationToken cancellation)
    {
        Dictionary<Guid, string> campaigns = (await stores.Campaigns.ListAsync(tenant, cancellation)).ToDictionary(c => c.Id, c => c.Name);
        return
        [
            .. (await stores.Invitations.OfPersonAsync(tenant, person, cancellation)).Select(i => new ExportedInvitation(
                i.Id, campaigns.GetValueOrDefault(i.CampaignId, string.Empty), i.Stage.ToString(), i.CreatedAt, i.ExpiresAt, i.RevokedAt, i.OpenedAt, i.SubmittedAt,
                i.RenderedAt, i.ChosenAt, i.ApprovedAt, i.RetakeReason, i.RemindersSent, i.LastRemindedAt)),
        ];
    }

    private async Task<IReadOnlyList<ExportedConsent>> ConsentsAsync(TenantId tenant, Guid person, CancellationToken cancellation) =>
        [.. (await stores.Consents.OfPersonAsync(tenant, person, cancellation)).Select(c => new ExportedConsent(c.Kind.ToString(), c.TextVersion, c.Language, c.At, c.By.ToString()))];

    private async Task<IReadOnlyList<ExportedReview>> ReviewsAsync(TenantId tenant, Guid person, CancellationToken cancellation) =>
        [.. (await stores.Reviews.OfPersonAsync(tenant, person, cancellation)).Select(r => new ExportedReview(r.HeadshotId, r.Decision.ToString(), r.Reason, r.ByKind.ToString(), r.At))];

    private async Task<IReadOnlyList<ExportedMail>> MailsAsync(TenantId tenant, Guid person, CancellationToken cancellation) =>
        [.. (await stores.Mails.OfPersonAsync(tenant, person, cancellation)).Select(m => new ExportedMail(m.Kind.ToString(), m.State.ToString(), m.CreatedAt, m.SentAt))];

    private async Task<IReadOnlyList<ExportedAuditEntry>> AuditAsync(TenantId tenant, Guid person, CancellationToken cancellation)
    {
        List<ExportedAuditEntry> entries = [];
        AuditQuery query = new(Size: 200) { PersonId = person };
        do
        {
            Slice<AuditEntry> slice = await work.Audit.ListAsync(tenant, query, cancellation);
            entries.AddRange(slice.Items.Select(e => new ExportedAuditEntry(e.Sequence, e.At, e.ActorKind.ToString(), e.Action, e.SubjectType, e.Summary)));
            query = query with { Cursor = slice.Next };
        }
        while (query.Cursor is not null);

        return entries;
    }
}

/// <summary>Where something about a person may be.</summary>
public sealed record ExportedStores(
    ITenantStore Tenants, IPersonStore People, IInvitationStore Invitations, ICampaignStore Campaigns, ISubmissionStore Submissions, IHeadshotStore Headshots,
    IReviewStore Reviews, IMailOutbox Mails, IConsentLedger Consents, IReceiptStore Receipts);

/// <summary>What exporting notes.</summary>
public sealed record ExportedWork(IAuditLog Audit, IUnitOfWork Unit);
