using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Admin.People.Import;

/// <summary>Takes a list in.</summary>
[Authorize(Policies.PeopleEditing)]
[RequestFormLimits(MultipartBodyLengthLimit = CsvTable.MaxBytes + 65_536)]
[RequestSizeLimit(CsvTable.MaxBytes + 65_536)]
internal sealed class IndexModel(ImportFiles files) : PortalPage
{
    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null || file.Length == 0)
        {
            return Refused(ImportProblems.Empty);
        }

        using MemoryStream bytes = new((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        Result<CsvTable> table = CsvTable.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        if (!table.Ok)
        {
            return Refused(table.Problem);
        }

        bytes.Position = 0;
        Guid id = await files.KeepAsync(Tenant, bytes, cancellation);
        return Redirect(Url.Content($"~/admin/people/import/{id}"));
    }
}
