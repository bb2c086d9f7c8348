using Headshots.Imaging;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Light;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Scoring;

/// <summary>The face as the camera saw it: its light and its detail.</summary>
internal sealed class FaceLook
{
    /// <summary>Relative luminance of highlights, below most that any face shows in ordinary light.</summary>
    private const double Highlight = 0.14;

    private readonly FacePatch _patch;
    private readonly FaceMesh _mesh;
    private readonly double _sideRatio;

    private FaceLook(FacePatch patch, FaceMesh mesh, double sideRatio)
    {
        _patch = patch;
        _mesh = mesh;
        _sideRatio = sideRatio;
    }

    public static FaceLook At(Composition headshot)
    {
        FaceMesh mesh = headshot.Seen.Mesh ?? throw new InvalidOperationException("A headshot has a face.");
        FacePatch patch = headshot.Seen.Patch ?? throw new InvalidOperationException("A headshot's photo was judged.");
        return new FaceLook(patch, mesh, SideRatio(headshot));
    }

    /// <summary>
    /// 0 to 100: bright enough by highlights or the whites of the eyes, whichever show it (no skin is too dark for the
    /// second), not burnt, and not much brighter on one side.
    /// </summary>
    public double Light()
    {
        double highlight = Math.Log2(Math.Max(_patch.LuminanceQuantile(0.95f), 1e-4f) / Highlight);
        double whites = Math.Log2(Math.Max(_patch.EyeLuminanceQuantile(0.9f), 1e-4f) / GateThresholds.DarkEyeWhite);
        double bright = HeadshotScores.Sigmoid(Math.Max(highlight, whites), 0, 0.4);
        double burnt = 1 - HeadshotScores.Sigmoid(_patch.ClippedShare, 0.10, 0.025);
        double even = Math.Exp(-Math.Pow(Math.Log2(_sideRatio) / 2, 2));
        return 100 * bright * burnt * even;
    }

    /// <summary>
    /// 0 to 100: fine detail relative to the face's contrast, and OFIQ's 100·S(x, 70, 20) for x pixels between the eyes.
    /// </summary>
    /// <param name="fullScale">Pixels of the photo as sent to one of the photo as read.</param>
    public double Sharpness(float fullScale)
    {
        double detail = HeadshotScores.Sigmoid(Math.Log(Math.Max(_patch.Sharpness(), 1e-4f)), Math.Log(0.035), 0.4);
        double pixels = HeadshotScores.Sigmoid(_mesh.InterEye * fullScale, 70, 20);
        return 100 * detail * Math.Sqrt(pixels);
    }

    /// <summary>
    /// The typical light on one half of the face's skin over that on the other, 1 or more; 1 when too little skin shows.
    /// Shine is as strong on dark skin as on pale, but a far larger share of the light from it: a window that is mirrored
    /// in one cheek would count five times as much there. It has the lamp's colour and not the skin's (Shafer's
    /// dichromatic reflection), so that red less blue is free of it. That difference is judged beside the light itself, and
    /// the more even of the two counts: lamps of two colours make the difference uneven, not the light.
    /// </summary>
    private static double SideRatio(Composition headshot)
    {
        SkinRegion skin = headshot.Skin;
        if (!skin.Seen)
        {
            return 1;
        }

        using PlanarImage small = BlockMeans.Of(headshot.AsShot, skin.Block, skin.Extent);
        PlanarColour.Decode(small, small);
        float middle = (headshot.Mesh.Flat(1).X / skin.Block) - skin.Extent.Left;
        List<float>[] light = [[], []];
        List<float>[] free = [[], []];
        for (int y = 0; y < small.Height; y++)
        {
            ReadOnlySpan<float> red = small.Row(0, y);
            ReadOnlySpan<float> green = small.Row(1, y);
            ReadOnlySpan<float> blue = small.Row(2, y);
            ReadOnlySpan<float> weights = skin.Weights.Row(0, skin.Extent.Top + y).Slice(skin.Extent.Left);
            for (int x = 0; x < green.Length; x++)
            {
                if (weights[x] > 0.5f)
                {
                    int side = x + 0.5f < middle ? 0 : 1;
                    light[side].Add(green[x]);
                    free[side].Add(red[x] - blue[x]);
                }
            }
        }

        double ofLight = Ratio(light);
        double ofSkin = Ratio(free);
        return double.IsNaN(ofLight) ? 1 : double.IsNaN(ofSkin) ? ofLight : Math.Min(ofLight, ofSkin);
    }

    /// <summary>Of the sides' medians, 1 or more; not a number where one tells nothing.</summary>
    private static double Ratio(List<float>[] sides)
    {
        (double left, double right) = (Median(sides[0]), Median(sides[1]));
        return left > 1e-3 && right > 1e-3 ? Math.Max(left / right, right / left) : double.NaN;
    }

    private static double Median(List<float> values)
    {
        values.Sort();
        return values.Count == 0 ? 0 : values[values.Count / 2];
    }
}
