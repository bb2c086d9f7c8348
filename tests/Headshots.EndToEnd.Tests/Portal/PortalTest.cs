using Headshots.EndToEnd.Tests.Browsers;
using Headshots.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace Headshots.EndToEnd.Tests.Portal;

/// <summary>A test in a browser against the sample company. Closes its windows, and says what pages complained about.</summary>
public abstract class PortalTest(SampleProgram sample, Browser browser) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _windows = [];

    /// <summary>Of scripts and of the program, on any page that the test opened; no test expects any.</summary>
    private protected List<string> Faults { get; } = [];

    private protected SampleProgram Sample => sample;

    private protected Uri Address { get; private set; } = new("http://localhost");

    public async ValueTask InitializeAsync()
    {
        _ = ChromiumOfMachine.Require();
        Address = await sample.AddressAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (IBrowserContext window in _windows)
        {
            await LastLookAsync(window);
            await window.CloseAsync();
        }

        GC.SuppressFinalize(this);
        Assert.True(Faults.Count == 0, string.Join("\n", Faults));
    }

    private protected async Task<IPage> DeskAsync(ColorScheme scheme = ColorScheme.Light) => await PageOfAsync(await browser.DeskAsync(Address, scheme));

    private protected async Task<IPage> PhoneAsync(ColorScheme scheme = ColorScheme.Light) => await PageOfAsync(await browser.PhoneAsync(Address, scheme));

    private protected async Task<IPage> NarrowAsync() => await PageOfAsync(await browser.OpenAsync(Address, 360, 740, ColorScheme.Light, phone: true));

    private protected async Task<Admin> SignedInAsync(string name = "Olivia Owner")
    {
        Admin admin = new(await DeskAsync());
        await admin.SignInAsync(name);
        return admin;
    }

    private protected async Task<Employee> OnPhoneAsync(string link) => new(await PhoneAsync(), link);

    /// <summary>Where a test failed, the pages as they stood are worth a thousand lines of a log.</summary>
    private static async Task LastLookAsync(IBrowserContext window)
    {
        if (TestContext.Current.TestState?.Result != TestResult.Failed)
        {
            return;
        }

        foreach (IPage page in window.Pages)
        {
            await Look.FailedAsync(page, TestContext.Current.TestMethod?.MethodName ?? "test");
        }
    }

    private async Task<IPage> PageOfAsync(IBrowserContext window)
    {
        _windows.Add(window);
        IPage page = await window.NewPageAsync();
        page.PageError += (_, fault) => Faults.Add($"{page.Url}: {fault}");
        page.Console += (_, message) => Faults.AddRange(message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase) ? [$"{page.Url}: {message.Text}"] : []);
        page.Response += (_, answer) => Faults.AddRange(answer.Status >= 500 ? [$"{answer.Url} answered {answer.Status}"] : []);
        return page;
    }
}
