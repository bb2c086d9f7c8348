namespace Headshots.Web.Admin;

/// <summary>Names the resources AdminTexts.resx (English) and AdminTexts.de.resx.</summary>
internal sealed class AdminTexts;
