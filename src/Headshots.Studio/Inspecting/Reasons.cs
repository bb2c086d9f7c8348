using Headshots.Imaging;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Inspecting;

/// <summary>What the sitter is told: one sentence for what is wrong, one for what to do.</summary>
internal static class Reasons
{
    public static Reason NoFace { get; } = new(
        "no_face",
        "No face was found in this photo.",
        "Take the photo from the front, with your whole head in the picture and light on your face.");

    public static Reason FaceTooSmall { get; } = new(
        "face_too_small",
        "The face is too small in this photo for a sharp headshot.",
        "Come closer, about an arm's length from the camera, or send the photo in its original size.");

    public static Reason FaceCutOff { get; } = new(
        "face_cut_off",
        "Part of the face lies outside the photo.",
        "Step back a little so that your whole head and your shoulders are in the picture.");

    public static Reason TooDark { get; } = new(
        "too_dark",
        "There is too little light on the face.",
        "Face a window or a lamp and take the photo again.");

    public static Reason TooBright { get; } = new(
        "too_bright",
        "The face is overexposed: its brightest parts have lost all detail.",
        "Step out of direct sun or away from the lamp, switch the flash off and take the photo again.");

    public static Reason TooBlurry { get; } = new(
        "too_blurry",
        "The face is not sharp.",
        "Clean the lens, hold the camera still, tap on your face to focus and take the photo again.");

    public static Reason LookingAway { get; } = new(
        "looking_away",
        "The head is turned away from the camera.",
        "Look towards the camera; a slight turn is fine as long as both eyes are seen.");

    public static Reason EyesClosed { get; } = new(
        "eyes_closed",
        "The eyes are closed.",
        "Take the photo again with your eyes open.");

    public static Reason EyesHidden { get; } = new(
        "eyes_hidden",
        "The eyes cannot be seen.",
        "Take sunglasses off, move hair out of your eyes and take the photo again; clear glasses are fine.");

    public static Reason FaceCovered { get; } = new(
        "face_covered",
        "The lower part of the face is covered.",
        "Take the mask, scarf or hand away from your face and take the photo again; head coverings are fine.");

    public static Reason OneEyeHidden { get; } = new(
        "one_eye_hidden",
        "Only one eye can be seen: the other is covered or closed.",
        "Take hand or hair away from your face, open both eyes and take the photo again.");

    public static Reason HeadTilted { get; } = new(
        "head_tilted",
        "The head leans too far to one side for a level headshot.",
        "Hold your head upright, or nearly so, and take the photo again.");

    public static Reason HeadLeans { get; } = new(
        "head_leans",
        "The head leans far to one side, so the shoulders may look slanted in the headshot.",
        "Hold your head nearly upright for a more natural picture.");

    public static Reason HarshLight { get; } = new(
        "harsh_light",
        "The light comes from one side, and half of the face lies in shadow.",
        "Turn towards the window or lamp until both cheeks are lit.");

    public static Reason MultipleFaces(int count) => new(
        "multiple_faces",
        $"There are {count} faces in this photo.",
        "Send a photo of yourself alone.");

    public static Reason PasserBy { get; } = new(
        "passer_by",
        "Somebody else is in the background of this photo.",
        "The headshot was made of the nearest face; check that no one shows behind it.");

    /// <param name="straying">How the head differs: "24 % larger and 3 % of the height higher".</param>
    public static Reason NoRoom(string straying) => new(
        "no_room",
        $"The photo is too tight for the requested framing, so the head is {straying} than asked.",
        "Step back a little so that there is room above your head and beside your shoulders.");

    /// <param name="where">"by 6 % of the height at the left".</param>
    public static Reason BodyExtended(string where) => new(
        "body_extended",
        $"The photo ends within the person, who was carried on beyond its edge {where}.",
        "Look at the picture's edges; a photo with room around your shoulders needs no such addition.");

    public static Reason GuideEased(string guide, string straying) => new(
        "guide_eased",
        $"So that the {Shape(guide)} does not cut the head, it is {straying} than asked.",
        "Nothing needs to be done; ask for a smaller face in the kit to have everybody alike.");

    public static Reason GuideCuts(string guide) => new(
        "guide_cuts",
        $"The {Shape(guide)} in which the headshot will be shown cuts into the hair.",
        "Ask for a smaller face in the kit, or take the photo from further away.");

    public static Reason HairCut { get; } = new(
        "hair_cut_off",
        "The photo ends below the top of the head, so the headshot does too.",
        "Leave some room above your head when you take the photo.");

    public static Reason Enlarged { get; } = new(
        "enlarged",
        "The photo has fewer pixels than the headshot, so it was enlarged and looks softer.",
        "Send the photo in its original size or come closer to the camera.");

    public static Reason EnlargedPrint(Rendition rendition, int effectiveHeight) => new(
        "enlarged_print",
        $"The rendition \"{rendition.Name}\" is {rendition.Height} pixels high, but the photo has only {effectiveHeight} for it, so the print looks soft from near by.",
        "Send the photo in its original size or come closer to the camera, or leave large prints out of the kit.");

    public static Reason BudgetTooSmall(Rendition rendition, ByteBudgetException budget) => new(
        "budget_too_small",
        $"The rendition \"{rendition.Name}\" was left out: at {rendition.Width} × {rendition.Height} this photo needs {budget.Smallest} bytes, and the kit allows {budget.MaxBytes}.",
        "Raise the rendition's maxBytes or make it smaller in the kit.");

    private static string Shape(string guide) => guide == "circle" ? "circle" : "rounded frame";
}
