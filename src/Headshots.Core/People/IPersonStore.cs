using Headshots.Core.Shared;

namespace Headshots.Core.People;

public interface IPersonStore
{
    Task<Person?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation);

    Task<IReadOnlyList<Person>> FindAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

    /// <summary>Which of these addresses (normalised) are taken, and by whom.</summary>
    Task<IReadOnlyDictionary<string, Guid>> TakenEmailsAsync(TenantId tenant, IReadOnlyCollection<string> emails, CancellationToken cancellation);

    /// <summary>Which of these external ids are taken, and by whom.</summary>
    Task<IReadOnlyDictionary<string, Guid>> TakenExternalIdsAsync(TenantId tenant, IReadOnlyCollection<string> externalIds, CancellationToken cancellation);

    Task<Slice<Person>> ListAsync(TenantId tenant, PersonQuery query, CancellationToken cancellation);

    /// <summary>Ids of all that a query finds, whatever its size; for "select all".</summary>
    Task<IReadOnlyList<Guid>> ListIdsAsync(TenantId tenant, PersonQuery query, CancellationToken cancellation);

    Task<IReadOnlyList<string>> DepartmentsAsync(TenantId tenant, CancellationToken cancellation);

    /// <summary>Who left before this, longest ago first.</summary>
    Task<IReadOnlyList<Guid>> LeftBeforeAsync(TenantId tenant, DateTimeOffset before, int most, CancellationToken cancellation);

    void Add(Person person);

    /// <summary>Takes the row away when the unit of work is saved.</summary>
    void Remove(Person person);
}

/// <param name="Search">Contained in name, address or external id; null for all.</param>
/// <param name="Department">Exactly this one; null for all.</param>
/// <param name="Status">Null for all.</param>
/// <param name="Stage">Null for all.</param>
/// <param name="Sort">By what.</param>
/// <param name="Descending">The other way round.</param>
/// <param name="Cursor">From the slice before, of the same sort.</param>
/// <param name="Size">1 to 500.</param>
public sealed record PersonQuery(
    string? Search = null,
    string? Department = null,
    PersonStatus? Status = PersonStatus.Active,
    PhotoStage? Stage = null,
    PersonSort Sort = PersonSort.Name,
    bool Descending = false,
    string? Cursor = null,
    int Size = 50)
{
    /// <summary>Whether to count all that match.</summary>
    public bool WithTotal { get; init; }
}

public enum PersonSort
{
    Name,
    Email,
    Department,
    Stage,
    Created,
}
