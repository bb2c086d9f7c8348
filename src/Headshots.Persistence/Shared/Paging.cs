using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Shared;

/// <summary>Reads one more than asked for, which tells whether anything follows.</summary>
internal static class Paging
{
    public static async Task<Slice<T>> SliceAsync<T>(
        this IQueryable<T> ordered, int size, int most, Func<T, Cursor> cursor, int? total, CancellationToken cancellation)
    {
        int take = Math.Clamp(size, 1, most);
        List<T> rows = await ordered.Take(take + 1).ToListAsync(cancellation);
        if (rows.Count <= take)
        {
            return new Slice<T>(rows, null, total);
        }

        rows.RemoveAt(take);
        return new Slice<T>(rows, cursor(rows[^1]).ToString(), total);
    }
}
