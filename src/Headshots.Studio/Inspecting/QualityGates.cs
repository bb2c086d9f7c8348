using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Reports;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Inspecting;

/// <param name="Reasons">Why there can be no good headshot; empty when there can.</param>
/// <param name="Warnings">What should be said though there can.</param>
internal sealed record Verdict(IReadOnlyList<Reason> Reasons, IReadOnlyList<Reason> Warnings);

/// <summary>Whether a photo is good enough. Reports every reason at once, so that nobody retakes a photo twice.</summary>
internal static class QualityGates
{
    public static Verdict Judge(
        RgbImage photo,
        FacePatch patch,
        IReadOnlyList<FaceDetection> faces,
        FaceDetection sitter,
        FaceMesh mesh,
        HeadGeometry head,
        HeadPose pose)
    {
        List<Reason> reasons = [];
        List<Reason> warnings = [];
        int others = faces.Count(f => f != sitter && f.InterEye >= GateThresholds.OtherFace * sitter.InterEye);
        if (others > 0)
        {
            reasons.Add(Reasons.MultipleFaces(others + 1));
        }
        else if (faces.Count > 1)
        {
            warnings.Add(Reasons.PasserBy);
        }

        float share = mesh.InterEye / Math.Min(photo.Width, photo.Height);
        bool small = mesh.InterEye < GateThresholds.InterEyePixels
            || (mesh.InterEye < GateThresholds.AmpleInterEyePixels && share < GateThresholds.InterEyeShare);
        if (small)
        {
            reasons.Add(Reasons.FaceTooSmall);
        }

        if (OutlineOutside(photo, mesh) > GateThresholds.OutlineOutside)
        {
            reasons.Add(Reasons.FaceCutOff);
        }
        else if (!head.CrownSeen)
        {
            warnings.Add(Reasons.HairCut);
        }

        Pixels(patch, mesh, small, reasons, warnings);
        if (Math.Abs(pose.Yaw) > GateThresholds.Yaw || Math.Abs(pose.Pitch) > GateThresholds.Pitch)
        {
            reasons.Add(Reasons.LookingAway);
        }

        float lean = Math.Abs(pose.Roll);
        if (lean > GateThresholds.TiltTooMuch)
        {
            reasons.Add(Reasons.HeadTilted);
        }
        else if (lean > GateThresholds.TiltWorthSaying)
        {
            warnings.Add(Reasons.HeadLeans);
        }

        return new Verdict(reasons, warnings);
    }

    private static void Pixels(
        FacePatch patch, FaceMesh mesh, bool small, List<Reason> reasons, List<Reason> warnings)
    {
        CoverEvidence cover = CoverEvidence.Of(patch, mesh);
        bool hidden = Math.Min(cover.LeftEye, cover.RightEye) > GateThresholds.HiddenEye;
        float opening = hidden ? 0 : EyeOpening.Measure(mesh);
        bool dark = IsDark(patch.LuminanceQuantile(0.95f), patch.EyeLuminanceQuantile(0.9f), opening);
        if (dark)
        {
            reasons.Add(Reasons.TooDark);
        }

        if (patch.ClippedShare > GateThresholds.ClippedShare)
        {
            reasons.Add(Reasons.TooBright);
        }

        // In the dark, noise passes for detail and its lack for blur: one reason is enough.
        bool blurry = !small && !dark && IsBlurry(patch);
        if (blurry)
        {
            reasons.Add(Reasons.TooBlurry);
        }

        bool covered = !small && !dark && cover.Nose > GateThresholds.CoveredNose
            && cover.Lips > GateThresholds.CoveredLips && cover.LowerFace > GateThresholds.CoveredLowerFace;
        if (covered)
        {
            reasons.Add(Reasons.FaceCovered);
        }

        bool judged = !small && !dark && !blurry;
        if (hidden && !small && !dark)
        {
            reasons.Add(Reasons.EyesHidden);
        }
        else if (!hidden && (opening < GateThresholds.EyeOpening || (judged && OnlyLidsShow(cover))))
        {
            reasons.Add(Reasons.EyesClosed);
        }

        if (reasons.Count == 0 && Math.Abs(cover.SideStops) > GateThresholds.HarshLight)
        {
            warnings.Add(Reasons.HarshLight);
        }
    }

    private static bool IsBlurry(FacePatch patch)
    {
        (float least, float most) = patch.DirectedSharpness();
        return patch.Sharpness() < GateThresholds.Sharpness
            || least < GateThresholds.DirectedSharpness
            || (least < GateThresholds.ShakenSharpness && least < GateThresholds.ShakenShare * most);
    }

    private static bool OnlyLidsShow(CoverEvidence cover) =>
        Math.Max(cover.LeftIris, cover.RightIris) < GateThresholds.SeenIris
        && Math.Max(cover.LeftEye, cover.RightEye) < GateThresholds.SeenEye;

    /// <summary>
    /// Without the whites of the eyes, a dark face in good light and a pale one in the dark look the same: then only what
    /// is too dark for any skin is refused.
    /// </summary>
    private static bool IsDark(float highlight, float eyeWhite, float eyeOpening)
    {
        bool whitesSeen = eyeOpening >= GateThresholds.SeenWhiteOpening
            && eyeWhite >= GateThresholds.SeenWhiteShare * highlight;
        return highlight < GateThresholds.DarkestHighlight
            || (whitesSeen && highlight < GateThresholds.DarkHighlight && eyeWhite < GateThresholds.DarkEyeWhite);
    }

    private static float OutlineOutside(RgbImage photo, FaceMesh mesh)
    {
        int outside = 0;
        foreach (int index in HeadGeometry.Oval)
        {
            Vector2 p = mesh.Flat(index);
            outside += p.X < 0 || p.Y < 0 || p.X > photo.Width || p.Y > photo.Height ? 1 : 0;
        }

        return (float)outside / HeadGeometry.Oval.Count;
    }
}
