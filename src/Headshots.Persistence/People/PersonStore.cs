using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.People;

internal sealed class PersonStore(HeadshotsDbContext context) : IPersonStore
{
    private const int MostPerSlice = 500;

    public Task<Person?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation) =>
        context.Rows<Person>(tenant).FirstOrDefaultAsync(p => p.Id == id, cancellation);

    public async Task<IReadOnlyList<Person>> FindAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        await Portions.ReadAsync(ids, portion => context.Rows<Person>(tenant).Where(p => portion.Contains(p.Id)).ToListAsync(cancellation));

    public async Task<IReadOnlyDictionary<string, Guid>> TakenEmailsAsync(TenantId tenant, IReadOnlyCollection<string> emails, CancellationToken cancellation) =>
        (await Portions.ReadAsync(emails, portion => context.Rows<Person>(tenant).Where(p => portion.Contains(p.Email))
            .Select(p => new KeyValuePair<string, Guid>(p.Email, p.Id)).ToListAsync(cancellation)))
        .ToDictionary(StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, Guid>> TakenExternalIdsAsync(TenantId tenant, IReadOnlyCollection<string> externalIds, CancellationToken cancellation) =>
        (await Portions.ReadAsync(
            [.. externalIds.Where(id => id.Length > 0)],
            portion => context.Rows<Person>(tenant).Where(p => p.ExternalId != "" && portion.Contains(p.ExternalId))
                .Select(p => new KeyValuePair<string, Guid>(p.ExternalId, p.Id)).ToListAsync(cancellation)))
        .ToDictionary(StringComparer.Ordinal);

    public async Task<Slice<Person>> ListAsync(TenantId tenant, PersonQuery query, CancellationToken cancellation)
    {
        IQueryable<Person> found = PersonQueries.Matching(context.Rows<Person>(tenant), query);
        int? total = query.WithTotal ? await found.CountAsync(cancellation) : null;
        return await PersonQueries.Page(found, query)
            .SliceAsync(query.Size, MostPerSlice, p => PersonQueries.CursorAt(p, query), total, cancellation);
    }

    public async Task<IReadOnlyList<Guid>> ListIdsAsync(TenantId tenant, PersonQuery query, CancellationToken cancellation) =>
        await PersonQueries.Page(PersonQueries.Matching(context.Rows<Person>(tenant), query), query with { Cursor = null })
            .Select(p => p.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyList<string>> DepartmentsAsync(TenantId tenant, CancellationToken cancellation) =>
        await context.Rows<Person>(tenant).Where(p => p.Department != "").Select(p => p.Department).Distinct().OrderBy(d => d).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Guid>> LeftBeforeAsync(TenantId tenant, DateTimeOffset before, int most, CancellationToken cancellation) =>
        await context.Rows<Person>(tenant).Where(p => p.Status == PersonStatus.Left && p.LeftAt < before)
            .OrderBy(p => p.LeftAt).ThenBy(p => p.Id).Select(p => p.Id).Take(most).ToListAsync(cancellation);

    public void Add(Person person) => context.Add(person);

    public void Remove(Person person) => context.Remove(person);
}
