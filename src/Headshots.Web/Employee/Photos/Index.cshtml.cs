using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Web.Employee.Devices;
using Headshots.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Employee.Photos;

/// <summary>Camera or files, what the studio says about each, and sending. The same page takes a professional photo one has already.</summary>
[UsesCamera]
internal sealed class IndexModel(LinkDoor door, Standings standings, RemoveSelfie remove, SendSubmission send) : EmployeePage(door)
{
    public Submission Draft { get; private set; } = null!;

    public bool IsOwnPhoto { get; private set; }

    public Problem? Problem { get; private set; }

    public string Way => IsOwnPhoto ? EmployeePlaces.OwnPhoto : EmployeePlaces.Photos;

    public async Task<IActionResult> OnGetAsync(string way, string? problem, CancellationToken cancellation)
    {
        IActionResult? elsewhere = await LoadAsync(way, cancellation);
        Problem = ReceivePhotos.Known(problem);
        return elsewhere ?? Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string way, Guid photo, CancellationToken cancellation)
    {
        if (await LoadAsync(way, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        // Removed in another tab already: that is what was wanted.
        Result<Done> removed = await remove.HandleAsync(Opened, photo, cancellation);
        if (removed.Ok || removed.Problem.Kind == ProblemKind.NotFound)
        {
            return Redirect(Place(Way));
        }

        Problem = removed.Problem;
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync(string way, CancellationToken cancellation)
    {
        if (await LoadAsync(way, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        Result<Submission> sent = await send.HandleAsync(Opened, IsOwnPhoto ? SubmissionKind.OwnPhoto : SubmissionKind.Selfies, cancellation);
        if (sent.Ok || sent.Problem.Code == SharedProblems.Changed.Code)
        {
            // Changed meanwhile: the other of two clicks has sent them. The status says which it was.
            return Redirect(Place(EmployeePlaces.Status));
        }

        Problem = sent.Problem;
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(string way, CancellationToken cancellation)
    {
        IsOwnPhoto = way == EmployeePlaces.OwnPhoto;
        Standing standing = await standings.OfAsync(Opened, cancellation);
        if (standing.Draft is null)
        {
            return Redirect(Place(standing.Next(Opened.Invitation.Stage)));
        }

        Draft = standing.Draft;
        return null;
    }
}
