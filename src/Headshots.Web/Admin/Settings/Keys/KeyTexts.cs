namespace Headshots.Web.Admin.Settings.Keys;

/// <summary>Names the resources KeyTexts.resx (English) and KeyTexts.de.resx.</summary>
internal sealed class KeyTexts;
