namespace Headshots.Web.Texts;

/// <summary>Names the resources EmployeeTexts.resx (English) and EmployeeTexts.de.resx.</summary>
internal sealed class EmployeeTexts;
