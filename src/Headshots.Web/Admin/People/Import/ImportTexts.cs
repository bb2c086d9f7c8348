namespace Headshots.Web.Admin.People.Import;

/// <summary>Names the resources ImportTexts.resx (English) and ImportTexts.de.resx.</summary>
internal sealed class ImportTexts;
