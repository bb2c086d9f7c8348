namespace Headshots.Web.Texts;

/// <summary>Names the resources ProblemTexts.resx (English) and ProblemTexts.de.resx, by the codes of Core and studio.</summary>
internal sealed class ProblemTexts;
