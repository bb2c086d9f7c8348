using Headshots.Core.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Api;

/// <summary>
/// Below <c>/api</c> an answer that would carry only a number gets problem details, not the page that explains the number to
/// people: programs ask there, and an address that does not exist is asked by a program too.
/// </summary>
internal static class ApiFaults
{
    private const string Root = "/api";

    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    public static void Use(IApplicationBuilder api)
    {
        api.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // What the server would not read is the request's fault and not the program's.
            StatusCodeSelector = fault => fault is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
            ExceptionHandler = context => Answers.Status(context.Response.StatusCode).ExecuteAsync(context),
        });
        api.UseStatusCodePages(pages => Answers.Status(pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext));
    }

    /// <summary>What a number means when nobody said more.</summary>
    public static Problem Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => ApiProblems.SignInNeeded,
        StatusCodes.Status403Forbidden => SharedProblems.Forbidden,
        StatusCodes.Status404NotFound => ApiProblems.NoSuchAddress,
        StatusCodes.Status405MethodNotAllowed => ApiProblems.NoSuchMethod,
        StatusCodes.Status413PayloadTooLarge => ApiProblems.BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => ApiProblems.BodyNotJson,
        < 500 => ApiProblems.Unreadable,
        _ => ApiProblems.Fault,
    };
}
