using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Headshots.EndToEnd.Tests.Pages;

/// <summary>Looks at a page as it stands: for rules of accessibility, for its width, and as a picture.</summary>
internal static class Look
{
    /// <summary>Folder for screenshots; none are taken without it.</summary>
    private const string ScreenshotsVariable = "HEADSHOTS_SCREENSHOTS";

    private static readonly (int Width, int Height)[] _sizes = [(1440, 900), (390, 844)];

    /// <summary>What axe finds against WCAG 2.2 AA and its best practices; nothing when all is well.</summary>
    public static async Task<IEnumerable<string>> BarriersAsync(IPage page)
    {
        await SettledAsync(page);
        AxeResult result = await page.RunAxe();
        return result.Violations.Select(v => $"at {page.ViewportSize!.Width} px {v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Select(Describe))}");
    }

    /// <summary>What has to be scrolled sideways on the narrowest phone.</summary>
    public static async Task<IEnumerable<string>> OverflowsAsync(IPage page)
    {
        await page.SetViewportSizeAsync(360, 740);
        return (await page.EvaluateAsync<string[]>(
            """
            () => {
              const most = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= most) return [];
              return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > most + 1)
                .map(e => `${e.tagName.toLowerCase()}.${e.className} reaches ${Math.round(e.getBoundingClientRect().right)} of ${most}`).slice(0, 8);
            }
            """)).Select(wide => $"at 360 px wider than the screen: {wide}");
    }

    /// <summary>Pictures in two sizes, light and dark, where a folder for them is given.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable(ScreenshotsVariable) is not { Length: > 0 } folder)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        foreach ((int width, int height) in _sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await LoadPicturesAsync(page);
                await page.ScreenshotAsync(new()
                {
                    Path = Path.Combine(folder, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png"),
                    FullPage = true,
                    Animations = ScreenshotAnimations.Disabled,
                });
            }
        }
    }

    /// <summary>A picture of where a test stopped, and the address in its log.</summary>
    public static async Task FailedAsync(IPage page, string test)
    {
        TestContext.Current.SendDiagnosticMessage($"{test} stopped at {page.Url}");
        if (Environment.GetEnvironmentVariable(ScreenshotsVariable) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"failed-{test}-{Guid.CreateVersion7():N}.png") });
        }
    }

    private static string Describe(AxeResultNode node) =>
        $"{node.Html} ({string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(c => c.Message))})";

    /// <summary>A colour on its way from light to dark has any contrast.</summary>
    private static async Task SettledAsync(IPage page) => await page.EvaluateAsync(
        """
        async () => {
          await new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)));
          const passing = document.getAnimations().filter(a => a.effect?.getComputedTiming().endTime !== Infinity);
          await Promise.race([Promise.allSettled(passing.map(a => a.finished)), new Promise(r => setTimeout(r, 3000))]);
        }
        """);

    private static async Task LoadPicturesAsync(IPage page) => await page.EvaluateAsync(
        """
        async () => {
          const pictures = [...document.images];
          pictures.forEach(i => { i.loading = 'eager'; });
          await Promise.race([
            Promise.all(pictures.map(i => i.complete ? null : new Promise(r => { i.onload = i.onerror = r; }))),
            new Promise(r => setTimeout(r, 15000)),
          ]);
        }
        """);
}
