using Headshots.Studio.Reports;

namespace Headshots.Studio.Attire;

/// <summary>Why the sitter's clothes were left as they are.</summary>
internal static class AttireReasons
{
    private const string Code = "attire_kept";

    public static Reason TooLittleCloth { get; } = new(
        Code,
        "Too little of the clothes can be told from skin and hair in this photo, so they keep their colour.",
        "Take the photo from a little farther away, in clothes of another colour than hair and skin.");

    public static Reason LikeSkin { get; } = new(
        Code,
        "The clothes are so close to the colour of skin that the two cannot be told apart, so they keep their colour.",
        "Take the photo in clothes of another colour, with your shoulders covered.");

    public static Reason ManyPieces { get; } = new(
        Code,
        "The clothes are of several pieces and colours, so they keep their colours.",
        "Take the photo in a plain jacket, shirt or sweater.");

    public static Reason NoShoulders { get; } = new(
        Code,
        "Neck and shoulders cannot be seen well enough to dress them, so the clothes stay as they are.",
        "Take the photo from a little farther away, with both shoulders in the picture and hair behind them.");

    public static Reason TurnedBody { get; } = new(
        Code,
        "The body is turned too far for other clothes to sit well, so the clothes stay as they are.",
        "Take the photo with your shoulders square to the camera.");

    public static Reason RaggedShoulders { get; } = new(
        Code,
        "The shoulders cannot be told clearly from what is behind them, so the clothes stay as they are.",
        "Take the photo before a plain wall of another colour than your clothes.");

    public static Reason HairOverShoulders { get; } = new(
        Code,
        "Hair falls over the shoulders, where other clothes would cut it off, so the clothes stay as they are.",
        "Take the photo with your hair behind your shoulders.");

    public static Reason HandsInFront { get; } = new(
        Code,
        "A hand or bare skin lies before the clothes, so they stay as they are.",
        "Take the photo with your hands out of the picture.");

    public static Reason CoveredNeck { get; } = new(
        Code,
        "A collar or scarf covers the neck, so other clothes would not hide it, and the clothes stay as they are.",
        "Take the photo in clothes that leave the neck free, if that suits you.");

    public static Reason TooFewPixels { get; } = new(
        Code,
        "The photo has too few pixels to see where the clothes begin, so they stay as they are.",
        "Send the photo in its original size or come closer to the camera.");

    public static Reason NoGarment(string name) => new(
        Code,
        $"The garment \"{name}\" of the kit is missing, cannot be read or has its anchors out of order, so the clothes stay as they are.",
        "Add it to the kit as a plain SVG without references to other files, or as a PNG with transparency.");
}
