namespace Headshots.Web.Admin.Downloads;

/// <summary>Names the resources DownloadTexts.resx (English) and DownloadTexts.de.resx.</summary>
internal sealed class DownloadTexts;
