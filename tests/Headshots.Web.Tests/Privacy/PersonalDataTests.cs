using System.IO.Compression;
using System.Net;
using Headshots.Core.Invitations;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Shared;
using Headshots.Core.Signing;
using Headshots.Core.Tenants;
using Headshots.Web.Tests.Admin;
using Headshots.Web.Tests.Employee;
using Headshots.Web.Tests.Hosting;

namespace Headshots.Web.Tests.Privacy;

[Collection(PortalPages.Name)]
public sealed class PersonalDataTests(PortalHost portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Data_ThroughTheLink_IsEverythingAndKeptNowhere()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.SendPhotoAsync();
        await ada.RenderAsync();

        using HttpResponseMessage answer = await ada.PostAsync("data");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        await using ZipArchive zip = new(await answer.Content.ReadAsStreamAsync(Cancellation));
        string[] names = [.. zip.Entries.Select(e => e.FullName)];
        Assert.Contains("person.json", names);
        Assert.Contains("consents.json", names);
        ZipArchiveEntry photo = Assert.Single(zip.Entries, e => e.FullName.StartsWith("photos/", StringComparison.Ordinal));
        using MemoryStream bytes = new();
        await using (Stream content = await photo.OpenAsync(Cancellation))
        {
            await content.CopyToAsync(bytes, Cancellation);
        }

        Assert.Equal(MagicStudio.Photo(), bytes.ToArray());
        Assert.Contains(names, n => n.StartsWith("headshots/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Data_ThroughALinkThatWasTakenBack_IsRefused()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.SendPhotoAsync();
        Guid invitation = (await ada.InvitationAsync()).Id;
        await portal.WithAsync<RevokeInvitations, Result<int>>(r => r.HandleAsync(Caller.System(ada.Tenant), [invitation], Cancellation));

        using HttpResponseMessage answer = await ada.PostAsync("data");
        using HttpResponseMessage unknown = await ada.Browser.PostAsync($"/i/{new string('x', 43)}/data", null, Cancellation);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Receipt_AfterWithdrawing_IsWhatThePublishedKeySigned()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.SendPhotoAsync();
        using HttpResponseMessage none = await ada.GetAsync("receipt");
        using HttpResponseMessage done = await ada.PostAsync("withdraw");
        using HttpResponseMessage page = await ada.GetAsync("withdraw");
        using HttpResponseMessage receipt = await ada.GetAsync("receipt");
        using HttpResponseMessage keys = await ada.Browser.GetAsync("/.well-known/headshots-keys.json", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Contains($"{ada.Link}/receipt", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        string document = await receipt.Content.ReadAsStringAsync(Cancellation);
        IReadOnlyList<VerificationKey> published = VerificationKey.ReadSet(await keys.Content.ReadAsStringAsync(Cancellation))!;
        Assert.True(ReceiptDocument.Read(document)!.IsSignedBy(Assert.Single(published)));
        Assert.Equal(1, ReceiptDocument.Read(document)!.Receipt.Deleted.Photos);
        Assert.DoesNotContain("Lovelace", document, StringComparison.Ordinal);
        Assert.True(receipt.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Status_OfSomebodyWhoAgreed_SaysWhenAndToWhat()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.SendPhotoAsync();
        using HttpResponseMessage english = await ada.GetAsync("status");
        using HttpResponseMessage german = await ada.GetAsync("status", "de");

        Assert.Contains("You agreed on", await Page.TextAsync(english), StringComparison.Ordinal);
        Assert.Contains("Sie haben am", await Page.TextAsync(german), StringComparison.Ordinal);
    }
}

/// <summary>The same from the portal, by those who look after people.</summary>
[Collection(OfficePages.Name)]
public sealed class PersonExportPageTests(Office office)
{
    [Theory]
    [InlineData(MemberRoles.Reviewer)]
    [InlineData(MemberRoles.Auditor)]
    [InlineData(MemberRoles.DirectoryAdmin)]
    public async Task Export_ByWhoMayOnlyLook_IsForbidden(MemberRoles role)
    {
        using HttpClient member = office.Browser(office.Own, role);
        using HttpResponseMessage answer = await member.PostAsync($"/admin/people/{office.Own.Person}?handler=Export", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
