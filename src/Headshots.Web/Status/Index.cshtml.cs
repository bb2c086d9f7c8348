using System.Globalization;
using Headshots.Web.Texts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Status;

/// <summary>Answers that carry only a number get a sentence that says what to do.</summary>
[IgnoreAntiforgeryToken]
internal sealed class IndexModel(IStringLocalizer<ShellTexts> texts) : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 405, 410, 413, 429, 500];

    public int Code { get; private set; }

    public LocalizedString Title => texts[$"Status.{Shown}.Title"];

    public LocalizedString Text => texts[$"Status.{Shown}.Text"];

    private int Shown => Known.Contains(Code) ? Code : Code < 500 ? 400 : 500;

    /// <summary>
    /// The request that failed keeps its method, its query and its form when the page is asked for its sentence: what they say of
    /// a handler or of a code is about another page.
    /// </summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Show(int.TryParse(RouteData.Values["code"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : StatusCodes.Status404NotFound);

    private void Show(int code)
    {
        // A body that the server would not read is no fault of ours.
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException refused)
        {
            code = refused.StatusCode;
        }

        Code = code is >= 400 and < 600 ? code : 404;
        Response.StatusCode = Code;
    }
}
