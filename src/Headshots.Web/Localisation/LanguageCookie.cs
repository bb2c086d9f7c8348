using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Headshots.Web.Localisation;

/// <summary>The language that somebody chose on the page goes before the one their browser asks for.</summary>
internal sealed class LanguageCookie : IRequestCultureProvider
{
    public Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult(httpContext.Request.Cookies[Languages.CookieName] is { Length: > 0 } name ? new ProviderCultureResult(name) : null);
}
