using System.Numerics;
using Headshots.Imaging;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Attire;

/// <summary>
/// How much a colour is the sitter's own skin, judged by the cheeks and the nose and not by any idea of what skin looks
/// like. Log ratios of linear light do not change with shading, so neck and hands in shade are recognised too.
/// </summary>
internal sealed class SkinLikeness
{
    /// <summary>Outlines on the mesh: both cheeks and the nose's ridge, where neither beard nor hair grows.</summary>
    private static readonly int[][] _bare =
    [
        [117, 118, 101, 205, 187, 147, 123],
        [346, 347, 330, 425, 411, 376, 352],
        [6, 122, 196, 3, 51, 5, 281, 248, 419, 351],
    ];

    /// <summary>Added to linear light before a ratio is taken, or noise in black would have every hue.</summary>
    private const float Floor = 0.004f;

    /// <summary>Log luminance may lie this far above and below the cheeks'.</summary>
    private const float Lighter = 0.9f;
    private const float Darker = 2.3f;

    private readonly Vector3 _middle;
    private readonly Vector2 _spread;

    private SkinLikeness(Vector3 middle, Vector2 spread, Lab tone)
    {
        _middle = middle;
        _spread = spread;
        Tone = tone;
    }

    /// <summary>The skin's median colour.</summary>
    public Lab Tone { get; }

    public static SkinLikeness Of(SmallFigure figure, FaceMesh mesh)
    {
        List<Vector3> seen = [];
        List<Lab> colours = [];
        foreach (int[] outline in _bare)
        {
            bool[] inside = figure.Filled(outline, mesh);
            for (int i = 0; i < inside.Length; i++)
            {
                if (inside[i])
                {
                    colours.Add(figure.LabAt(i));
                    seen.Add(Ratios(figure.LinearAt(i)));
                }
            }
        }

        Vector3 middle = new(Median(seen, v => v.X), Median(seen, v => v.Y), Median(seen, v => v.Z));
        float red = 1.48f * Median(seen, v => Math.Abs(v.X - middle.X));
        float blue = 1.48f * Median(seen, v => Math.Abs(v.Y - middle.Y));
        Lab tone = new(Median(colours, c => (float)c.L), Median(colours, c => (float)c.A), Median(colours, c => (float)c.B));
        return new SkinLikeness(middle, new Vector2(Math.Clamp(2 * red, 0.15f, 0.3f), Math.Clamp(2 * blue, 0.22f, 0.45f)), tone);
    }

    /// <param name="linear">Linear light.</param>
    /// <returns>0 to 1.</returns>
    public float Of(Vector3 linear)
    {
        Vector3 from = Ratios(linear) - _middle;
        float red = from.X / _spread.X;
        float blue = from.Y / _spread.Y;
        float light = Math.Max(0, Math.Max(from.Z - Lighter, -from.Z - Darker)) / 0.4f;
        return MathF.Exp(-0.5f * ((red * red) + (blue * blue) + (light * light)));
    }

    /// <summary>
    /// Whether a cloth has a colour that bare shoulders in another light could have: then nobody can tell which it is.
    /// </summary>
    public bool CouldBe(Lab cloth)
    {
        double shade = (cloth.L + 16) / (Tone.L + 16);
        double chroma = cloth.Chroma / Math.Max(1, Tone.Chroma * Math.Min(1, shade));
        return Math.Abs(ColourDifference.HueTurn(Tone, cloth)) < 22 && chroma is > 0.55 and < 2;
    }

    /// <summary>ln R/G, ln B/G and ln luminance.</summary>
    private static Vector3 Ratios(Vector3 linear)
    {
        Vector3 lifted = linear + new Vector3(Floor);
        return new(MathF.Log(lifted.X / lifted.Y), MathF.Log(lifted.Z / lifted.Y), MathF.Log(Xyz.Luminance(lifted)));
    }

    private static float Median<T>(List<T> values, Func<T, float> of)
    {
        float[] sorted = [.. values.Select(of)];
        Array.Sort(sorted);
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
