using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Reports;
using Headshots.Vision;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Inspecting;

/// <summary>
/// A photo turned by right angles so that its sitter stands: cameras note their orientation wrongly or not at all, and
/// the network that cuts people out was trained on standing ones.
/// </summary>
/// <param name="Pixels">The photo as it was, or a turned copy.</param>
/// <param name="Faces">The faces found in it.</param>
/// <param name="Turns">Quarter turns clockwise, 0 to 3.</param>
internal sealed record StandingPhoto(RgbImage Pixels, IReadOnlyList<FaceDetection> Faces, int Turns)
{
    /// <summary>A face leaning more than this lies.</summary>
    private const float LyingDegrees = 60;

    /// <summary>Drawn people upside down are found with 0.61 to 0.78, the same upright with 0.88 to 0.95.</summary>
    private const float CertainScore = 0.8f;
    private const float ClearlyBetter = 0.1f;

    /// <summary>The sitter is the large face near the middle, not the one the detector is surest of; null without faces.</summary>
    public FaceDetection? Sitter => Faces.OrderByDescending(Prominence).FirstOrDefault();

    /// <summary>Takes the photo over once it returns; when it throws, the photo is still the caller's.</summary>
    public static StandingPhoto Of(VisionEngine engine, RgbImage photo)
    {
        StandingPhoto standing = new(photo, engine.DetectFaces(photo), 0);
        float roll = Roll(standing.Sitter);
        if (Math.Abs(roll) > LyingDegrees)
        {
            standing = standing.Turned(engine, -(int)MathF.Round(roll / 90));
        }

        // Of a lying head either end may have been taken for the top, so both ways are looked at.
        if (standing.Turns != 0 || standing.Sitter is not { Score: >= CertainScore })
        {
            standing = standing.FeetDown(engine, photo);
        }

        if (!ReferenceEquals(standing.Pixels, photo))
        {
            photo.Dispose();
        }

        return standing;
    }

    /// <summary>The photo as it was sent, seen the way it stands.</summary>
    public PhotoReport Describe(PhotoFacts facts) => Turns % 2 == 0
        ? new PhotoReport(facts.Format, facts.Width, facts.Height, 90 * Turns)
        : new PhotoReport(facts.Format, facts.Height, facts.Width, 90 * Turns);

    /// <summary>
    /// Chin for forehead and mouth for brows, a head upside down looks enough like an upright one to be found, though
    /// doubtfully, or is not found at all: then the photo is looked at the other way up as well.
    /// </summary>
    private StandingPhoto FeetDown(VisionEngine engine, RgbImage original)
    {
        StandingPhoto other = Turned(engine, 2);
        float margin = Turns == 0 ? ClearlyBetter : 0;
        bool better = other.Sitter is { } sitter && sitter.Score > (Sitter?.Score ?? 0) + margin;
        StandingPhoto worse = better ? this : other;
        if (!ReferenceEquals(worse.Pixels, original))
        {
            worse.Pixels.Dispose();
        }

        return better ? other : this;
    }

    private StandingPhoto Turned(VisionEngine engine, int turns)
    {
        RgbImage turned = QuarterTurn.Rotate(Pixels, turns);
        try
        {
            return new StandingPhoto(turned, engine.DetectFaces(turned), (Turns + turns + 4) % 4);
        }
        catch
        {
            turned.Dispose();
            throw;
        }
    }

    /// <summary>Degrees by which the eye line is turned clockwise.</summary>
    private static float Roll(FaceDetection? face)
    {
        Vector2 eyes = face is null ? Vector2.UnitX : face.Keypoints[1] - face.Keypoints[0];
        return MathF.Atan2(eyes.Y, eyes.X) * 180 / MathF.PI;
    }

    private float Prominence(FaceDetection face)
    {
        Vector2 middle = new(Pixels.Width / 2f, Pixels.Height / 2f);
        float off = Vector2.Distance(face.Box.Centre, middle) / middle.Length();
        return face.InterEye * (1 - (0.5f * off)) * face.Score;
    }
}
