using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Headshots.Web.Pictures;

/// <summary>Two pictures of one person, the later one laid over the earlier one with a movable edge; side by side without script.</summary>
[HtmlTargetElement("compare", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CompareTag : TagHelper
{
    public required string Before { get; set; }

    public required string BeforeLabel { get; set; }

    public required string BeforeAlt { get; set; }

    public required string After { get; set; }

    public required string AfterLabel { get; set; }

    public required string AfterAlt { get; set; }

    /// <summary>What a screen reader calls the movable edge.</summary>
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "compare");
        output.Attributes.SetAttribute("data-compare", Label);
        output.Content.SetHtmlContent(Side(Before, BeforeAlt, BeforeLabel) + Side(After, AfterAlt, AfterLabel));
    }

    private static string Side(string address, string alt, string label)
    {
        HtmlEncoder encoder = HtmlEncoder.Default;
        return $"<figure class=\"compare-side\"><img src=\"{encoder.Encode(address)}\" alt=\"{encoder.Encode(alt)}\" width=\"640\" height=\"800\">"
            + $"<figcaption>{encoder.Encode(label)}</figcaption></figure>";
    }
}
