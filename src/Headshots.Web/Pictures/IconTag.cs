using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Headshots.Web.Pictures;

/// <summary>&lt;icon name="camera" /&gt;: a Fluent icon of client/icons.txt. Decoration: the words beside it say the same.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag : TagHelper
{
    public required string Name { get; set; }

    /// <summary>Whether it is drawn larger than a line of text.</summary>
    public bool Large { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Large ? "icon icon-large" : "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("width", Large ? "28" : "20");
        output.Attributes.SetAttribute("height", Large ? "28" : "20");
        output.Content.SetHtmlContent($"<use href=\"{StaticAddress.Of(ViewContext.HttpContext, "icons.svg")}#{Name}\"></use>");
    }
}
