using Headshots.Studio.Reports;

namespace Headshots.Studio;

/// <summary>One face measured against another.</summary>
/// <param name="One">What was seen in the first photo.</param>
/// <param name="Other">What was seen in the second.</param>
/// <param name="Likeness">
/// The second against the first; null when one of them shows no face or cannot be read. Perspective and turns of the head
/// count here as drift: of a comparison nobody knows what was meant to change.
/// </param>
public sealed record Comparison(PortraitReport One, PortraitReport Other, LikenessReport? Likeness);
