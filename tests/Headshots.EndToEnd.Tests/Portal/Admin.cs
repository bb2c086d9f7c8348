using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Headshots.EndToEnd.Tests.Portal;

/// <summary>What somebody of the company does in the portal, by the words that they see.</summary>
internal sealed partial class Admin(IPage page)
{
    public IPage Page => page;

    /// <summary>Signs in as somebody of the sample company, which is founded a moment after the program has started.</summary>
    public async Task SignInAsync(string name)
    {
        ILocator person = page.GetByRole(AriaRole.Button, new() { Name = name });
        for (int attempt = 0; attempt < 120; attempt++)
        {
            await page.GotoAsync("signin");
            if (await person.CountAsync() > 0)
            {
                break;
            }

            await Task.Delay(1000, TestContext.Current.CancellationToken);
        }

        await person.ClickAsync();

        // What one sees, not the load event: the overview renews itself while the sample grows, and such a moment can swallow it.
        await page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("main h1").First.WaitForAsync();
    }

    /// <summary>Begins a kit from a ready one, names it and publishes it.</summary>
    public async Task PublishKitAsync(string ready, string name)
    {
        await page.GotoAsync("admin/kits/new");
        await page.GetByLabel("Name").FillAsync(name);
        await page.Locator($"input[name=Kit][value={ready}]").CheckAsync(new() { Force = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin with this" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = name }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Assertions.Expect(page.Locator("header .pill-success")).ToContainTextAsync("1");
    }

    public async Task AddPersonAsync(string name, string email, string department)
    {
        await page.GotoAsync("admin/people/new");
        await page.Locator("[name='Form.Name']").FillAsync(name);
        await page.Locator("[name='Form.Email']").FillAsync(email);
        await page.Locator("[name='Form.Department']").FillAsync(department);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
    }

    /// <summary>Creates a campaign that nobody is invited into yet, due in two weeks.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> CreateCampaignAsync(string name, string kit, string message)
    {
        await page.GotoAsync("admin/campaigns/new");
        await page.Locator("[name='Form.Name']").FillAsync(name);
        await page.Locator("label.candidate", new() { HasText = kit }).ClickAsync();
        string today = await page.Locator("[name='Form.Due']").GetAttributeAsync("min") ?? throw new InvalidOperationException("No first day.");
        string due = DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await page.Locator("[name='Form.Due']").FillAsync(due);
        await page.Locator("[name='Form.Message']").FillAsync(message);
        await page.Locator("input[name='Form.Who'][value=later]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Create campaign" }).ClickAsync();
        await page.WaitForURLAsync(Campaign());
        return Guid.Parse(Campaign().Match(page.Url).Groups["id"].Value);
    }

    /// <summary>A campaign of the sample company.</summary>
    public async Task<Guid> CampaignCalledAsync(string name)
    {
        await page.GotoAsync("admin/campaigns");
        await page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await page.WaitForURLAsync(Campaign());
        return Guid.Parse(Campaign().Match(page.Url).Groups["id"].Value);
    }

    /// <summary>Invites one person from the list of people.</summary>
    public async Task InviteAsync(string name, Guid campaign)
    {
        await page.GotoAsync($"admin/people?q={Uri.EscapeDataString(name)}");
        await page.Locator("tr", new() { HasText = name }).Locator("[data-select]").CheckAsync(new() { Force = true });
        await page.Locator("select[name=campaign]").SelectOptionAsync(campaign.ToString());
        await page.Locator("[data-when-selected] button.button-primary").ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Uploads a list of people and stops where the portal shows what it would do.</summary>
    public async Task PreviewImportAsync(string csv)
    {
        await page.GotoAsync("admin/people/import");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "people.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await page.WaitForURLAsync("**/import/*");
    }

    /// <summary>Opens the page of one person.</summary>
    public async Task OpenPersonAsync(string name)
    {
        await page.GotoAsync($"admin/people?q={Uri.EscapeDataString(name)}");
        await page.Locator("#people a.who", new() { HasText = name }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = name }).WaitForAsync();
    }

    /// <summary>The personal link as the portal shows it to whoever may pass it on.</summary>
    public async Task<string> LinkOfAsync(string name, Guid campaign)
    {
        await page.GotoAsync($"admin/campaigns/{campaign}?q={Uri.EscapeDataString(name)}");
        return await page.Locator("tr", new() { HasText = name }).Locator("[data-copy]").GetAttributeAsync("data-copy")
            ?? throw new InvalidOperationException($"{name} has no link.");
    }

    /// <summary>Takes somebody's link back.</summary>
    public async Task TakeLinkBackAsync(Invited person)
    {
        await OpenLinkAsync(person);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take links back" }).ClickAsync();
        await page.GetByText("This link was taken back").WaitForAsync();
    }

    /// <summary>Makes somebody a new link instead of the one they have.</summary>
    /// <returns>The new one.</returns>
    public async Task<string> RenewLinkAsync(Invited person)
    {
        await OpenLinkAsync(person);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a new link" }).First.ClickAsync();
        await page.Locator("#renew-dialog [data-confirm-yes]").ClickAsync();
        await Assertions.Expect(page.Locator("#link")).Not.ToHaveValueAsync(person.Link);
        return await page.Locator("#link").InputValueAsync();
    }

    private async Task OpenLinkAsync(Invited person)
    {
        await page.GotoAsync($"admin/campaigns/{person.Campaign}?q={Uri.EscapeDataString(person.Name)}");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Link of {person.Name}", Exact = true }).ClickAsync();
        await page.Locator("#link").WaitForAsync();
    }

    [GeneratedRegex(@"/admin/campaigns/(?<id>[0-9a-f\-]{36})(?:\?.*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Campaign();
}
