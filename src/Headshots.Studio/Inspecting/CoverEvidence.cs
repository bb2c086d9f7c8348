using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Inspecting;

/// <summary>
/// How much of what should be skin does not look like this sitter's own skin. Colours are compared with the sitter's
/// forehead and cheeks only, as ratios between channels (which light and exposure scale alike) and as shares of their
/// luminance: no tone of skin is asked for.
/// </summary>
/// <param name="Nose">Share of tip and wings that is not skin.</param>
/// <param name="LowerFace">Share from upper lip to chin that is not skin.</param>
/// <param name="Lips">Share of the lips' area that is not skin; redder than skin counts as skin.</param>
/// <param name="LeftEye">Share of the eye seen on the left and the lids around it that is not skin.</param>
/// <param name="RightEye">The same on the right.</param>
/// <param name="LeftIris">How much darker the iris seen on the left is than the lids around: 0 (alike) to 1 (black).</param>
/// <param name="RightIris">The same on the right.</param>
/// <param name="SideStops">By how many stops the half of the face on the left is lighter than the other.</param>
internal readonly record struct CoverEvidence(
    float Nose, float LowerFace, float Lips, float LeftEye, float RightEye, float LeftIris, float RightIris, float SideStops)
{
    /// <summary>MediaPipe's points around nose tip and wings, lower face, and the eyes with both lids.</summary>
    private static readonly int[] _nose = [195, 248, 456, 360, 279, 327, 2, 98, 49, 131, 236, 3];
    private static readonly int[] _lower = [98, 2, 327, 426, 436, 432, 430, 394, 369, 396, 175, 171, 140, 169, 210, 212, 216, 206];
    private static readonly int[] _lips = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185];
    private static readonly int[] _leftEye = [226, 247, 30, 29, 27, 28, 56, 190, 243, 112, 26, 22, 23, 24, 110, 25];
    private static readonly int[] _rightEye = [446, 467, 260, 259, 257, 258, 286, 414, 463, 341, 256, 252, 253, 254, 339, 255];

    /// <summary>Where skin is looked for: forehead and cheeks, or forehead and below the eyes.</summary>
    private static readonly int[] _faceSkin = [151, 108, 337, 50, 280, 205, 425];
    private static readonly int[] _upperSkin = [151, 9, 108, 337, 230, 231, 450, 451];

    private static readonly int[] _leftSkin = [50, 205, 117, 108];
    private static readonly int[] _rightSkin = [280, 425, 346, 337];

    public static CoverEvidence Of(FacePatch patch, FaceMesh mesh)
    {
        SkinModel face = SkinModel.Of(patch, mesh, _faceSkin);
        SkinModel upper = SkinModel.Of(patch, mesh, _upperSkin);
        return new CoverEvidence(
            upper.Foreign(patch, mesh, _nose),
            upper.Foreign(patch, mesh, _lower),
            upper.Foreign(patch, mesh, _lips),
            face.Foreign(patch, mesh, _leftEye),
            face.Foreign(patch, mesh, _rightEye),
            Darkness(patch, mesh, 468, EyeOpening.LeftRing, _leftEye),
            Darkness(patch, mesh, 473, EyeOpening.RightRing, _rightEye),
            MathF.Log2(Light(patch, mesh, _leftSkin) / Light(patch, mesh, _rightSkin)));
    }

    private static float Light(FacePatch patch, FaceMesh mesh, int[] points) =>
        Math.Max(SkinModel.Of(patch, mesh, points).Light, 1e-4f);

    private static float Darkness(FacePatch patch, FaceMesh mesh, int iris, IReadOnlyList<int> ring, IReadOnlyList<int> lids)
    {
        bool[] inside = patch.Area(mesh, ring);
        bool[] around = patch.Area(mesh, lids);
        Vector2 centre = Vector2.Transform(mesh.Flat(iris), patch.FromPhoto);
        float radius = Vector2.Distance(centre, Vector2.Transform(mesh.Flat(iris + 1), patch.FromPhoto));
        List<float> pupil = [];
        List<float> skin = [];
        for (int i = 0; i < inside.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, patch.Colour.Width);
            float luminance = SkinModel.Luminance(patch.Colour, x, y);
            if (inside[i] && Vector2.Distance(new Vector2(x + 0.5f, y + 0.5f), centre) < 0.8f * radius)
            {
                pupil.Add(luminance);
            }
            else if (around[i] && !inside[i])
            {
                skin.Add(luminance);
            }
        }

        return pupil.Count == 0 || skin.Count == 0 ? 0 : 1 - (SkinModel.Median(pupil) / Math.Max(SkinModel.Median(skin), 1e-4f));
    }
}
