using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Privacy;

internal sealed class ReceiptStore(HeadshotsDbContext context) : IReceiptStore
{
    public void Add(DeletionReceipt receipt) => context.Add(receipt);

    public Task<DeletionReceipt?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation) =>
        context.Rows<DeletionReceipt>(tenant).AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation);

    public async Task<IReadOnlyList<DeletionReceipt>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation) =>
        await context.Rows<DeletionReceipt>(tenant).AsNoTracking().Where(r => r.PersonId == personId)
            .OrderByDescending(r => r.At).ThenByDescending(r => r.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyList<DeletionReceipt>> NewestAsync(TenantId tenant, int most, CancellationToken cancellation) =>
        await context.Rows<DeletionReceipt>(tenant).AsNoTracking().OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(most).ToListAsync(cancellation);
}
