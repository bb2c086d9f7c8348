namespace Headshots.Web.Admin.People;

/// <summary>Names the resources PeopleTexts.resx (English) and PeopleTexts.de.resx.</summary>
internal sealed class PeopleTexts;
