using System.Security.Claims;
using Headshots.Core.Headshots;
using Headshots.Core.People;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Web.Api.Campaigns;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Headshots.Web.Api.Headshots;

internal static class HeadshotEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/people/{id:guid}/headshots", OfPersonAsync).RequireAuthorization(Policies.Headshots).WithTags("Headshots").WithSummary("A person's headshots, newest first.").Produces<IReadOnlyList<ApiHeadshot>>().ProducesProblem(StatusCodes.Status404NotFound);
        RouteGroupBuilder headshots = api.MapGroup("/headshots").WithTags("Headshots");
        headshots.MapGet("/waiting", WaitingAsync).RequireAuthorization(Policies.Reviewing).WithSummary("What waits for a review, oldest first.").Produces<ApiPage<ApiWaiting>>();
        headshots.MapGet("/{id:guid}", GetAsync).RequireAuthorization(Policies.Headshots).WithSummary("One headshot.").Produces<ApiHeadshot>().ProducesProblem(StatusCodes.Status404NotFound);
        headshots.MapGet("/{id:guid}/renditions/{name}", FileAsync).RequireAuthorization(Policies.Downloads).WithSummary("One file of an approved headshot.").Produces(StatusCodes.Status200OK, contentType: "image/jpeg").ProducesProblem(StatusCodes.Status404NotFound);
        headshots.MapPost("/reviews", ReviewAsync).RequireAuthorization(Policies.Reviewing).WithSummary("Approves or rejects.").Produces<ApiCount>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        headshots.MapDelete("/{id:guid}/review", UndoAsync).RequireAuthorization(Policies.Reviewing).WithSummary("Takes the last review back.").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> OfPersonAsync(ClaimsPrincipal user, Guid id, IPersonStore people, IHeadshotStore headshots, CancellationToken cancellation) =>
        await people.FindAsync(MemberClaims.Caller(user).Tenant, id, cancellation) is null ? Answers.Of(SharedProblems.NotFound) : Results.Ok<IReadOnlyList<ApiHeadshot>>([.. (await headshots.OfPersonAsync(MemberClaims.Caller(user).Tenant, id, cancellation)).Select(ApiHeadshot.Of)]);

    private static async Task<IResult> WaitingAsync(
        ClaimsPrincipal user, IHeadshotStore headshots, CancellationToken cancellation, Guid? campaign = null, string? cursor = null, int size = Pages.Usual) => Pages.IsSize(size)
        ? Results.Ok(ApiPage<ApiWaiting>.Of(await headshots.WaitingAsync(MemberClaims.Caller(user).Tenant, new WaitingQuery(campaign, cursor, size), cancellation), ApiWaiting.Of))
        : Answers.Of(ApiProblems.Size(Pages.Most));

    private static async Task<IResult> GetAsync(ClaimsPrincipal user, Guid id, IHeadshotStore headshots, CancellationToken cancellation) =>
        await headshots.FindAsync(MemberClaims.Caller(user).Tenant, id, cancellation) is { } headshot ? Results.Ok(ApiHeadshot.Of(headshot)) : Answers.Of(SharedProblems.NotFound);

    private static async Task<IResult> FileAsync(
        ClaimsPrincipal user, Guid id, string name, IHeadshotStore headshots, IBlobStore blobs, CancellationToken cancellation)
    {
        TenantId tenant = MemberClaims.Caller(user).Tenant;
        if (await headshots.FindAsync(tenant, id, cancellation) is not { State: HeadshotState.Approved } headshot
            || headshot.Renditions.FirstOrDefault(r => r.Name == name) is not { } rendition
            || await blobs.OpenAsync(tenant, rendition.BlobKey, cancellation) is not { } content)
        {
            return Answers.Of(SharedProblems.NotFound);
        }

        return Results.Stream(content, rendition.ContentType, rendition.FileName);
    }

    private static async Task<IResult> ReviewAsync(ClaimsPrincipal user, ApiReview input, ReviewHeadshots review, CancellationToken cancellation) =>
        Answers.Ok(await review.HandleAsync(MemberClaims.Caller(user), new ReviewRequest(input.HeadshotIds ?? [], input.Approve, input.Reason), cancellation), n => Results.Ok(new ApiCount(n)));

    private static async Task<IResult> UndoAsync(ClaimsPrincipal user, Guid id, UndoReview undo, CancellationToken cancellation) =>
        Answers.Ok(await undo.HandleAsync(MemberClaims.Caller(user), id, cancellation), _ => Results.NoContent());
}
