using Headshots.EndToEnd.Tests.Browsers;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Headshots.EndToEnd.Tests.Browsers;

/// <summary>One browser for all tests; each gets windows of its own that share nothing.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Of one step: generous, because the machine that tests may do other things.</summary>
    public const float PatienceMs = 60_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("headshots-camera-");
    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _driver;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A phone that is held upright.</summary>
    public Task<IBrowserContext> PhoneAsync(Uri address, ColorScheme scheme = ColorScheme.Light) => OpenAsync(address, 390, 844, scheme, phone: true);

    /// <summary>A window on a desk.</summary>
    public Task<IBrowserContext> DeskAsync(Uri address, ColorScheme scheme = ColorScheme.Light) => OpenAsync(address, 1440, 900, scheme, phone: false);

    public async Task<IBrowserContext> OpenAsync(Uri address, int width, int height, ColorScheme scheme, bool phone)
    {
        IBrowser browser = await StartedAsync();
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.AbsoluteUri,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            DeviceScaleFactor = phone ? 2 : 1,
            IsMobile = phone,
            HasTouch = phone,
            ColorScheme = scheme,
            Locale = "en-GB",
            AcceptDownloads = true,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(PatienceMs);
        context.SetDefaultNavigationTimeout(PatienceMs);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _driver?.Dispose();
        _starting.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<IBrowser> StartedAsync()
    {
        string program = ChromiumOfMachine.Require();
        await _starting.WaitAsync();
        try
        {
            return _browser ??= await StartAsync(program);
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<IBrowser> StartAsync(string program)
    {
        string film = Path.Combine(_folder.FullName, "sitter.mjpeg");
        FakeCamera.Film(film);
        _driver = await Playwright.CreateAsync();
        return await _driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Timeout = 2 * PatienceMs,
            Args =
            [
                "--headless=new", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
                "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-video-capture={film}",
            ],
        });
    }
}
