namespace Headshots.Web.Admin.Kits;

/// <summary>Names the resources KitTexts.resx (English) and KitTexts.de.resx.</summary>
internal sealed class KitTexts;
