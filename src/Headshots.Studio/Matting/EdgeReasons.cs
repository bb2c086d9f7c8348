using Headshots.Studio.Reports;

namespace Headshots.Studio.Matting;

/// <summary>What is told of the edge that the person was cut out along.</summary>
internal static class EdgeReasons
{
    public static Reason Doubtful { get; } = new(
        "edge_doubtful",
        "In places hair or clothes could not be told from the background for certain, so a little of it may show at the edge, or some hair may be missing.",
        "Look at the headshot's edge; if it does not please, take the photo before a plainer wall that differs from your hair and clothes.");
}
