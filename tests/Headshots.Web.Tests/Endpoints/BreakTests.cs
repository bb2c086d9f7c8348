using System.Net;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>What breaks says that it broke, whatever was asked of it.</summary>
public sealed class BreakTests
{
    [Fact]
    public async Task Page_ThatBreaks_Is500WithASentence()
    {
        await using EndpointHost host = await EndpointHost.StartAsync(endpoints =>
            endpoints.MapMethods("/broken/{id?}", ["GET", "POST", "PUT", "DELETE"], IResult () => throw new InvalidOperationException("A secret of the server.")));
        using HttpClient client = host.Client();
        foreach (string method in new[] { "GET", "POST", "PUT", "DELETE" })
        {
            foreach (string address in new[] { "/broken", "/broken/7?handler=Odd&code=404" })
            {
                HttpRequestMessage request = new(new HttpMethod(method), address) { Content = method == "GET" ? null : new FormUrlEncodedContent([new("code", "200"), new("code", "x")]) };
                Answer answer = await Answer.OfAsync(client, request);

                Assert.True(answer.Status == HttpStatusCode.InternalServerError, $"{method} {address} answered {answer.Status}: {string.Join('\n', host.Faults.TakeLast(2))}");
                Assert.Contains("<h1", answer.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
            }
        }
    }
}
