using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Matting;
using Headshots.Studio.Perspective;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;
using Headshots.Vision;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Inspecting;

/// <summary>Looks at a decoded photo once: who is in it, how the head sits, whether it is good enough.</summary>
internal sealed class Examiner(VisionEngine engine)
{
    /// <summary>Degrees; half-way between what photos and what drawn people need.</summary>
    private const float PitchBias = 4;

    /// <summary>Takes over the decoded photo.</summary>
    public Examination Examine(DecodedPhoto decoded, FramingSpec framing, StageClock clock, CancellationToken cancellation)
    {
        RgbImage photo = decoded.Pixels;
        MaskRaster? mask = null;
        FacePatch? patch = null;
        try
        {
            StandingPhoto standing = StandingPhoto.Of(engine, photo);
            photo = standing.Pixels;
            clock.Lap("detect");
            cancellation.ThrowIfCancellationRequested();
            PhotoReport facts = standing.Describe(decoded.Facts);
            FaceDetection? sitter = standing.Sitter;
            FaceMesh? mesh = sitter is null ? null : engine.FitMesh(photo, sitter);
            clock.Lap("mesh");
            if (sitter is null || mesh is null)
            {
                return new Examination(photo, facts) { Reasons = [Inspecting.Reasons.NoFace] };
            }

            cancellation.ThrowIfCancellationRequested();
            FaceMesh settled = Settle(photo, sitter, mesh);
            HeadPose measured = engine.EstimatePose(mesh, photo.Width, photo.Height);
            CameraDistance distance = CameraDistance.Estimate(
                settled, measured.Yaw, new Vector2(photo.Width, photo.Height), decoded.Facts.FocalLength35mm);
            (Standpoint standpoint, PerspectiveReport perspective) =
                DollyZoom.Undo(engine.CanonicalFace, settled, measured.Rotation, distance, framing.Perspective);
            FaceMesh corrected = standpoint.FromPhoto(settled);
            clock.Lap("perspective");
            HeadGeometry head = HeadGeometry.FromMesh(settled, levelling: framing.Level ? 1 : 0);
            mask = MaskRaster.Of(engine, photo, sitter, head).SeenFrom(standpoint);
            clock.Lap("mask");
            RectF content = standpoint.Inside(PhotoBars.Inside(photo));
            HeadGeometry[] heads = [.. Levellings(head, framing.Level).Select(
                l => CrownFinder.Find(HeadGeometry.FromMesh(corrected, l), mask, content))];
            HeadPose pose = Unbiased(measured);
            FaceReport report = Describe(sitter, mesh, pose, (float)facts.Width / photo.Width);
            patch = FacePatch.Cut(photo, mesh, head);
            Verdict verdict = QualityGates.Judge(
                photo, patch, standing.Faces, sitter, mesh, head with { CrownSeen = heads[0].CrownSeen }, pose,
                () => PointWander.Of(engine.LookAgain(photo, mesh), mesh.InterEye));
            clock.Lap("gates");
            return new Examination(photo, facts)
            {
                Face = report,
                Mesh = mesh,
                Patch = patch,
                SeenMesh = corrected,
                Standpoint = standpoint,
                Perspective = perspective,
                Heads = heads,
                Mask = mask,
                Content = content,
                Reasons = verdict.Reasons,
                Warnings = verdict.Warnings,
            };
        }
        catch
        {
            mask?.Dispose();
            patch?.Dispose();
            photo.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The network sees faces that look straight into the camera 5 to 9 degrees (photos) or 0 to 2 degrees (drawn people)
    /// too low.
    /// </summary>
    private static HeadPose Unbiased(HeadPose pose) => pose with { Pitch = pose.Pitch + PitchBias };

    /// <summary>A strong lean must be levelled whatever it costs; of a slight one, part or all may stay.</summary>
    private static float[] Levellings(HeadGeometry head, bool level)
    {
        const float Slight = 25 * MathF.PI / 180;
        return !level ? [0] : Math.Abs(head.Angle) > Slight ? [1] : [1, 0.5f, 0];
    }

    /// <summary>
    /// The mesh the head is measured on. The detector's box is often too small, of a leaning face by a tenth, and the
    /// network then puts the chin too high (by 2 % of a frontal head, 3.5 % of a turned one): a second fit looks where
    /// the first one's points are and halves that or better. What is reported stays the first fit, which is the one
    /// MediaPipe answers with.
    /// </summary>
    private FaceMesh Settle(RgbImage photo, FaceDetection sitter, FaceMesh mesh)
    {
        HeadGeometry head = HeadGeometry.FromMesh(mesh, levelling: 1);
        if (!Matrix3x2.Invert(head.ToPhoto, out Matrix3x2 toLevel))
        {
            return mesh;
        }

        Vector2 least = new(float.MaxValue);
        Vector2 most = new(float.MinValue);
        for (int i = 0; i < FaceMesh.PointCount; i++)
        {
            Vector2 p = Vector2.Transform(mesh.Flat(i), toLevel);
            least = Vector2.Min(least, p);
            most = Vector2.Max(most, p);
        }

        Vector2 centre = Vector2.Transform((least + most) / 2, head.ToPhoto);
        float side = Math.Max(most.X - least.X, most.Y - least.Y);
        FaceDetection settled = sitter with
        {
            Box = new RectF(centre.X - (side / 2), centre.Y - (side / 2), side, side),
            Keypoints = [mesh.LeftSeenIris, mesh.RightSeenIris, .. sitter.Keypoints.Skip(2)],
        };
        return engine.FitMesh(photo, settled) ?? mesh;
    }

    private static FaceReport Describe(FaceDetection sitter, FaceMesh mesh, HeadPose pose, float fullScale)
    {
        RectF box = sitter.Box;
        return new FaceReport(
            new BoxReport(
                Round(box.X * fullScale), Round(box.Y * fullScale), Round(box.Width * fullScale), Round(box.Height * fullScale)),
            Round(mesh.InterEye * fullScale),
            Round(pose.Yaw),
            Round(pose.Pitch),
            Round(pose.Roll))
        {
            EyeOpening = Math.Round(EyeOpening.Clearance(mesh), 2),
        };
    }

    private static double Round(float value) => Math.Round(value, 1);
}
