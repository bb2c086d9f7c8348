using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Inspecting;

/// <summary>
/// Whether there is a mouth where the mesh has one. Both measures compare lips with the skin around them in one photo:
/// lips are redder than skin of any tone, and between them lies a dark line.
/// </summary>
/// <param name="Redness">Correlation, −1 to 1, of the redness ln(R/G) around the mouth with the shape of the lips.</param>
/// <param name="Line">How much darker the line between the lips is than the darker lip, in natural logarithms of light.</param>
internal readonly record struct MouthEvidence(float Redness, float Line)
{
    /// <summary>Keeps the noise of dark pixels out of logarithms.</summary>
    private const float Floor = 0.004f;

    /// <summary>The line is looked for this far above and below where the mesh has it, in inter-eye distances.</summary>
    private const float Reach = 0.06f;
    private const float Step = 0.015f;

    private static readonly int[] _around = [2, 326, 423, 426, 436, 432, 430, 394, 369, 396, 175, 171, 140, 169, 210, 212, 216, 206, 203, 97];
    private static readonly int[] _opening = [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191];

    /// <summary>Across the mouth: upper lip outside and inside, lower lip inside and outside.</summary>
    private static readonly (int Top, int Upper, int Lower, int Bottom)[] _columns =
    [
        (40, 80, 88, 91), (39, 81, 178, 181), (37, 82, 87, 84), (0, 13, 14, 17), (267, 312, 317, 314), (269, 311, 402, 405), (270, 310, 318, 321),
    ];

    /// <summary>The lips' outer edge.</summary>
    public static IReadOnlyList<int> Lips { get; } = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185];

    public static MouthEvidence Of(FacePatch patch, FaceMesh mesh) => new(LipRedness(patch, mesh), LineDepth(patch, mesh));

    private static float LipRedness(FacePatch patch, FaceMesh mesh)
    {
        bool[] around = patch.Area(mesh, _around);
        bool[] opening = patch.Area(mesh, _opening);
        bool[] lips = patch.Area(mesh, Lips);
        List<(float Redness, float Lip)> pixels = [];
        for (int i = 0; i < around.Length; i++)
        {
            if (around[i] && !opening[i])
            {
                (int y, int x) = Math.DivRem(i, patch.Colour.Width);
                float redness = MathF.Log((patch.Colour.Row(0, y)[x] + Floor) / (patch.Colour.Row(1, y)[x] + Floor));
                pixels.Add((redness, lips[i] ? 1 : 0));
            }
        }

        return Correlation(pixels);
    }

    private static float Correlation(List<(float A, float B)> pairs)
    {
        if (pairs.Count == 0)
        {
            return 0;
        }

        float meanA = pairs.Average(p => p.A);
        float meanB = pairs.Average(p => p.B);
        float both = pairs.Sum(p => (p.A - meanA) * (p.B - meanB));
        float a = pairs.Sum(p => (p.A - meanA) * (p.A - meanA));
        float b = pairs.Sum(p => (p.B - meanB) * (p.B - meanB));
        return both / MathF.Sqrt((a * b) + 1e-9f);
    }

    private static float LineDepth(FacePatch patch, FaceMesh mesh)
    {
        float depth = 0;
        foreach ((int top, int upper, int lower, int bottom) in _columns)
        {
            (Vector2 inUpper, Vector2 inLower) = (At(upper), At(lower));
            float line = Math.Min(Light(inUpper), Light(inLower));
            for (float off = -Reach; off <= Reach; off += Step)
            {
                line = Math.Min(line, Light(((inUpper + inLower) / 2) + new Vector2(0, off * patch.EyeDistance)));
            }

            float lips = Math.Min(Light((inUpper + At(top)) / 2), Light((inLower + At(bottom)) / 2));
            depth += (lips - line) / _columns.Length;
        }

        return depth;

        Vector2 At(int point) => Vector2.Transform(mesh.Flat(point), patch.FromPhoto);

        float Light(Vector2 at)
        {
            int x = Math.Clamp((int)at.X, 0, patch.Colour.Width - 1);
            int y = Math.Clamp((int)at.Y, 0, patch.Colour.Height - 1);
            return MathF.Log(SkinModel.Luminance(patch.Colour, x, y) + Floor);
        }
    }
}
