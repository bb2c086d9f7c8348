namespace Headshots.Sitter.Geometry;

/// <summary>Which of MediaPipe's points make up a feature. "Right" is the sitter's: x &lt; 0, the left of the picture.</summary>
internal static class FacePoints
{
    public const int RightOuterCorner = 33;
    public const int RightInnerCorner = 133;
    public const int LeftOuterCorner = 263;
    public const int LeftInnerCorner = 362;
    public const int Chin = 152;
    public const int ForeheadTop = 10;
    public const int FirstIris = 468;

    /// <summary>Lid edges, outer corner first, over the lower lid to the inner corner and back over the upper one.</summary>
    public static int[] RightLids { get; } = [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246];

    public static int[] LeftLids { get; } = [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466];

    /// <summary>Where the lips meet, from the right corner over the lower lip to the left corner and back.</summary>
    public static int[] InnerLips { get; } =
        [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191];

    public static int[] OuterLips { get; } =
        [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185];

    public static int[] MiddleLips { get; } =
    [
        76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306, 408, 304, 303, 302, 11, 72, 73, 74, 184,
        62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, 407, 272, 271, 268, 12, 38, 41, 42, 183,
    ];
}
