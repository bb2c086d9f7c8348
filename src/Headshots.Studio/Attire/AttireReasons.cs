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
}
