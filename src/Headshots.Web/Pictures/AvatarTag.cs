using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Headshots.Web.Pictures;

/// <summary>&lt;avatar name="Ada Lovelace" src="…" size="Small" /&gt;: a round thumbnail, or initials on a tone that stays the same for a name.</summary>
[HtmlTargetElement("avatar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AvatarTag : TagHelper
{
    private const int Tones = 6;

    public required string Name { get; set; }

    public string? Src { get; set; }

    public AvatarSize Size { get; set; } = AvatarSize.Medium;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string size = Size switch { AvatarSize.Small => " avatar-small", AvatarSize.Large => " avatar-large", _ => string.Empty };
        int pixels = Size switch { AvatarSize.Small => 28, AvatarSize.Large => 72, _ => 40 };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"avatar{size} avatar-tone-{Name.Sum(c => c) % Tones}");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(string.IsNullOrEmpty(Src)
            ? HtmlEncoder.Default.Encode(Initials(Name))
            : $"<img src=\"{HtmlEncoder.Default.Encode(Src)}\" alt=\"\" width=\"{pixels}\" height=\"{pixels}\" loading=\"lazy\" decoding=\"async\">");
    }

    /// <summary>First letters of the first and last word; a name may be one word, or start with a letter of two code units.</summary>
    internal static string Initials(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            [] => "?",
            [string only] => First(only),
            [string first, .., string last] => First(first) + First(last),
        };

        static string First(string word) => word.EnumerateRunes().First().ToString().ToUpperInvariant();
    }
}
