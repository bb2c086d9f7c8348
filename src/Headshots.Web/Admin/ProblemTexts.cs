namespace Headshots.Web.Admin;

/// <summary>Names the resources ProblemTexts.resx (English) and ProblemTexts.de.resx.</summary>
internal sealed class ProblemTexts;
