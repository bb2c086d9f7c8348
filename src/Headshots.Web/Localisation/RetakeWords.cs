using System.Globalization;
using System.Resources;
using Headshots.Web.Admin.Reviewing;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Localisation;

/// <summary>
/// Why somebody is asked for another photo, in their language: a reviewer's ready-made sentence, whichever language the reviewer
/// read it in, or the studio's. What a reviewer wrote stays as written.
/// </summary>
internal sealed class RetakeWords(IStringLocalizer<ReviewTexts> texts, ProblemWords problems)
{
    private static readonly ResourceManager Sets = new(typeof(ReviewTexts));

    /// <summary>Ready-made reasons of the review: their texts are <c>Preset.{name}</c> and <c>Preset.{name}.Text</c>.</summary>
    public static IReadOnlyList<string> Presets { get; } = ["Light", "Blur", "Hidden", "Angle", "Background", "Dress"];

    public string Of(string reason)
    {
        string? preset = Presets.FirstOrDefault(name => Languages.All.Any(language => In(language, $"Preset.{name}.Text") == reason.Trim()));
        return preset is null ? problems.Stored(reason) : texts[$"Preset.{preset}.Text"];
    }

    private static string? In(CultureInfo language, string key) => Sets.GetString(key, language);
}
