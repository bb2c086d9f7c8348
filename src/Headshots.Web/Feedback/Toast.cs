namespace Headshots.Web.Feedback;

/// <summary>A sentence about what was just done, shown on the next page.</summary>
/// <param name="Text">In the reader's language.</param>
/// <param name="UndoAddress">Where the undo button posts to, if it can be undone.</param>
/// <param name="UndoFields">Form fields the undo button posts.</param>
internal sealed record Toast(string Text, string? UndoAddress = null, IReadOnlyDictionary<string, string>? UndoFields = null);
