using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;

namespace Headshots.Web.Localisation;

/// <summary>
/// What the browser asks for. One that asks for German of Germany alone gets German: without the ICU library the framework does
/// not know that one is a kind of the other.
/// </summary>
internal sealed class BrowserLanguages : IRequestCultureProvider
{
    private readonly AcceptLanguageHeaderRequestCultureProvider _header = new();

    public async Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        await _header.DetermineProviderCultureResult(httpContext) is { } asked
            ? new ProviderCultureResult([.. asked.Cultures.SelectMany(WithLanguage)])
            : null;

    private static IEnumerable<StringSegment> WithLanguage(StringSegment name) =>
        name.IndexOf('-') is > 0 and int dash ? [name, name.Subsegment(0, dash)] : [name];
}
