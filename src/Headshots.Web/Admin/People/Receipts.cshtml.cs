using Headshots.Core.Privacy.Receipts;

namespace Headshots.Web.Admin.People;

/// <summary>What was deleted, as it can be proved; of whom is said by an id that leads nowhere once the person is gone.</summary>
internal sealed class ReceiptsModel(IReceiptStore receipts) : PortalPage
{
    private const int Most = 200;

    public IReadOnlyList<DeletionReceipt> Receipts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Receipts = await receipts.NewestAsync(Tenant, Most, cancellation);
}
