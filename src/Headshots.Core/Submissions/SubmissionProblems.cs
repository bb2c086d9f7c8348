using Headshots.Core.Shared;

namespace Headshots.Core.Submissions;

public static class SubmissionProblems
{
    public static Problem AlreadySent { get; } =
        new("submission_already_sent", "Your photos were sent already.", "Look at your headshots; you can start again from there.") { Kind = ProblemKind.Conflict };

    public static Problem ConsentNeeded { get; } =
        new("submission_consent_needed", "Your agreement is needed before a photo can be sent.", "Read the first page and agree there.") { Kind = ProblemKind.Conflict };

    public static Problem TooManySelfies { get; } =
        new("submission_too_many_selfies", "Six photos are the most.", "Remove one before adding another.") { Kind = ProblemKind.Conflict };

    public static Problem NothingUsable { get; } =
        new("submission_nothing_usable", "None of the photos can become a headshot yet.", "Read the advice below each photo and add another one.");

    public static Problem TooLarge { get; } =
        new("photo_too_large", "This file has more than 25 MB.", "Choose a photo straight from your camera, or save it as JPEG.");

    public static Problem Empty { get; } =
        new("photo_empty", "This file is empty.", "Choose another photo.");

    public static Problem TextChanged { get; } =
        new("consent_text_changed", "What you agree to has changed since you opened the page.", "Read it again and agree to the new text.") { Kind = ProblemKind.Conflict };
}
