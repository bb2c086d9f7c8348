using System.Text.RegularExpressions;
using Headshots.EndToEnd.Tests.Browsers;
using Headshots.EndToEnd.Tests.Portal;
using Headshots.TestKit;
using Microsoft.Playwright;

namespace Headshots.EndToEnd.Tests.Pages;

/// <summary>Every page: usable with a screen reader, light and dark, on a narrow phone and on a desk.</summary>
public sealed partial class PageTests(SampleProgram sample, Browser browser) : PortalTest(sample, browser)
{
    public static TheoryData<string> Names => [.. PortalPages.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Page_LightAndDark_IsAccessibleAndFits(string name)
    {
        PortalPageState state = PortalPages.All.Single(p => p.Name == name);
        SampleFacts facts = await Sample.FactsAsync();
        IPage page = state.Route.StartsWith("/admin", StringComparison.Ordinal) ? (await SignedInAsync()).Page : await DeskAsync();

        await page.GotoAsync(state.AddressOf(facts));

        await InspectAsync(page, name);
    }

    [Theory]
    [InlineData("photos")]
    [InlineData("own-photo")]
    public async Task Page_WherePhotosAreAdded_IsAccessibleAndFits(string way)
    {
        Invited invited = await Invited.IntoSampleAsync(await SignedInAsync(), $"Page of {way}");
        Employee person = new(await DeskAsync(), invited.Link);
        await person.AgreeAsync();
        await person.Page.GotoAsync($"{invited.Link}/{way}");
        await InspectAsync(person.Page, $"{way}-empty");

        await person.UploadAsync(SitterPhoto.Path);
        await person.JudgedAsync();

        await InspectAsync(person.Page, way);
        await person.SendAsync();
        await InspectAsync(person.Page, $"{way}-waiting");
    }

    [Fact]
    public async Task Page_ThatPreviewsAnImport_IsAccessibleAndFits()
    {
        Admin admin = await SignedInAsync();
        await admin.PreviewImportAsync("Name,E-mail\nGood One,good.one@contoso.example\nWrong One,nowhere\n");

        await InspectAsync(admin.Page, "import-preview");
    }

    /// <summary>Else no test would fail of what the policy refuses.</summary>
    [Fact]
    public async Task Page_ThatBreaksThePolicy_IsNoticed()
    {
        IPage page = await DeskAsync();
        await page.GotoAsync("signin");
        Task<IConsoleMessage> said = page.WaitForConsoleMessageAsync();
        await page.EvaluateAsync("() => document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = 1' }))");
        await said;

        Assert.Contains("Content Security Policy", Assert.Single(Faults), StringComparison.Ordinal);
        Faults.Clear();
    }

    /// <summary>A page that was added has to be looked at by these tests, too.</summary>
    [Fact]
    public void Pages_OfThePortal_AreAllLookedAt()
    {
        string[] declared =
        [
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Headshots.Web"), "*.cshtml", SearchOption.AllDirectories)
                .Select(File.ReadAllText).Select(text => Declaration().Match(text)).Where(m => m.Success).Select(m => m.Groups["route"].Value),
        ];

        Assert.NotEmpty(declared);
        Assert.Empty(declared.Except([.. PortalPages.All.Select(p => p.Route), .. PortalPages.NoPages, .. PortalPages.WithSteps]));
    }

    private static async Task InspectAsync(IPage page, string name)
    {
        List<string> problems = [.. await Look.BarriersAsync(page)];
        await page.SetViewportSizeAsync(390, 844);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        problems.AddRange(await Look.BarriersAsync(page));
        problems.AddRange(await Look.OverflowsAsync(page));
        await Look.PictureAsync(page, name);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(1440, 900);
        Assert.True(problems.Count == 0, $"{name}: {string.Join("\n", problems)}");
    }

    [GeneratedRegex("^@page \"(?<route>[^\"]+)\"", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
