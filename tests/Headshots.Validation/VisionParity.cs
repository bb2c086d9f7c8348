using System.Globalization;
using System.Text;
using Headshots.Imaging;
using Headshots.TestKit;
using Headshots.Vision;
using Headshots.Vision.Faces;

namespace Headshots.Validation;

/// <summary>How close faces, landmarks and masks come to MediaPipe's own on the shared photos.</summary>
internal static class VisionParity
{
    public static string Table()
    {
        using VisionEngine engine = VisionEngine.Load();
        var text = new StringBuilder("""
            # Vision against MediaPipe

            Made by `dotnet run --project tests/Headshots.Validation -c Release -- vision` from `shared/photos` and `shared/goldens/mediapipe`.

            - faces: found here / found by MediaPipe's face mesh (which uses the short-range detector only, up to four faces).
            - landmarks, irises: mean distance to MediaPipe's 478 points (10 iris points) in percent of the inter-eye distance, where it finds exactly one face. Goal: landmarks below 1.5.
            - mask: mean absolute difference of the whole-picture person mask. Goal: below 0.02.
            - pose: yaw, pitch, roll in degrees as estimated here.

            | photo | pixels | faces | landmarks % | irises % | mask | presence | pose |
            |---|---|---|---|---|---|---|---|

            """);
        List<float> landmarks = [];
        List<float> masks = [];
        foreach (string name in MediaPipeGolden.Names())
        {
            Row(engine, name, text, landmarks, masks);
        }

        text.Append(CultureInfo.InvariantCulture, $"""

            Landmarks: {landmarks.Count} photos, mean {landmarks.Average():F2} %, worst {landmarks.Max():F2} %. Masks: {masks.Count} photos, mean {masks.Average():F4}, worst {masks.Max():F4}.

            """);
        return text.ToString();
    }

    private static void Row(
        VisionEngine engine, string name, StringBuilder text, List<float> landmarks, List<float> masks)
    {
        MediaPipeGolden golden = MediaPipeGolden.Require(name);
        using RgbImage photo = SharedPhotos.Load(name);
        IReadOnlyList<FaceDetection> faces = engine.DetectFaces(photo);
        FaceMesh? mesh = faces.Count > 0 ? engine.FitMesh(photo, faces[0]) : null;
        using PlanarImage mask = engine.SegmentPerson(photo, new RectF(0, 0, photo.Width, photo.Height));
        masks.Add(golden.MaskDifference(mask));
        string landmark = "–";
        string iris = "–";
        if (golden.Faces.Count == 1 && mesh is not null)
        {
            landmarks.Add(MediaPipeGolden.LandmarkError(mesh.Points, golden.Faces[0]));
            landmark = landmarks[^1].ToString("F2", CultureInfo.InvariantCulture);
            iris = MediaPipeGolden.IrisError(mesh.Points, golden.Faces[0]).ToString("F2", CultureInfo.InvariantCulture);
        }

        string pose = "–";
        if (mesh is not null)
        {
            HeadPose angles = engine.EstimatePose(mesh, photo.Width, photo.Height);
            pose = string.Create(CultureInfo.InvariantCulture, $"{angles.Yaw:F0}, {angles.Pitch:F0}, {angles.Roll:F0}");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {photo.Width}×{photo.Height} | {faces.Count} / {golden.Faces.Count} | {landmark} | {iris} | {masks[^1]:F4} | {mesh?.Presence ?? 0:F2} | {pose} |\n");
    }
}
