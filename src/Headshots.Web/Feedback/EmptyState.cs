namespace Headshots.Web.Feedback;

/// <summary>What a list says when it holds nothing: a drawing, what would be here, and how to get it. Art names a drawing in Pictures/Art.</summary>
internal sealed record EmptyState(string Art, string Title, string Text, string? ActionText = null, string? ActionAddress = null);
