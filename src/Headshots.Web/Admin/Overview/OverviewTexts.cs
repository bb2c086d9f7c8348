namespace Headshots.Web.Admin.Overview;

/// <summary>Names the resources OverviewTexts.resx (English) and OverviewTexts.de.resx.</summary>
internal sealed class OverviewTexts;
