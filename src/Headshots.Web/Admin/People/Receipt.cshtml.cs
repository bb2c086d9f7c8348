using Headshots.Core.Privacy.Receipts;
using Headshots.Web.Privacy;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Admin.People;

/// <summary>One receipt, as a file.</summary>
internal sealed class ReceiptModel(IReceiptStore receipts) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await receipts.FindAsync(Tenant, id, cancellation) is not { } receipt)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store, private";
        return File(ReceiptFile.Bytes(receipt), ReceiptFile.ContentType, receipt.FileName);
    }
}
