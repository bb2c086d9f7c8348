namespace Headshots.Web.Identity;

/// <summary>Names the resources IdentityTexts.resx (English) and IdentityTexts.de.resx.</summary>
internal sealed class IdentityTexts;
