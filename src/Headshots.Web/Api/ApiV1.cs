using Headshots.Web.Api.Campaigns;
using Headshots.Web.Api.Headshots;
using Headshots.Web.Api.People;
using Headshots.Web.Api.Progress;
using Headshots.Web.ApiKeys;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Web.Api;

/// <summary>
/// The first version of the API: JSON over the same use cases and policies as the pages, problem details with the business's
/// codes, and a description at <c>/api/v1/openapi.json</c>.
/// </summary>
internal static class ApiV1
{
    public const string Document = "v1";

    private const string Root = "/api/v1";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddOpenApi(Document, options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Headshots";
                document.Info.Version = Document;
                document.Info.Description = "People, campaigns and headshots of the company of the signed-in member, or of the key. "
                    + "Requests of members that change something carry the token of GET /api/v1/me in the header it names.";
                return Task.CompletedTask;
            });
            KeysInDocument.Add(options);
        });
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
    }

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        // The framework would take another document's name from the query, and answer in words of its own.
        endpoints.MapOpenApi(Root + "/openapi.json").AllowAnonymous().AddEndpointFilter(async (context, next) =>
            context.HttpContext.Request.Query.ContainsKey("documentName") ? Answers.Status(StatusCodes.Status404NotFound) : await next(context));
        RouteGroupBuilder api = endpoints.MapGroup(Root).AddEndpointFilter(CheckToken);
        api.MapGet("/me", Me.Get).RequireAuthorization(Access.PortalPolicy).WithTags("Me").WithSummary("Who is signed in, and the token that changes need.");
        PeopleEndpoints.Map(api);
        CampaignEndpoints.Map(api);
        HeadshotEndpoints.Map(api);
        ProgressEndpoint.Map(api);
    }

    /// <summary>
    /// A cookie is sent along by the browser whichever page asks. What changes something must show that the page asking is one
    /// of ours: by the token that forms carry too. A key comes only from the program that has it.
    /// </summary>
    private static async ValueTask<object?> CheckToken(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        bool safe = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return safe || ApiKeyClaims.IsKey(http.User) || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await next(context)
            : Answers.Of(ApiProblems.TokenMissing);
    }
}
