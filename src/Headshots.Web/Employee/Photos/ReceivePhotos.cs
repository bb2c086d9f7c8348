using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Web.Employee.Devices;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Headshots.Web.Employee.Photos;

/// <summary>
/// Takes photos in. Not part of the page: a page's form is read before anybody asks whose link it is, and here nothing is read of
/// a file that is too large or of a link that leads nowhere.
/// </summary>
internal static class ReceivePhotos
{
    private const string Ways = "/i/{token}/{way:regex(^(photos|own-photo)$)}";

    /// <summary>What comes beside the files, generously: whether a file is too large is said here and not by the server.</summary>
    private const int FormOverhead = 64 * 1024;

    private static readonly Problem NotAPhoto = new("photo_unreadable", "This file is not a photo that can be read.", "Choose a JPEG or PNG photo straight from your camera.");
    private static readonly Problem NoFile = new("photo_none_chosen", "No photo was chosen.", "Choose a photo first, then upload it.");

    private static readonly Problem[] All =
        [SubmissionProblems.TooLarge, SubmissionProblems.Empty, SubmissionProblems.TooManySelfies, SubmissionProblems.AlreadySent, SubmissionProblems.ConsentNeeded, NotAPhoto, NoFile];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPut(Ways + "/{id:guid}", PutAsync).ExcludeFromDescription();
        endpoints.MapPost(Ways + "/files", PostAsync).ExcludeFromDescription();
    }

    /// <summary>A problem by its code, as it comes back in an address; null for none or an unknown one.</summary>
    public static Problem? Known(string? code) => All.FirstOrDefault(p => p.Code == code);

    /// <summary>One photo, sent by script under an id of its making; sent again after a broken connection, it is the same photo.</summary>
    private static async Task<IResult> PutAsync(
        string token, Guid id, HttpContext context, LinkDoor door, AddSelfie add, ProblemWords words, CancellationToken cancellation)
    {
        Result<OpenedInvitation> opened = await door.EnterAsync(context, token);
        if (!opened.Ok)
        {
            return Refuse(opened.Problem, words);
        }

        Allow(context, AddSelfie.MaxBytes + FormOverhead);
        byte[]? photo = await PhotoBody.ReadAsync(context.Request.Body, context.Request.ContentLength, AddSelfie.MaxBytes, cancellation);
        if (photo is null)
        {
            return Refuse(SubmissionProblems.TooLarge, words, StatusCodes.Status413PayloadTooLarge);
        }

        Result<Selfie> added = await add.HandleAsync(opened.Value, id, photo, cancellation);
        return added.Ok ? Results.NoContent() : Refuse(added.Problem, words);
    }

    /// <summary>The plain form's files, read one after another as they arrive and never laid onto the disk.</summary>
    private static async Task<IResult> PostAsync(
        string token, string way, HttpContext context, LinkDoor door, AddSelfie add, IIds ids, CancellationToken cancellation)
    {
        string back = EmployeePlaces.Address(context.Request.PathBase, token, way);
        Result<OpenedInvitation> opened = await door.EnterAsync(context, token);
        if (!opened.Ok)
        {
            return Results.Redirect(back);
        }

        const long Most = ((long)AddSelfie.MaxBytes * Submission.MaxSelfies) + FormOverhead;
        if (context.Request.ContentLength > Most)
        {
            return Results.Redirect($"{back}?problem={SubmissionProblems.TooLarge.Code}");
        }

        Allow(context, Most);
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        Problem? problem = await ReadAsync(opened.Value, new MultipartReader(boundary, context.Request.Body), add, ids, cancellation);
        return Results.Redirect(problem is null ? back : $"{back}?problem={(Known(problem.Code) ?? NotAPhoto).Code}");
    }

    /// <summary>What breaks off, or is no form at all, holds no photo.</summary>
    private static async Task<Problem?> ReadAsync(OpenedInvitation opened, MultipartReader form, AddSelfie add, IIds ids, CancellationToken cancellation)
    {
        try
        {
            return await AddAllAsync(opened, form, add, ids, cancellation);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return NoFile;
        }
    }

    private static async Task<Problem?> AddAllAsync(OpenedInvitation opened, MultipartReader form, AddSelfie add, IIds ids, CancellationToken cancellation)
    {
        Problem? problem = NoFile;
        while (await form.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (section.AsFileSection() is not { FileName.Length: > 0, FileStream: { } file })
            {
                continue;
            }

            problem = ReferenceEquals(problem, NoFile) ? null : problem;
            byte[]? photo = await PhotoBody.ReadAsync(file, null, AddSelfie.MaxBytes, cancellation);
            if (photo is null)
            {
                return SubmissionProblems.TooLarge;
            }

            Result<Selfie> added = await add.HandleAsync(opened, ids.New(), photo, cancellation);
            problem ??= added.Problem;
        }

        return problem;
    }

    private static void Allow(HttpContext context, long bytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = bytes;
        }
    }

    private static IResult Refuse(Problem problem, ProblemWords words, int? status = null) => Results.Problem(
        title: words.Message(problem),
        detail: words.Whole(problem),
        statusCode: status ?? ProblemStatus.Of(problem.Kind),
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = problem.Code });
}
