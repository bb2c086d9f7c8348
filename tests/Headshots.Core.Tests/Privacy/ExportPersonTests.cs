using System.Text.Json;
using Headshots.Core.Headshots;
using Headshots.Core.Privacy.Export;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Tests.Company;

namespace Headshots.Core.Tests.Privacy;

public sealed class ExportPersonTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Handle_OfSomebodyWithAHistory_GathersAllOfItAndNobodyElses()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        (Guest guest, Headshot chosen) = await company.ChosenAsync();
        (Guest other, _) = await company.ChosenAsync();
        await company.DoAsync((ReviewHeadshots use) => use.HandleAsync(company.Staff, new ReviewRequest([chosen.Id], Approve: true, null), Stop));

        Result<PersonExport> gathered = await company.DoAsync((ExportPerson use) => use.HandleAsync(company.Staff, guest.PersonId, Stop));

        Assert.True(gathered.Ok, gathered.Problem?.ToString());
        PersonExport export = gathered.Value;
        Assert.Equal(
            ["person.json", "invitations.json", "consents.json", "submissions.json", "headshots.json", "reviews.json", "mails.json", "audit.json"],
            export.Texts.Select(t => t.Name));
        Assert.All(export.Texts, t => JsonDocument.Parse(t.Json).Dispose());
        Assert.Equal(export.Files.Count, export.Files.Select(f => f.Name).Distinct().Count());
        Assert.All(export.Files, f => Assert.Contains(guest.PersonId.ToString("N"), f.BlobKey, StringComparison.Ordinal));
        foreach (ExportedFile file in export.Files)
        {
            Assert.NotNull(await company.DoAsync((IBlobStore blobs) => blobs.ReadAsync(company.Tenant, file.BlobKey, Stop)));
        }

        string all = string.Concat(export.Texts.Select(t => t.Json));
        Assert.Contains("headshot.approved", all, StringComparison.Ordinal);
        Assert.Contains("consent.given", all, StringComparison.Ordinal);
        Assert.Contains("p1@example.com", all, StringComparison.Ordinal);
        Assert.DoesNotContain("p2@example.com", all, StringComparison.Ordinal);
        Assert.DoesNotContain(other.PersonId.ToString(), all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Zo\\u00EB", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handle_OfNobody_IsNotFound()
    {
        await using TestCompany company = await TestCompany.OpenAsync();

        Assert.Equal(ProblemKind.NotFound, (await company.DoAsync((ExportPerson use) => use.HandleAsync(company.Staff, Guid.Empty, Stop))).Problem!.Kind);
    }
}
