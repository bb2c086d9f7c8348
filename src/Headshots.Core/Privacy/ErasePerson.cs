using Headshots.Core.Audit;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;

namespace Headshots.Core.Privacy;

/// <summary>
/// Deletes every photo, headshot and submission of a person, from database and blobs; with the person themselves where they
/// are to be forgotten. The rows, the order to delete the files and the receipt go in one transaction, so that a crash between
/// the two leaves an order and not a photo.
/// </summary>
public sealed class ErasePerson(ErasedPeople people, PersonalData data, ErasedFiles files, ErasureProofs proofs, ErasingWork work)
{
    /// <summary>Whoever was writing then has lost the lease, and the order to delete was carried out again, twice.</summary>
    private static readonly TimeSpan Complete = TimeSpan.FromMinutes(1);

    /// <param name="caller">The person themselves, somebody of the company, or the program.</param>
    /// <param name="personId">Whose photos.</param>
    /// <param name="forget">Whether the person's own row goes too.</param>
    /// <param name="cancellation">Stops before anything is deleted, not after.</param>
    public async Task<Result<DeletionReceipt>> HandleAsync(Caller caller, Guid personId, bool forget, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await people.People.FindAsync(caller.Tenant, personId, cancellation) is not { } person
            || await people.Tenants.FindAsync(caller.Tenant, cancellation) is not { } tenant)
        {
            return SharedProblems.NotFound;
        }

        DateTimeOffset now = work.Time.GetUtcNow();
        RemovedRows removed = await data.RemoveAsync(caller.Tenant, personId, withPerson: forget, now, cancellation);
        await EndConsentAsync(caller, personId, now, cancellation);
        person.WithdrawHeadshot();
        int lying = await files.OrderAsync(caller.Tenant, personId, forget, cancellation);
        DeletionReceipt receipt = DeletionReceipt.Create(
            new ReceiptContent
            {
                Id = work.Ids.New(),
                Tenant = caller.Tenant.Value,
                Company = tenant.Name,
                Person = personId,
                WholePerson = forget,
                AskedBy = caller.Actor.Kind,
                DeletedAt = now,
                CompleteAt = now + Complete,
                Deleted = removed.Counts with { Files = lying },
            },
            proofs.Key);
        proofs.Receipts.Add(receipt);
        Note(caller, person, forget, receipt, now);
        Result<Done> saved = await work.Unit.SaveAsync(cancellation);
        if (!saved.Ok)
        {
            return saved.Problem;
        }

        await files.DeleteAsync(caller.Tenant, personId, removed.Mails, CancellationToken.None);
        return receipt;
    }

    private void Note(Caller caller, Person person, bool forget, DeletionReceipt receipt, DateTimeOffset now)
    {
        if (forget)
        {
            people.People.Remove(person);
            work.Audit.ForgetPerson(caller.Tenant, person.Id);
            Caller nameless = caller.Actor.Kind == ActorKind.Employee ? caller with { Actor = caller.Actor with { Name = string.Empty } } : caller;
            work.Audit.Record(nameless, AuditActions.PersonErased, "person", person.Id, $"All data of a person was deleted, receipt {receipt.Id:N}");
        }
        else
        {
            work.Mails.Add(OutgoingMail.Create(caller.Tenant, work.Ids.New(), MailKind.Deleted, person.Id, null, now));
            work.Audit.Record(caller, "person.photos_erased", "person", person.Id, $"All photos were deleted, receipt {receipt.Id:N}");
        }
    }

    private async Task EndConsentAsync(Caller caller, Guid personId, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await proofs.Consents.OfPersonAsync(caller.Tenant, personId, cancellation) is [{ Kind: ConsentEventKind.Given } given, ..])
        {
            proofs.Consents.Add(ConsentEvent.Ended(caller, work.Ids.New(), given, now));
        }
    }
}

/// <summary>Who is erased, and whose they are.</summary>
public sealed record ErasedPeople(IPersonStore People, ITenantStore Tenants);

/// <summary>A person's files, wherever they lie.</summary>
public sealed class ErasedFiles(IErasureOrders erasures, IBlobStore blobs, IMailTransport mails, IIds ids, TimeProvider time)
{
    /// <summary>Writes the orders to delete them.</summary>
    /// <returns>How many there are now.</returns>
    internal async Task<int> OrderAsync(TenantId tenant, Guid personId, bool forget, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        erasures.Add(PendingErasure.Create(tenant, ids.New(), PhotoKeys.Person(personId), now));
        if (forget)
        {
            // Lists that were uploaded and not imported yet may name them; whoever was at it uploads again.
            erasures.Add(PendingErasure.Create(tenant, ids.New(), PhotoKeys.Imports, now));
        }

        int count = 0;
        await foreach (BlobListing _ in blobs.ListAsync(tenant, PhotoKeys.Person(personId), cancellation))
        {
            count++;
        }

        return count;
    }

    /// <summary>Deletes them. The orders stay until the clock role has looked again: a worker may have been writing in this moment.</summary>
    internal async Task DeleteAsync(TenantId tenant, Guid personId, IReadOnlyCollection<Guid> mailIds, CancellationToken cancellation)
    {
        await blobs.DeleteAllAsync(tenant, PhotoKeys.Person(personId), cancellation);
        await mails.TakeBackAsync(mailIds, cancellation);
    }
}
