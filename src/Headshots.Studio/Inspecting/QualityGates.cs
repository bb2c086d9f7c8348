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
    /// <param name="photo">The upright photo.</param>
    /// <param name="patch">The face, small and level.</param>
    /// <param name="faces">All faces found.</param>
    /// <param name="sitter">The one the photo is of.</param>
    /// <param name="mesh">The sitter's points.</param>
    /// <param name="head">The sitter's head.</param>
    /// <param name="pose">Where it points.</param>
    /// <param name="wander">Looks at the face again; asked for only when the photo is good enough to tell.</param>
    public static Verdict Judge(
        RgbImage photo,
        FacePatch patch,
        IReadOnlyList<FaceDetection> faces,
        FaceDetection sitter,
        FaceMesh mesh,
        HeadGeometry head,
        HeadPose pose,
        Func<PointWander> wander)
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

        Pixels(patch, mesh, small, wander, reasons, warnings);
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
        FacePatch patch, FaceMesh mesh, bool small, Func<PointWander> wander, List<Reason> reasons, List<Reason> warnings)
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

        // Of what lies outside the photo the network has to guess as well.
        bool whole = !reasons.Contains(Reasons.FaceCutOff);
        PointWander? wanders = whole && !small && !dark && !blurry ? wander() : null;
        if (!small && !dark && (IsForeign(cover) || (wanders is { } guessed && IsGuessed(guessed, patch, mesh))))
        {
            reasons.Add(Reasons.FaceCovered);
        }

        if (hidden && !small && !dark)
        {
            reasons.Add(Reasons.EyesHidden);
        }
        else if (!hidden && (opening < GateThresholds.EyeOpening || (wanders is { } seen && OnlyLidsShow(cover, seen))))
        {
            reasons.Add(Reasons.EyesClosed);
        }

        if (reasons.Count > 0)
        {
            return;
        }

        if (wanders is { } looks && OneEyeShows(cover, looks))
        {
            warnings.Add(Reasons.OneEyeHidden);
        }

        if (Math.Abs(cover.SideStops) > GateThresholds.HarshLight)
        {
            warnings.Add(Reasons.HarshLight);
        }
    }

    /// <summary>A mask or scarf: nothing of nose, lips and chin has the colour of this skin.</summary>
    private static bool IsForeign(CoverEvidence cover) =>
        cover.Nose > GateThresholds.CoveredNose
        && cover.Lips > GateThresholds.CoveredLips
        && cover.LowerFace > GateThresholds.CoveredLowerFace;

    /// <summary>A hand, or a mask worn under the nose: two kinds of evidence that know nothing of each other agree.</summary>
    private static bool IsGuessed(PointWander wander, FacePatch patch, FaceMesh mesh)
    {
        if (wander.Lips < GateThresholds.WanderingLips || wander.Lips < GateThresholds.WanderingLipsShare * wander.UpperFace)
        {
            return false;
        }

        MouthEvidence mouth = MouthEvidence.Of(patch, mesh);
        return mouth.Redness < GateThresholds.SeenLips && mouth.Line < GateThresholds.SeenMouthLine;
    }

    private static bool IsBlurry(FacePatch patch)
    {
        (float least, float most) = patch.DirectedSharpness();
        return patch.Sharpness() < GateThresholds.Sharpness
            || least < GateThresholds.DirectedSharpness
            || (least < GateThresholds.ShakenSharpness && least < GateThresholds.ShakenShare * most);
    }

    private static bool OnlyLidsShow(CoverEvidence cover, PointWander wander) =>
        Math.Max(cover.LeftEye, cover.RightEye) < GateThresholds.SeenEye
        && (Math.Max(cover.LeftIris, cover.RightIris) < GateThresholds.SeenIris
            || (wander.LeftIris + wander.RightIris) / 2 > GateThresholds.WanderingIrises);

    private static bool OneEyeShows(CoverEvidence cover, PointWander wander)
    {
        bool left = cover.LeftEye < GateThresholds.CoveredEye && wander.LeftIris > GateThresholds.WanderingIris;
        bool right = cover.RightEye < GateThresholds.CoveredEye && wander.RightIris > GateThresholds.WanderingIris;
        return left != right;
    }

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
