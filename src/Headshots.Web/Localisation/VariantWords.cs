using Headshots.Core.Rendering;
using Headshots.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Localisation;

/// <summary>Names of a headshot's variants: those that come with the program in the reader's language, a kit's own as HR wrote them.</summary>
internal sealed class VariantWords(IStringLocalizer<ProductTexts> texts)
{
    public string Of(string variant) => OwnVariants.CodeOf(variant) is { } code ? texts[$"Variant.{code}"] : variant;
}
