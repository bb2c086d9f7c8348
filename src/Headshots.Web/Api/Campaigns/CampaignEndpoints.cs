using System.Security.Claims;
using Headshots.Core.Campaigns;
using Headshots.Core.Dashboards;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Headshots.Web.Api.Campaigns;

internal static class CampaignEndpoints
{
    private const int NotFound = StatusCodes.Status404NotFound;
    private const int BadRequest = StatusCodes.Status400BadRequest;
    private const int Conflict = StatusCodes.Status409Conflict;

    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder campaigns = api.MapGroup("/campaigns").RequireAuthorization(Policies.Campaigns).WithTags("Campaigns");
        campaigns.MapGet("/", ListAsync).WithSummary("Campaigns with their progress, the next due first.").Produces<IReadOnlyList<ApiCampaign>>();
        campaigns.MapGet("/{id:guid}", GetAsync).WithSummary("One campaign.").Produces<ApiCampaignDetails>().ProducesProblem(NotFound);
        campaigns.MapPost("/", CreateAsync).WithSummary("Begins a campaign.").Produces<ApiCampaignDetails>(StatusCodes.Status201Created).ProducesProblem(BadRequest).ProducesProblem(Conflict);
        campaigns.MapPut("/{id:guid}", UpdateAsync).WithSummary("Changes name, kit and message.").Produces<ApiCampaignDetails>().ProducesProblem(BadRequest).ProducesProblem(NotFound).ProducesProblem(Conflict);
        campaigns.MapGet("/{id:guid}/invitations", InvitationsAsync).WithSummary("Who is invited and how far they are.").Produces<ApiPage<ApiInvitation>>().ProducesProblem(NotFound);
        campaigns.MapPost("/{id:guid}/invitations", InviteAsync).WithSummary("Invites people.").Produces<ApiCount>().ProducesProblem(BadRequest).ProducesProblem(NotFound).ProducesProblem(Conflict);
        campaigns.MapPost("/{id:guid}/remind", RemindAsync).WithSummary("Reminds those who are late, nobody more than once a day.").Produces<ApiCount>().ProducesProblem(NotFound).ProducesProblem(Conflict);
        campaigns.MapPost("/{id:guid}/extend", ExtendAsync).WithSummary("Gives a later date; a closed campaign runs again.").Produces(StatusCodes.Status204NoContent).ProducesProblem(BadRequest).ProducesProblem(NotFound);
        campaigns.MapPost("/{id:guid}/close", CloseAsync).WithSummary("Ends a campaign.").Produces(StatusCodes.Status204NoContent).ProducesProblem(NotFound);
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, IDashboardQueries dashboards, CancellationToken cancellation, bool closed = false)
    {
        IReadOnlyList<CampaignProgress> found = await dashboards.CampaignsAsync(MemberClaims.Caller(user).Tenant, closed, cancellation);
        return Results.Ok<IReadOnlyList<ApiCampaign>>([.. found.Select(ApiCampaign.Of)]);
    }

    private static async Task<IResult> GetAsync(ClaimsPrincipal user, Guid id, ICampaignStore campaigns, IDashboardQueries dashboards, CancellationToken cancellation) =>
        await FindAsync(user, id, campaigns, dashboards, cancellation) is { } campaign ? Results.Ok(campaign) : Answers.Of(SharedProblems.NotFound);

    private static async Task<IResult> CreateAsync(
        ClaimsPrincipal user, ApiCampaignInput input, SaveCampaign save, ICampaignStore campaigns, IDashboardQueries dashboards, CancellationToken cancellation)
    {
        Result<Guid> saved = await save.HandleAsync(MemberClaims.Caller(user), new SaveCampaignRequest(null, input.Details), cancellation);
        return saved.Ok
            ? Results.Created($"/api/v1/campaigns/{saved.Value}", await FindAsync(user, saved.Value, campaigns, dashboards, cancellation))
            : Answers.Of(saved.Problem);
    }

    private static async Task<IResult> UpdateAsync(
        ClaimsPrincipal user, Guid id, ApiCampaignInput input, SaveCampaign save, ICampaignStore campaigns, IDashboardQueries dashboards, CancellationToken cancellation)
    {
        Result<Guid> saved = await save.HandleAsync(MemberClaims.Caller(user), new SaveCampaignRequest(id, input.Details, input.Version), cancellation);
        return saved.Ok ? Results.Ok(await FindAsync(user, saved.Value, campaigns, dashboards, cancellation)) : Answers.Of(saved.Problem);
    }

    private static async Task<IResult> InvitationsAsync(
        ClaimsPrincipal user, Guid id, ICampaignStore campaigns, IInvitationStore invitations, CancellationToken cancellation, InvitationStage? stage = null, string? search = null, string? cursor = null, int size = Pages.Usual)
    {
        TenantId tenant = MemberClaims.Caller(user).Tenant;
        if (!Pages.IsSize(size))
        {
            return Answers.Of(ApiProblems.Size(Pages.Most));
        }

        return await campaigns.FindAsync(tenant, id, cancellation) is null
            ? Answers.Of(SharedProblems.NotFound)
            : Results.Ok(ApiPage<ApiInvitation>.Of(await invitations.ListAsync(tenant, new InvitationQuery(id, stage, search, cursor, size), cancellation), ApiInvitation.Of));
    }

    private static async Task<IResult> InviteAsync(ClaimsPrincipal user, Guid id, ApiInvite input, InvitePeople invite, CancellationToken cancellation) =>
        Answers.Ok(await invite.HandleAsync(MemberClaims.Caller(user), id, input.PersonIds ?? [], input.SendMail, cancellation), n => Results.Ok(new ApiCount(n)));

    private static async Task<IResult> RemindAsync(ClaimsPrincipal user, Guid id, ICampaignStore campaigns, RemindInvited remind, CancellationToken cancellation) =>
        await campaigns.FindAsync(MemberClaims.Caller(user).Tenant, id, cancellation) is null ? Answers.Of(SharedProblems.NotFound) : Answers.Ok(await remind.HandleAsync(MemberClaims.Caller(user), id, null, cancellation), n => Results.Ok(new ApiCount(n)));

    private static async Task<IResult> ExtendAsync(ClaimsPrincipal user, Guid id, ApiExtend input, ExtendCampaign extend, CancellationToken cancellation) =>
        Answers.Ok(await extend.HandleAsync(MemberClaims.Caller(user), id, input.DueAt, cancellation), _ => Results.NoContent());

    private static async Task<IResult> CloseAsync(ClaimsPrincipal user, Guid id, CloseCampaign close, CancellationToken cancellation) =>
        Answers.Ok(await close.HandleAsync(MemberClaims.Caller(user), id, cancellation), _ => Results.NoContent());

    private static async Task<ApiCampaignDetails?> FindAsync(ClaimsPrincipal user, Guid id, ICampaignStore campaigns, IDashboardQueries dashboards, CancellationToken cancellation)
    {
        TenantId tenant = MemberClaims.Caller(user).Tenant;
        return await campaigns.FindAsync(tenant, id, cancellation) is { } campaign
            ? ApiCampaignDetails.Of(campaign, await dashboards.FunnelAsync(tenant, id, cancellation))
            : null;
    }
}
