using System.Text.Json;
using System.Text.Json.Serialization;
using Headshots.Core.Rendering;

namespace Headshots.Core.Privacy.Export;

/// <summary>Everything that is kept about one person, to be handed to them.</summary>
/// <param name="Texts">JSON documents, by file name.</param>
/// <param name="Files">Photos and headshots, by file name.</param>
public sealed record PersonExport(IReadOnlyList<ExportedText> Texts, IReadOnlyList<ExportedFile> Files);

/// <param name="Name">In the archive.</param>
/// <param name="Json">Its content.</param>
public sealed record ExportedText(string Name, string Json);

/// <param name="Name">In the archive.</param>
/// <param name="BlobKey">Where it lies.</param>
public sealed record ExportedFile(string Name, string BlobKey);

internal sealed record ExportedPerson(
    Guid Id, string Company, string Name, string Email, string Department, string ExternalId, string Status, string Stage, Guid? ApprovedHeadshot, DateTimeOffset CreatedAt, DateTimeOffset? LeftAt);

internal sealed record ExportedInvitation(
    Guid Id, string Campaign, string Stage, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? OpenedAt, DateTimeOffset? SubmittedAt,
    DateTimeOffset? RenderedAt, DateTimeOffset? ChosenAt, DateTimeOffset? ApprovedAt, string RetakeReason, int RemindersSent, DateTimeOffset? LastRemindedAt);

internal sealed record ExportedConsent(string Event, string TextVersion, string Language, DateTimeOffset At, string By);

internal sealed record ExportedSubmission(Guid Id, string Kind, string State, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, DateTimeOffset? SelfiesDeletedAt, IReadOnlyList<ExportedPhoto> Photos);

internal sealed record ExportedPhoto(string File, string ContentType, long Bytes, string Sha256, DateTimeOffset AddedAt, PhotoVerdict Verdict);

internal sealed record ExportedHeadshot(
    Guid Id, Guid Submission, string Variant, string State, DateTimeOffset CreatedAt, DateTimeOffset? ChosenAt, DateTimeOffset? DecidedAt, string RejectReason,
    HeadshotFigures Figures, IReadOnlyList<VerdictReason> Warnings, IReadOnlyList<string> Files, JsonElement Report);

internal sealed record ExportedReview(Guid Headshot, string Decision, string Reason, string By, DateTimeOffset At);

internal sealed record ExportedMail(string Kind, string State, DateTimeOffset CreatedAt, DateTimeOffset? SentAt);

internal sealed record ExportedAuditEntry(long Sequence, DateTimeOffset At, string By, string Action, string Subject, string Summary);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ExportedPerson))]
[JsonSerializable(typeof(IReadOnlyList<ExportedInvitation>))]
[JsonSerializable(typeof(IReadOnlyList<ExportedConsent>))]
[JsonSerializable(typeof(IReadOnlyList<ExportedSubmission>))]
[JsonSerializable(typeof(IReadOnlyList<ExportedHeadshot>))]
[JsonSerializable(typeof(IReadOnlyList<ExportedReview>))]
[JsonSerializable(typeof(IReadOnlyList<ExportedMail>))]
[JsonSerializable(typeof(IReadOnlyList<ExportedAuditEntry>))]
internal sealed partial class ExportJson : JsonSerializerContext;
