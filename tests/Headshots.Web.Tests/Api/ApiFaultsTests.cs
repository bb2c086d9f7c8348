using System.Net;
using System.Text;
using System.Text.Json;
using Headshots.Core.Tenants;
using Headshots.Web.Tests.Admin;

namespace Headshots.Web.Tests.Api;

[Collection(OfficePages.Name)]
public sealed class ApiFaultsTests(Office office)
{
    [Theory]
    [InlineData("GET", "/api", HttpStatusCode.NotFound, "address_unknown")]
    [InlineData("GET", "/api/v1/nowhere", HttpStatusCode.NotFound, "address_unknown")]
    [InlineData("GET", "/API/v2/people", HttpStatusCode.NotFound, "address_unknown")]
    [InlineData("POST", "/api/v1/nowhere", HttpStatusCode.NotFound, "address_unknown")]
    [InlineData("DELETE", "/api/v1/me", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    [InlineData("GET", "/api/v1/people?size=many", HttpStatusCode.BadRequest, "request_unreadable")]
    [InlineData("GET", "/api/v1/campaigns/00000000-0000-0000-0000-000000000001", HttpStatusCode.NotFound, "not_found")]
    public async Task Owner_AskingAmiss_GetsProblemDetails(string method, string address, HttpStatusCode status, string code)
    {
        using HttpClient owner = office.Browser(office.Own, MemberRoles.Owner);
        await ExpectAsync(owner, method, address, status, code);
    }

    [Fact]
    public async Task Nobody_GetsProblemDetailsAndNoPageToSignInOn()
    {
        using HttpClient nobody = office.Browser();
        await ExpectAsync(nobody, "GET", "/api/v1/people", HttpStatusCode.Unauthorized, "sign_in_needed");
    }

    [Fact]
    public async Task Reviewer_AskingForWhatTheyMayNot_GetsProblemDetails()
    {
        using HttpClient reviewer = office.Browser(office.Own, MemberRoles.None);
        await ExpectAsync(reviewer, "GET", "/api/v1/people", HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Body_ThatIsNoJson_IsRefusedWithProblemDetails()
    {
        using HttpClient owner = office.Browser(office.Own, MemberRoles.Owner);
        using StringContent text = new("name=Ada", Encoding.UTF8, "text/plain");
        await ExpectAsync(owner, "POST", "/api/v1/people", HttpStatusCode.UnsupportedMediaType, "body_not_json", text);
    }

    [Fact]
    public async Task Pages_ThatDoNotExist_AreStillPages()
    {
        using HttpClient owner = office.Browser(office.Own, MemberRoles.Owner);
        using HttpResponseMessage answer = await owner.GetAsync("/apiary", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    internal static async Task<JsonElement> ExpectAsync(HttpClient client, string method, string address, HttpStatusCode status, string code, HttpContent? body = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), address) { Content = body };
        using HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        JsonElement problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }
}
