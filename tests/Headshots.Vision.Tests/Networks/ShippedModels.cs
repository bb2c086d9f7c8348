using Headshots.Vision.Networks;

namespace Headshots.Vision.Tests.Networks;

/// <summary>The networks the build puts beside the program.</summary>
internal static class ShippedModels
{
    public static IReadOnlyList<string> All =>
    [
        ModelFiles.FaceDetectionShortRange,
        ModelFiles.FaceDetectionFullRange,
        ModelFiles.FaceLandmark,
        ModelFiles.FaceLandmarkWithAttention,
        ModelFiles.SelfieSegmentation,
    ];
}
