using Headshots.EndToEnd.Tests.Browsers;
using Headshots.EndToEnd.Tests.Portal;
using Microsoft.Playwright;

namespace Headshots.EndToEnd.Tests.Pages;

/// <summary>The review queue without a mouse.</summary>
public sealed class KeyboardTests(SampleProgram sample, Browser browser) : PortalTest(sample, browser)
{
    private const int MostTabs = 80;

    [Fact]
    public async Task Review_ByTabKeyAlone_ReachesEveryDecision()
    {
        await Sample.FactsAsync();
        IPage page = (await SignedInAsync("Rosa Reviewer")).Page;
        await page.GotoAsync("admin/review");
        HashSet<string> reached = new(StringComparer.Ordinal);

        for (int i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>(
                "() => { const e = document.activeElement; return e.closest('.review-actions') ? e.textContent.trim().split(/\\s+/)[0] : e.closest('.compare, compare') ? 'slider' : e.closest('.queue-item') ? 'queue' : e.tagName; }"));
        }

        Assert.Contains("queue", reached);
        Assert.Contains("Approve", reached);
        Assert.Contains("Ask", reached);
        Assert.Contains("slider", reached);
    }

    [Fact]
    public async Task Review_ByItsKeys_MovesRejectsAndUndoes()
    {
        await Sample.FactsAsync();
        IPage page = (await SignedInAsync("Rosa Reviewer")).Page;
        await page.GotoAsync("admin/review");
        string first = await NameAsync(page);

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".review-side .who a")).Not.ToHaveTextAsync(first);
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator(".review-side .who a")).ToHaveTextAsync(first);

        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.Locator("#reject-dialog")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#reject-dialog")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("a");
        await page.GetByText("1 approved.").WaitForAsync();
        await page.Keyboard.PressAsync("u");
        await page.GetByText("1 taken back.").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = first, Exact = true })).ToHaveCountAsync(1);
    }

    private static Task<string> NameAsync(IPage page) => page.Locator(".review-side .who a").InnerTextAsync();
}
