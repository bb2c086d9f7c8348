using System.Runtime.CompilerServices;
using System.Text.Json;
using Headshots.Core.Campaigns;
using Headshots.Core.Dashboards;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Web.Api.Progress;

/// <param name="Version">Changes whenever a number does.</param>
/// <param name="Funnel">How many have come how far.</param>
internal sealed record ApiProgress(string Version, Funnel Funnel);

/// <summary>
/// How far everything is, as server-sent events; as one answer to whoever asks for JSON. It asks the database, which is the same
/// for every replica.
/// </summary>
internal static class ProgressEndpoint
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>A stream ends by itself and the browser opens a new one, so that roles are looked at again and replicas can stop.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/events", AnswerAsync).RequireAuthorization(Policies.Overview).WithTags("Progress").WithSummary("Progress of all campaigns, or of one, as server-sent events.")
            .Produces<ApiProgress>().Produces(StatusCodes.Status200OK, contentType: "text/event-stream").ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> AnswerAsync(
        HttpContext context, IServiceScopeFactory scopes, ICampaignStore campaigns, TimeProvider time, CancellationToken cancellation, Guid? campaign = null)
    {
        TenantId tenant = MemberClaims.Caller(context.User).Tenant;
        if (campaign is { } id && await campaigns.FindAsync(tenant, id, cancellation) is null)
        {
            return Answers.Of(SharedProblems.NotFound);
        }

        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            return Results.Ok(await LookAsync(scopes, tenant, campaign, cancellation));
        }

        context.Response.Headers["X-Accel-Buffering"] = "no";
        return Results.ServerSentEvents(FollowAsync(scopes, tenant, campaign, time, cancellation));
    }

    private static async IAsyncEnumerable<string> FollowAsync(
        IServiceScopeFactory scopes, TenantId tenant, Guid? campaign, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long start = time.GetTimestamp();
        while (time.GetElapsedTime(start) < Longest)
        {
            // Said again though nothing is new: a page that hears nothing takes the line for dead.
            yield return JsonSerializer.Serialize(await LookAsync(scopes, tenant, campaign, cancellation), ApiJson.Default.ApiProgress);
            await Task.Delay(Pause, time, cancellation);
        }
    }

    private static async Task<ApiProgress> LookAsync(IServiceScopeFactory scopes, TenantId tenant, Guid? campaign, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        Funnel funnel = await scope.ServiceProvider.GetRequiredService<IDashboardQueries>().FunnelAsync(tenant, campaign, cancellation);
        return new ApiProgress(VersionOf(funnel), funnel);
    }

    /// <summary>Pages write it into themselves, so that they are fetched anew only when a number changed.</summary>
    internal static string VersionOf(Funnel funnel) => string.Join('-', funnel.Invited, funnel.Opened, funnel.Submitted, funnel.Rendered, funnel.Chosen, funnel.Approved);
}
