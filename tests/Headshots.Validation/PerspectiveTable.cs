using System.Globalization;
using System.Numerics;
using System.Text;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Perspective;
using Headshots.Vision;
using Headshots.Vision.Faces;

namespace Headshots.Validation;

/// <summary>How near the corrected face of a close camera comes to the same face seen from portrait distance.</summary>
internal static class PerspectiveTable
{
    private const int Width = 768;
    private const int Height = 960;
    private const float SelfieFocal35 = 26;
    private static readonly float[] _distances = [30, 45, 60, 80, 100, 150];
    private static readonly HeadPose[] _poses = [new(0, 0, 0), new(12, -4, 5)];

    public static string Table()
    {
        using VisionEngine engine = VisionEngine.Load();
        var renderer = new SitterRenderer();
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            # Selfie perspective

            Made by `dotnet run --project tests/Headshots.Validation -c Release -- perspective` from sitters drawn at {Width} × {Height} through a {SelfieFocal35} mm lens (35 mm equivalent; from 100 cm on a longer one), and from the same sitters in the same pose at {DollyZoom.PortraitCm} cm.

            - estimated: camera distance in centimetres by the network's irises, with the focal length from EXIF and without.
            - error: mean distance of all 478 true landmarks from their places at {DollyZoom.PortraitCm} cm, after the best similarity, in percent of the distance between the eyes: in the photo, and after the correction with and without EXIF. Goal with EXIF: at most half up to 60 cm.
            - undone: the share of the distortion that was undone.

            | sitter | yaw | cm | estimated, EXIF | estimated, none | error | EXIF: error | of it | undone | none: error | of it | undone |
            |---|---|---|---|---|---|---|---|---|---|---|---|

            """));
        List<(float Cm, double Ratio, double Bare, float Estimate)> results = [];
        foreach (int person in (int[])[11, 12, 13, 17])
        {
            foreach (HeadPose pose in _poses)
            {
                using DrawnSitter truth = renderer.Draw(Scene(person, pose, DollyZoom.PortraitCm));
                foreach (float cm in _distances)
                {
                    using DrawnSitter drawn = renderer.Draw(Scene(person, pose, cm));
                    Row(engine, $"{person}", drawn, truth, Focal(cm), text, results);
                }
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"\n| cm | sitters | mean of the error that stays, EXIF | worst | mean, none | worst | estimate off, EXIF: mean, worst |\n|---|---|---|---|---|---|---|\n");
        foreach (IGrouping<float, (float Cm, double Ratio, double Bare, float Estimate)> at in results.GroupBy(r => r.Cm))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {at.Key:F0} | {at.Count()} | {at.Average(r => r.Ratio):P0} | {at.Max(r => r.Ratio):P0} | {at.Average(r => r.Bare):P0} | {at.Max(r => r.Bare):P0} | {at.Average(r => Math.Abs(r.Estimate / r.Cm - 1)):P0}, {at.Max(r => Math.Abs(r.Estimate / r.Cm - 1)):P0} |\n");
        }

        return text.ToString();
    }

    private static float Focal(float cm) => cm < 100 ? SelfieFocal35 : SitterCamera.FocalFor(0.12f, cm, Width, Height);

    private static SitterScene Scene(int person, HeadPose pose, float cm)
    {
        SitterScene drawn = SitterScene.FromSeed(person);
        return drawn with
        {
            Width = Width,
            Height = Height,
            Camera = new SitterCamera { DistanceCm = cm, FocalLength35 = Focal(cm), EyesAt = new Vector2(0.5f) },
            Pose = pose,
            Light = new SitterLight(),
            Sensor = new SitterSensor(),
            Outfit = drawn.Outfit with { Headscarf = null },
            Expression = new SitterExpression { EyeOpening = 1 },
            Hair = drawn.Hair with { Style = HairStyle.Cropped },
        };
    }

    private static void Row(
        VisionEngine engine,
        string name,
        DrawnSitter drawn,
        DrawnSitter truth,
        float focal,
        StringBuilder text,
        List<(float Cm, double Ratio, double Bare, float Estimate)> results)
    {
        IReadOnlyList<FaceDetection> faces = engine.DetectFaces(drawn.Image);
        if (faces.Count == 0 || engine.FitMesh(drawn.Image, faces[0]) is not { } mesh)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {drawn.Pose.Yaw:F0} | {drawn.DistanceCm:F0} | no face |\n");
            return;
        }

        HeadPose pose = engine.EstimatePose(mesh, Width, Height);
        CameraDistance known = CameraDistance.Estimate(mesh, pose.Yaw, new Vector2(Width, Height), focal);
        CameraDistance guessed = CameraDistance.Estimate(mesh, pose.Yaw, new Vector2(Width, Height), null);
        double asShot = Error(drawn.Landmarks, truth, Standpoint.AsShot);
        Correction with = DollyZoom.Undo(engine.CanonicalFace, mesh, pose.Rotation, known, 1);
        Correction without = DollyZoom.Undo(engine.CanonicalFace, mesh, pose.Rotation, guessed, 1);
        double corrected = Error(drawn.Landmarks, truth, with.Standpoint);
        double bare = Error(drawn.Landmarks, truth, without.Standpoint);
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {drawn.Pose.Yaw:F0} | {drawn.DistanceCm:F0} | {known.Cm:F0} | {guessed.Cm:F0} | {asShot:F2} | {corrected:F2} | {Share(corrected, asShot)} | {with.Report.Corrected:F2} | {bare:F2} | {Share(bare, asShot)} | {without.Report.Corrected:F2} |\n");
        if (drawn.DistanceCm < 140)
        {
            results.Add((drawn.DistanceCm, corrected / asShot, bare / asShot, known.Cm));
        }
    }

    private static string Share(double part, double whole) =>
        whole < 0.1 ? "–" : (part / whole).ToString("P0", CultureInfo.InvariantCulture);

    private static double Error(IReadOnlyList<Vector3> landmarks, DrawnSitter truth, Standpoint standpoint)
    {
        Vector2[] seen = [.. landmarks.Select(p => standpoint.FromPhoto(new Vector2(p.X, p.Y)))];
        Vector2[] wanted = [.. truth.Landmarks.Select(p => new Vector2(p.X, p.Y))];
        Similarity fit = Similarity.Fit(seen, wanted) ?? throw new InvalidOperationException("Faces have an extent.");
        return 100 * seen.Zip(wanted, (a, b) => Vector2.Distance(fit.Apply(a), b)).Average() / truth.InterEyePixels;
    }
}
