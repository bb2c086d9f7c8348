namespace Headshots.Web.Admin.Settings;

/// <summary>Names the resources SettingsTexts.resx (English) and SettingsTexts.de.resx.</summary>
internal sealed class SettingsTexts;
