using System.Globalization;
using System.Text;
using Headshots.Core.Shared;

namespace Headshots.Core.Privacy.Receipts;

/// <summary>What a receipt says.</summary>
public sealed record ReceiptContent
{
    public required Guid Id { get; init; }

    public required Guid Tenant { get; init; }

    /// <summary>The company's name.</summary>
    public required string Company { get; init; }

    /// <summary>The person's id, which is theirs alone and says nothing about them.</summary>
    public required Guid Person { get; init; }

    public required bool WholePerson { get; init; }

    public required ActorKind AskedBy { get; init; }

    public required DateTimeOffset DeletedAt { get; init; }

    /// <summary>When the last copies were gone that were being written at that moment, and what the database's files still held.</summary>
    public required DateTimeOffset CompleteAt { get; init; }

    public required DeletedCounts Deleted { get; init; }

    /// <summary>
    /// What is signed: a line for each field, in this order, times in UTC. Not the JSON, which may be written with
    /// other spaces and means the same.
    /// </summary>
    public byte[] Text()
    {
        string[] lines =
        [
            "headshots deletion receipt 1",
            $"receipt={Id:N}",
            $"tenant={Tenant:N}",
            $"company={string.Concat(Company.Select(c => char.IsControl(c) ? ' ' : c))}",
            $"person={Person:N}",
            $"wholePerson={(WholePerson ? "true" : "false")}",
            $"askedBy={AskedBy}",
            $"deletedAt={Time(DeletedAt)}",
            $"completeAt={Time(CompleteAt)}",
            string.Create(CultureInfo.InvariantCulture, $"photos={Deleted.Photos}"),
            string.Create(CultureInfo.InvariantCulture, $"headshots={Deleted.Headshots}"),
            string.Create(CultureInfo.InvariantCulture, $"files={Deleted.Files}"),
            string.Create(CultureInfo.InvariantCulture, $"submissions={Deleted.Submissions}"),
            string.Create(CultureInfo.InvariantCulture, $"reviews={Deleted.Reviews}"),
            string.Create(CultureInfo.InvariantCulture, $"jobs={Deleted.Jobs}"),
            string.Create(CultureInfo.InvariantCulture, $"invitations={Deleted.Invitations}"),
            string.Create(CultureInfo.InvariantCulture, $"mails={Deleted.Mails}"),
        ];
        return Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}

/// <param name="Photos">That the person had sent.</param>
/// <param name="Headshots">That were made of them.</param>
/// <param name="Files">Of both, in all their sizes.</param>
/// <param name="Submissions">With what was measured and agreed in them.</param>
/// <param name="Reviews">What was decided about the headshots.</param>
/// <param name="Jobs">Work that was done or waiting.</param>
/// <param name="Invitations">Only with the person themselves; otherwise they end.</param>
/// <param name="Mails">That were waiting or, with the person themselves, remembered.</param>
public sealed record DeletedCounts(int Photos, int Headshots, int Files, int Submissions, int Reviews, int Jobs, int Invitations, int Mails);
