using System.Globalization;
using System.Text;
using Headshots.EndToEnd.Tests.Browsers;
using Headshots.EndToEnd.Tests.Portal;
using Microsoft.Playwright;

namespace Headshots.EndToEnd.Tests.Mishaps;

/// <summary>Lists of people that are full of mistakes.</summary>
public sealed class ImportTests(SampleProgram sample, Browser browser) : PortalTest(sample, browser)
{
    private const int Wrong = 500;

    [Fact]
    public async Task Import_WithFiveHundredWrongRows_NamesEachAndTakesTheGoodOnes()
    {
        StringBuilder csv = new("Name,E-mail,Department\n");
        for (int i = 0; i < Wrong; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"Wrong {i},not-an-address-{i},Trials\n");
        }

        csv.Append("Ilse Import,ilse.import@contoso.example,Trials\n");
        Admin admin = await SignedInAsync();
        IPage page = admin.Page;

        await admin.PreviewImportAsync(csv.ToString());

        await Assertions.Expect(page.Locator(".stat-bad .stat-value")).ToHaveTextAsync("500");
        ILocator errors = page.Locator("section[aria-labelledby=errors]");
        await Assertions.Expect(errors.Locator("tbody tr").First).ToContainTextAsync("2");
        await Assertions.Expect(errors.Locator("tbody tr").First).ToContainTextAsync("e-mail");
        IDownload list = await page.RunAndWaitForDownloadAsync(() => errors.GetByRole(AriaRole.Link).ClickAsync());
        string[] lines = await File.ReadAllLinesAsync(await list.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(1 + Wrong, lines.Length);

        await page.Locator("main form[method=post] button").ClickAsync();
        await page.GotoAsync("admin/people?q=Ilse%20Import");
        await Assertions.Expect(page.Locator("#people tbody tr")).ToHaveCountAsync(1);
        await page.GotoAsync("admin/people?q=not-an-address");
        await Assertions.Expect(page.Locator("#people tbody tr")).ToHaveCountAsync(0);
    }
}
