namespace Headshots.Web.Admin.Campaigns;

/// <summary>Names the resources CampaignTexts.resx (English) and CampaignTexts.de.resx.</summary>
internal sealed class CampaignTexts;
