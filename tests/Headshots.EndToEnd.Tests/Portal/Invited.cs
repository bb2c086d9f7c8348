namespace Headshots.EndToEnd.Tests.Portal;

/// <summary>Somebody who was just invited into a campaign of their own, and how they are reached.</summary>
/// <param name="Name">As in the portal.</param>
/// <param name="Email">Where the mail went.</param>
/// <param name="Campaign">Its id.</param>
/// <param name="Link">From the portal, or from the mail.</param>
internal sealed record Invited(string Name, string Email, Guid Campaign, string Link)
{
    /// <summary>Adds somebody to the sample company and invites them into its own campaign, with a kit that is published already.</summary>
    public static async Task<Invited> IntoSampleAsync(Admin admin, string name)
    {
        string email = $"{name.Replace(' ', '.').ToLowerInvariant()}@contoso.example";
        await admin.AddPersonAsync(name, email, "Trials");
        Guid campaign = await admin.CampaignCalledAsync("New team photos");
        await admin.InviteAsync(name, campaign);
        return new Invited(name, email, campaign, await admin.LinkOfAsync(name, campaign));
    }
}
