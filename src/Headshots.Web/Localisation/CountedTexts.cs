using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Localisation;

/// <summary>
/// Sentences that count something, so that nobody reads "1 headshots". Their text for exactly one is named <c>….One</c>. That
/// suffices for English and German; a language with more forms (https://cldr.unicode.org/index/cldr-spec/plural-rules) needs its
/// rule here.
/// </summary>
internal static class CountedTexts
{
    /// <param name="texts">Where <paramref name="key"/> and its <c>….One</c> are.</param>
    /// <param name="key">Of the sentence for many; <c>{0}</c> in it is the number.</param>
    /// <param name="count">How many.</param>
    /// <param name="more">What stands for <c>{1}</c> and on.</param>
    public static LocalizedString Count(this IStringLocalizer texts, string key, long count, params object[] more) =>
        texts[count == 1 ? $"{key}.One" : key, [count.ToString("N0", CultureInfo.CurrentCulture), .. more]];
}
