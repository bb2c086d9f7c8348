namespace Headshots.Web.Admin.Reviewing;

/// <summary>Names the resources ReviewTexts.resx (English) and ReviewTexts.de.resx.</summary>
internal sealed class ReviewTexts;
