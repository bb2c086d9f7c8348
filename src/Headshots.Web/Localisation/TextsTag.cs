using System.Text.Json;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Localisation;

/// <summary>
/// &lt;texts for="camera" from="T" keys="Coach." /&gt; hands a script module its sentences in the reader's language, as a block of data.
/// </summary>
[HtmlTargetElement("texts", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextsTag : TagHelper
{
    /// <summary>Name by which the module asks.</summary>
    public required string For { get; set; }

    public required IStringLocalizer From { get; set; }

    /// <summary>Keys that start so are handed over, without that start.</summary>
    public required string Keys { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Keys come from the neutral language: one that a translation lacks falls back to English as everywhere.
        SortedDictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (LocalizedString text in From.GetAllStrings(includeParentCultures: true).Where(t => t.Name.StartsWith(Keys, StringComparison.Ordinal)))
        {
            texts.TryAdd(text.Name[Keys.Length..], text.Value);
        }

        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "application/json");
        output.Attributes.SetAttribute("data-texts", For);
        // The serialiser escapes <, > and &: a text cannot end the block.
        output.Content.SetHtmlContent(JsonSerializer.Serialize(texts, TextsJson.Default.SortedDictionaryStringString));
    }
}
