namespace Headshots.Studio.Light;

/// <summary>
/// Which of MediaPipe's points go round what is not skin. Left and right are the picture's. From
/// mediapipe/python/solutions/face_mesh_connections.py.
/// </summary>
internal static class FaceFeatures
{
    public static IReadOnlyList<int> LeftBrow { get; } = [70, 63, 105, 66, 107, 55, 65, 52, 53, 46];

    public static IReadOnlyList<int> RightBrow { get; } = [300, 293, 334, 296, 336, 285, 295, 282, 283, 276];

    public static IReadOnlyList<int> Lips { get; } =
        [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185];

    public static IReadOnlyList<int> InnerLips { get; } =
        [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191];

    public static IReadOnlyList<int> LeftNostril { get; } = [60, 75, 59, 166, 79, 238, 20];

    public static IReadOnlyList<int> RightNostril { get; } = [290, 305, 289, 392, 309, 458, 250];

    /// <summary>Cheeks, nose and forehead inside the lines where hair and beard begin: skin on almost everybody.</summary>
    public static IReadOnlyList<int> BareSkin { get; } =
        [10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 425, 426, 327, 2, 98, 206, 205, 93, 234, 127, 162, 21, 54, 103, 67, 109];
}
