using System.Net;
using System.Text.Json;
using Headshots.Web.Tests.Hosting;

namespace Headshots.Web.Tests.Api;

[Collection(PortalPages.Name)]
public sealed class ApiBreakTests(PortalHost portal)
{
    [Fact]
    public async Task Fault_BelowTheApi_IsProblemDetailsAndTellsNothingOfTheServer()
    {
        using HttpClient client = portal.Client();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        JsonElement problem = await ApiFaultsTests.ExpectAsync(client, "GET", PortalHost.Broken, HttpStatusCode.InternalServerError, "fault");

        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }
}
