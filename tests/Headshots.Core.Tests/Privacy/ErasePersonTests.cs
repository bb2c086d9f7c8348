using System.Text;
using Headshots.Core.Audit;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.Privacy;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Signing;
using Headshots.Core.Submissions;
using Headshots.Core.Tests.Company;
using Microsoft.Data.Sqlite;

namespace Headshots.Core.Tests.Privacy;

public sealed class ErasePersonTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Handle_OfAnApprovedHeadshot_CountsNothingOfItAnyMore()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        (Guest guest, Headshot chosen) = await company.ChosenAsync();
        Assert.Equal(1, (await company.DoAsync((ReviewHeadshots use) => use.HandleAsync(company.Staff, new ReviewRequest([chosen.Id], true, null), Stop))).Value);
        Assert.Equal(InvitationStage.Approved, (await guest.InvitationAsync()).Stage);

        Result<DeletionReceipt> erased = await company.DoAsync((ErasePerson use) => use.HandleAsync(company.Staff, guest.PersonId, forget: false, Stop));

        Assert.True(erased.Ok);
        Invitation left = await guest.InvitationAsync();
        Assert.Equal(InvitationStage.Opened, left.Stage);
        Assert.NotNull(left.RevokedAt);
        Assert.Equal((null, null, null, null), (left.SubmittedAt, left.RenderedAt, left.ChosenAt, left.ApprovedAt));
    }

    [Fact]
    public async Task Handle_ByThePerson_DeletesEverythingAndProvesIt()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        (Guest guest, _) = await company.ChosenAsync();
        (Guest other, _) = await company.ChosenAsync();

        Result<DeletionReceipt> erased = await guest.ClickAsync((ErasePerson use, OpenedInvitation opened) => use.HandleAsync(opened.Caller, guest.PersonId, forget: false, Stop));

        Assert.True(erased.Ok, erased.Problem?.ToString());
        Assert.Empty(company.Files(guest.PersonId.ToString("N")));
        Assert.NotEmpty(company.Files(other.PersonId.ToString("N")));
        Assert.Empty(await company.DoAsync((ISubmissionStore s) => s.OfPersonAsync(company.Tenant, guest.PersonId, Stop)));
        Assert.Empty(await company.DoAsync((IHeadshotStore s) => s.OfPersonAsync(company.Tenant, guest.PersonId, Stop)));
        ReceiptDocument receipt = ReceiptDocument.Read(erased.Value.Document)!;
        Assert.True(receipt.IsSignedBy(await company.DoAsync((ISigningKey key) => Task.FromResult(key.Public))));
        Assert.Equal((1, 3, ActorKind.Employee, false, guest.PersonId), (receipt.Receipt.Deleted.Photos, receipt.Receipt.Deleted.Headshots, receipt.Receipt.AskedBy, receipt.Receipt.WholePerson, receipt.Receipt.Person));
        Assert.InRange(receipt.Receipt.Deleted.Files, 4, 20);
        Assert.DoesNotContain("Person 1", erased.Value.Document, StringComparison.Ordinal);
        Assert.DoesNotContain("@", erased.Value.Document, StringComparison.Ordinal);
        Assert.Equal([ConsentEventKind.Withdrawn, ConsentEventKind.Given], await ConsentsAsync(company, guest.PersonId));
        Assert.Null((await AuditAsync(company)).Break);
    }

    /// <summary>Whatever was on its way says nothing any more; the confirmation comes, with the receipt.</summary>
    [Fact]
    public async Task Handle_WithMailsWaiting_SendsOnlyTheReceipt()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.SentAsync("good:80");
        await company.RenderAsync();
        await guest.ClickAsync((ErasePerson use, OpenedInvitation opened) => use.HandleAsync(opened.Caller, guest.PersonId, forget: false, Stop));

        company.Time.Advance(TimeSpan.FromHours(1));
        await company.DoAsync((SendDueMail use) => use.HandleAsync(company.Tenant, 100, Stop));

        MailMessage mail = Assert.Single(company.Mail.Mails.Values);
        Assert.Equal(nameof(MailKind.Deleted), mail.Subject);
        Assert.NotNull(ReceiptDocument.Read(mail.Attachment!.Content));
    }

    [Fact]
    public async Task Handle_Forgotten_LeavesNoNameInTheDatabasesFiles()
    {
        const string Name = "Quirin Zachariasson-Oyelaran";
        await using TestCompany company = await TestCompany.OpenAsync();
        for (int i = 0; i < 40; i++)
        {
            // Enough for pages to be split and rows to move.
            await company.AddPersonAsync($"Bystander {i:D3} {new string('x', 80)}");
        }

        Guest guest = await company.InviteAsync(await company.AddPersonAsync(Name));
        await guest.SendAsync("good:80");
        await company.RenderAsync();
        await guest.ChooseAsync(0);
        for (int i = 0; i < 40; i++)
        {
            await company.AddPersonAsync($"Latecomer {i:D3} {new string('y', 80)}");
        }

        string email = (await company.PersonAsync(guest.PersonId)).Email;
        Assert.NotEmpty(Traces(company, Name, email));

        Assert.True((await company.DoAsync((ErasePerson use) => use.HandleAsync(company.Staff, guest.PersonId, forget: true, Stop))).Ok);
        await company.DoAsync((CarryOutErasures use) => use.HandleAsync(company.Tenant, Stop));

        Assert.Empty(Traces(company, Name, email));
        Assert.Null((await AuditAsync(company)).Break);
        Assert.Equal([ConsentEventKind.Lapsed, ConsentEventKind.Given], await ConsentsAsync(company, guest.PersonId));
        Assert.Single(await company.DoAsync((IReceiptStore s) => s.OfPersonAsync(company.Tenant, guest.PersonId, Stop)));
    }

    /// <summary>An order is carried out until nobody can be writing any more; then it is gone.</summary>
    [Fact]
    public async Task CarryOut_OfWhatAWorkerWroteMeanwhile_DeletesThatToo()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.SentAsync("good:80");
        await guest.ClickAsync((ErasePerson use, OpenedInvitation opened) => use.HandleAsync(opened.Caller, guest.PersonId, forget: false, Stop));
        using MemoryStream late = new([1, 2, 3]);
        await company.DoAsync((IBlobStore blobs) => blobs.PutAsync(company.Tenant, $"{PhotoKeys.Person(guest.PersonId)}headshots/late/0.jpg", late, Stop));

        company.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(1, await company.DoAsync((CarryOutErasures use) => use.HandleAsync(company.Tenant, Stop)));
        Assert.Empty(company.Files(guest.PersonId.ToString("N")));

        company.Time.Advance(TimeSpan.FromMinutes(2));
        await company.DoAsync((CarryOutErasures use) => use.HandleAsync(company.Tenant, Stop));
        Assert.Equal(0, await company.DoAsync((CarryOutErasures use) => use.HandleAsync(company.Tenant, Stop)));
    }

    private static string[] Traces(TestCompany company, string name, string email)
    {
        SqliteConnection.ClearAllPools();
        List<string> found = [];
        foreach (string file in new[] { company.Database, $"{company.Database}-wal" }.Where(File.Exists))
        {
            byte[] bytes = File.ReadAllBytes(file);
            foreach (string text in new[] { name, name.ToUpperInvariant(), name.ToLowerInvariant(), email })
            {
                found.AddRange(new[] { Encoding.UTF8, Encoding.Unicode }.Where(e => bytes.AsSpan().IndexOf(e.GetBytes(text)) >= 0).Select(e => $"{text} as {e.WebName} in {Path.GetFileName(file)}"));
            }
        }

        return [.. found];
    }

    private static async Task<ConsentEventKind[]> ConsentsAsync(TestCompany company, Guid person) =>
        [.. (await company.DoAsync((IConsentLedger ledger) => ledger.OfPersonAsync(company.Tenant, person, Stop))).Select(c => c.Kind)];

    private static Task<AuditVerdict> AuditAsync(TestCompany company) => company.DoAsync((VerifyAudit use) => use.HandleAsync(company.Tenant, [], Stop));
}
