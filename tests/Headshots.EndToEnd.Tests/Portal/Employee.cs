using Headshots.EndToEnd.Tests.Browsers;
using Microsoft.Playwright;

namespace Headshots.EndToEnd.Tests.Portal;

/// <summary>What an employee does on their phone.</summary>
/// <param name="page">Of the phone.</param>
/// <param name="link">From the mail.</param>
internal sealed class Employee(IPage page, string link)
{
    /// <summary>A render on a machine that does other things.</summary>
    private const float DevelopsWithinMs = 4 * Browser.PatienceMs;

    public IPage Page => page;

    public ILocator Verdicts => page.Locator("#photos .photo-row");

    public ILocator Send => page.GetByRole(AriaRole.Button, new() { Name = "Make headshots" });

    public async Task AgreeAsync()
    {
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Agree and continue" }).ClickAsync();
        await page.WaitForURLAsync("**/photos");
    }

    /// <summary>Opens the camera, follows the coach from too far to good, takes the photo and uses it.</summary>
    /// <returns>What the coach said, in order.</returns>
    public async Task<IReadOnlyList<string>> TakePhotoAsync()
    {
        List<string> advice = [];
        await page.Locator("[data-camera-open]").ClickAsync();
        await AdvisedAsync("TooFar");
        advice.Add(await page.Locator("[data-coach]").InnerTextAsync());
        await AdvisedAsync("Ready");
        advice.Add(await page.Locator("[data-coach]").InnerTextAsync());
        await page.Locator("[data-shutter]").ClickAsync();
        await page.Locator("[data-use]").ClickAsync();
        return advice;
    }

    public Task UploadAsync(params string[] files) => page.Locator("input[type=file]").SetInputFilesAsync(files);

    /// <summary>Waits until the page says what it thinks of a photo.</summary>
    public Task JudgedAsync(int photos = 1) => Assertions.Expect(Verdicts).ToHaveCountAsync(photos, new() { Timeout = 2 * Browser.PatienceMs });

    public async Task SendAsync()
    {
        await Send.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/status", StringComparison.Ordinal) || url.Contains("/choose", StringComparison.Ordinal));
    }

    /// <summary>Stays on the page that waits until it moves on by itself.</summary>
    public Task DevelopedAsync() => page.WaitForURLAsync("**/choose", new() { Timeout = DevelopsWithinMs });

    public async Task ChooseAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this headshot" }).ClickAsync();
        await page.WaitForURLAsync("**/status");
    }

    private Task AdvisedAsync(string advice) => page.Locator($"dialog.camera[data-advice={advice}]").WaitForAsync(new() { Timeout = 2 * Browser.PatienceMs });
}
