namespace Headshots.Web.Texts;

/// <summary>Names the resources ShellTexts.resx (English) and ShellTexts.de.resx.</summary>
internal sealed class ShellTexts;
