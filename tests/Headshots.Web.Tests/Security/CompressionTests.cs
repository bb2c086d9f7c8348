using System.Net;
using Headshots.Core.Tenants;
using Headshots.Web.Tests.Admin;

namespace Headshots.Web.Tests.Security;

[Collection(OfficePages.Name)]
public sealed class CompressionTests(Office office)
{
    [Theory]
    [InlineData("/admin", "br", "br")]
    [InlineData("/admin", "gzip", "gzip")]
    [InlineData("/admin", "identity", null)]
    [InlineData("/api/v1/me", "br", "br")]
    [InlineData("/api/v1/people?search=a", "br", "br")]
    [InlineData("/api/v1/nowhere", "br", "br")]
    public async Task Answer_OfAMember_IsCompressedAsTheBrowserWishes(string address, string accepted, string? encoding) =>
        Assert.Equal(encoding, await EncodingAsync(address, accepted, office.Own));

    [Fact]
    public async Task Page_OfAMemberThatRepeatsItsAddress_IsNotCompressed() =>
        Assert.Null(await EncodingAsync("/admin/people?search=signature", "br", office.Own));

    [Fact]
    public async Task Page_OfNobody_IsCompressedWhateverItsAddress() => Assert.Equal("br", await EncodingAsync("/signin?returnUrl=%2Fadmin", "br", null));

    [Fact]
    public async Task Events_OfProgress_ArriveOneByOneAndUncompressed()
    {
        using HttpClient browser = office.Browser(office.Own, MemberRoles.Owner);
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.AcceptEncoding.ParseAdd("br");
        using HttpResponseMessage answer = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using Stream stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using StreamReader lines = new(stream);

        // The stream goes on for minutes: a line that waited for it to end would never be read here.
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All(answer.Content.Headers.ContentEncoding, encoding => Assert.Equal("identity", encoding));
        Assert.StartsWith("data: {", await lines.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<string?> EncodingAsync(string address, string accepted, Company? company)
    {
        using HttpClient browser = office.Browser(company, MemberRoles.Owner);
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd(accepted);
        using HttpResponseMessage answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.Content.Headers.ContentEncoding.SingleOrDefault();
    }
}
