using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Headshots.Validation.Load;

/// <summary>A company of ten thousand, made through the portal as an admin makes it: a list, a campaign, links.</summary>
/// <param name="Campaign">Into which all are invited.</param>
/// <param name="Links">Tokens of as many people as are to upload.</param>
/// <param name="Persons">Ids of some people.</param>
internal sealed partial record LoadCompany(string Campaign, IReadOnlyList<string> Links, IReadOnlyList<string> Persons)
{
    private const int Departments = 24;

    /// <summary>Fills the sample company.</summary>
    /// <param name="admin">Signed in.</param>
    /// <param name="people">How many.</param>
    /// <param name="links">How many links to fetch.</param>
    public static async Task<LoadCompany> FillAsync(PortalClient admin, int people, int links)
    {
        (Uri preview, string shown) = await admin.UploadAsync("admin/people/import", await admin.PageAsync("admin/people/import"), Csv(people), "people.csv");
        await admin.PostAsync(preview.PathAndQuery, shown, Columns(shown));

        string form = await admin.PageAsync("admin/campaigns/new");
        (Uri place, _) = await admin.PostAsync("admin/campaigns/new", form, new()
        {
            ["Form.Name"] = "Everybody",
            ["Form.KitId"] = Kit().Match(form).Groups["value"].Value,
            ["Form.Due"] = Due().Match(form).Groups["value"].Value,
            ["Form.Message"] = "Please send a photo.",
            ["Form.Who"] = "everybody",
            ["Form.WithoutMail"] = "true",
        });
        string campaign = place.AbsolutePath.Split('/')[^1];
        return new LoadCompany(campaign, await LinksAsync(admin, campaign, links), await PersonsAsync(admin));
    }

    private static byte[] Csv(int people)
    {
        StringBuilder csv = new("Name,E-mail,Department,Number\n");
        for (int i = 0; i < people; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"Person {i:D5},person{i:D5}@load.example,Department {i % Departments:D2},L{i:D5}\n");
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static Dictionary<string, string> Columns(string preview)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (Match field in HiddenColumn().Matches(preview))
        {
            fields[field.Groups["name"].Value] = field.Groups["value"].Value;
        }

        return fields;
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(PortalClient admin, string campaign, int wanted)
    {
        List<string> links = [];
        string? place = $"admin/campaigns/{campaign}?q=person";
        while (links.Count < wanted && place is not null)
        {
            string page = await admin.PageAsync(place);
            links.AddRange(Link().Matches(page).Select(m => m.Groups["value"].Value));
            place = Next().Match(page) is { Success: true } next ? System.Net.WebUtility.HtmlDecode(next.Groups["value"].Value).TrimStart('/') : null;
        }

        return links.Count >= wanted ? links[..wanted] : throw new InvalidOperationException($"{wanted} links were wanted, and the campaign shows {links.Count}.");
    }

    private static async Task<IReadOnlyList<string>> PersonsAsync(PortalClient admin) =>
        [.. Person().Matches(await admin.PageAsync("admin/people")).Select(m => m.Groups["value"].Value).Distinct()];

    [GeneratedRegex("name=\"Form.KitId\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex Kit();

    [GeneratedRegex("name=\"Form.Due\"[^>]*value=\"(?<value>[^\"]+)\"")]
    private static partial Regex Due();

    [GeneratedRegex("type=\"hidden\" name=\"(?<name>Map\\.[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenColumn();

    [GeneratedRegex("data-copy=\"[^\"]*/i/(?<value>[A-Za-z0-9_\\-]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("rel=\"next\" href=\"(?<value>[^\"]+)\"")]
    private static partial Regex Next();

    [GeneratedRegex("href=\"/admin/people/(?<value>[0-9a-f\\-]{36})\"")]
    private static partial Regex Person();
}
