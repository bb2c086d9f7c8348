using Microsoft.Playwright;

namespace Headshots.EndToEnd.Tests.Portal;

/// <summary>What somebody does who looks at headshots before they are published.</summary>
internal sealed class Reviewer(IPage page)
{
    public IPage Page => page;

    /// <summary>Opens a campaign's queue at somebody's headshot.</summary>
    public async Task OpenAsync(Guid campaign, string name)
    {
        await page.GotoAsync($"admin/review?campaign={campaign}");
        await page.Locator(".queue-item a", new() { Has = page.GetByRole(AriaRole.Img, new() { Name = name }) }).ClickAsync();
        await page.Locator(".review-side").GetByRole(AriaRole.Link, new() { Name = name }).WaitForAsync();
    }

    /// <summary>Photo and headshot are both there to compare.</summary>
    public async Task ComparesAsync()
    {
        ILocator pictures = page.Locator(".review-picture img");
        await Assertions.Expect(pictures).ToHaveCountAsync(2);
        for (int i = 0; i < 2; i++)
        {
            await Assertions.Expect(pictures.Nth(i)).ToHaveJSPropertyAsync("complete", true);
            Assert.True(await pictures.Nth(i).EvaluateAsync<int>("image => image.naturalWidth") > 0);
        }
    }

    public async Task ApproveAsync()
    {
        await page.Locator(".review-actions").GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await page.GetByText("1 approved.").WaitForAsync();
    }
}
