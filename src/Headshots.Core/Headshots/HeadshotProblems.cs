using Headshots.Core.Shared;

namespace Headshots.Core.Headshots;

public static class HeadshotProblems
{
    public static Problem NotACandidate { get; } =
        new("headshot_not_a_candidate", "This headshot cannot be chosen any more.", "Reload the page to see where it stands.") { Kind = ProblemKind.Conflict };

    public static Problem NotWaiting { get; } =
        new("headshot_not_waiting", "This headshot is not waiting for a review any more: somebody decided already.", "Reload the queue.") { Kind = ProblemKind.Conflict };

    public static Problem NothingToUndo { get; } =
        new("headshot_nothing_to_undo", "There is no review to take back.", "Reload the page.") { Kind = ProblemKind.Conflict };

    public static Problem UndoTooLate { get; } =
        new("headshot_undo_too_late", "A newer headshot has taken its place since, or another photo was sent.", "Review the newer one instead.") { Kind = ProblemKind.Conflict };

    public static Problem ReasonNeeded { get; } =
        new("headshot_reason_needed", "The person needs to know what to do better.", "Write a sentence for them.");

    public static Problem AlreadyApproved { get; } =
        new("headshot_already_approved", "Your headshot is approved already.", "Write to your contact if you want another one.") { Kind = ProblemKind.Conflict };
}
