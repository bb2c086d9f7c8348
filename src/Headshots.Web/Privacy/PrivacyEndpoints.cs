using Headshots.Core.Invitations;
using Headshots.Core.Privacy.Export;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Shared;
using Headshots.Core.Signing;
using Headshots.Web.Employee;
using Headshots.Web.Employee.Devices;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Headshots.Web.Privacy;

/// <summary>What a person may take with them below their link, and the key that receipts are checked with.</summary>
internal static class PrivacyEndpoints
{
    public const string Keys = "/.well-known/headshots-keys.json";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost($"/i/{{token}}/{EmployeePlaces.Data}", DataAsync).ExcludeFromDescription();
        endpoints.MapGet($"/i/{{token}}/{EmployeePlaces.Receipt}", ReceiptAsync).ExcludeFromDescription();
        endpoints.MapGet(Keys, (ISigningKey key) => Results.Text(key.Public.WriteSet(), "application/jwk-set+json")).ExcludeFromDescription();
    }

    /// <summary>Also when the time for photos is over, but not through a link that was taken back: somebody else may hold it.</summary>
    private static async Task<IResult> DataAsync(
        string token, HttpContext context, LinkDoor door, ExportPerson export, PersonArchive archive, ProblemWords words, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store, private";
        Result<OpenedInvitation> opened = await door.EnterAsync(context, token, evenIfClosed: true);
        Problem? problem = !opened.Ok ? opened.Problem : opened.Value.Invitation.RevokedAt is not null ? InvitationProblems.Revoked : null;
        if (problem is not null)
        {
            return Refuse(problem, words);
        }

        OpenedInvitation own = opened.Value;
        Result<PersonExport> gathered = await export.HandleAsync(own.Caller, own.Person.Id, cancellation);
        if (!gathered.Ok)
        {
            return Refuse(gathered.Problem, words);
        }

        await archive.WriteAsync(context.Response, own.Tenant.Id, own.Person.Id, gathered.Value, cancellation);
        return Results.Empty;
    }

    /// <summary>Says nothing about the person but their id, so it can be had through a link that has ended.</summary>
    private static async Task<IResult> ReceiptAsync(string token, HttpContext context, LinkDoor door, IReceiptStore receipts, ProblemWords words, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store, private";
        Result<OpenedInvitation> opened = await door.EnterAsync(context, token, evenIfClosed: true);
        if (!opened.Ok)
        {
            return Refuse(opened.Problem, words);
        }

        return (await receipts.OfPersonAsync(opened.Value.Tenant.Id, opened.Value.Person.Id, cancellation)) is [var newest, ..]
            ? ReceiptFile.Of(newest)
            : Refuse(SharedProblems.NotFound, words);
    }

    private static IResult Refuse(Problem problem, ProblemWords words) => Results.Problem(
        title: words.Message(problem),
        detail: words.Whole(problem),
        statusCode: ProblemStatus.Of(problem.Kind),
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = problem.Code });
}
