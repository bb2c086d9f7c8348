using Headshots.EndToEnd.Tests.Browsers;
using Headshots.EndToEnd.Tests.Portal;
using Microsoft.Playwright;

namespace Headshots.EndToEnd.Tests.Pages;

/// <summary>What a first visit costs on a phone's network.</summary>
public sealed class WeightTests(SampleProgram sample, Browser browser) : PortalTest(sample, browser)
{
    private const int Most = 100 * 1024;

    [Theory]
    [InlineData("Kavi", "")]
    [InlineData(null, "signin")]
    public async Task FirstPage_OnAPhone_WeighsLessThanAHundredKilobytes(string? invited, string place)
    {
        string address = invited is null ? place : $"i/{(await Sample.FactsAsync()).Tokens[invited]}";
        IPage phone = await PhoneAsync();
        List<IRequest> requests = [];
        phone.RequestFinished += (_, request) => requests.Add(request);

        await phone.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });

        int bytes = 0;
        List<string> parts = [];
        foreach (IRequest request in requests)
        {
            RequestSizesResult sizes = await request.SizesAsync();
            bytes += sizes.ResponseHeadersSize + sizes.ResponseBodySize;
            parts.Add($"{request.Url} {sizes.ResponseBodySize}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes: {string.Join(", ", parts)}");
        Assert.InRange(bytes, 1, Most);
    }
}
