namespace Headshots.Web.Texts;

/// <summary>Names the resources ProductTexts.resx (English) and ProductTexts.de.resx: what the program itself adds to a company's kits.</summary>
internal sealed class ProductTexts;
