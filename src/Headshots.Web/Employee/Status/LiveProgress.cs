using System.Runtime.CompilerServices;
using System.Text.Json;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Headshots.Web.Employee.Devices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Web.Employee.Status;

/// <summary>Tells a waiting page that there is something new: as server-sent events, or as one answer to whoever asks for JSON.</summary>
internal static class LiveProgress
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.5);

    /// <summary>A stream ends by itself and the browser opens a new one: a replica that stops must not wait for closed laptops.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/i/{token}/live", AnswerAsync).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(string token, HttpContext context, LinkDoor door, IServiceScopeFactory scopes, TimeProvider time, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        Result<OpenedInvitation> entered = await door.EnterAsync(context, token);
        if (!entered.Ok || await LookAsync(scopes, token, context.Request.PathBase, cancellation) is not { } first)
        {
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        if (!context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            return Results.Json(first, LiveJson.Default.LiveState);
        }

        context.Response.Headers["X-Accel-Buffering"] = "no";
        return Results.ServerSentEvents(FollowAsync(first, scopes, token, context.Request.PathBase, time, cancellation));
    }

    private static async IAsyncEnumerable<string> FollowAsync(
        LiveState first, IServiceScopeFactory scopes, string token, string pathBase, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long start = time.GetTimestamp();
        LiveState? state = first;
        while (state is not null && time.GetElapsedTime(start) < Longest)
        {
            // Said again though nothing is new: a page that hears nothing takes the line for dead.
            yield return JsonSerializer.Serialize(state, LiveJson.Default.LiveState);
            if (state.Next is not null)
            {
                yield break;
            }

            await Task.Delay(Pause, time, cancellation);
            state = await LookAsync(scopes, token, pathBase, cancellation);
        }
    }

    private static async Task<LiveState?> LookAsync(IServiceScopeFactory scopes, string token, string pathBase, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        Result<OpenedInvitation> opened = await scope.ServiceProvider.GetRequiredService<OpenInvitation>().FindAsync(token, cancellation);
        if (!opened.Ok)
        {
            return null;
        }

        InvitationStage stage = opened.Value.Invitation.Stage;
        Standing standing = await scope.ServiceProvider.GetRequiredService<Standings>().OfAsync(opened.Value, cancellation);
        string? next = stage == InvitationStage.Submitted ? null : EmployeePlaces.Address(pathBase, token, standing.Next(stage));
        return new LiveState(standing.Version(stage), next);
    }
}
