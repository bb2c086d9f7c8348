using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Inspecting;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Attire;

/// <summary>What the face tells of the light, so that a garment stands in the same.</summary>
/// <param name="Exposure">How bright a white thing would be, 1 for a well exposed one.</param>
/// <param name="Slope">Natural logarithm of luminance per inter-eye distance to the right.</param>
/// <param name="Noise">Standard deviation of the picture's grain, on sRGB-encoded values.</param>
internal readonly record struct SitterLight(float Exposure, float Slope, float Noise)
{
    /// <summary>Luminance of the whites of well lit eyes: they lie deep and are wet.</summary>
    private const float WhiteOfEyes = 0.42f;

    private static readonly int[] _leftCheek = [117, 118, 101, 205, 187, 147, 123];
    private static readonly int[] _rightCheek = [346, 347, 330, 425, 411, 376, 352];

    public static SitterLight Of(SmallFigure figure, Composition composition)
    {
        FaceMesh mesh = composition.Mesh;
        List<float> eyes = [.. Luminances(figure, EyeOpening.LeftRing, mesh), .. Luminances(figure, EyeOpening.RightRing, mesh)];
        eyes.Sort();
        float white = eyes.Count == 0 ? WhiteOfEyes : eyes[(int)(0.9f * (eyes.Count - 1))];
        float left = Middle(Luminances(figure, _leftCheek, mesh));
        float right = Middle(Luminances(figure, _rightCheek, mesh));
        float slope = left > 0 && right > 0 ? Math.Clamp(MathF.Log(right / left) / 1.3f, -0.5f, 0.5f) : 0;
        return new SitterLight(Math.Clamp(white / WhiteOfEyes, 0.88f, 1.08f), 0.3f * slope, Grain(composition.Picture, mesh));
    }

    private static List<float> Luminances(SmallFigure figure, IReadOnlyList<int> outline, FaceMesh mesh)
    {
        bool[] inside = figure.Filled(outline, mesh);
        List<float> values = [];
        for (int i = 0; i < inside.Length; i++)
        {
            if (inside[i])
            {
                values.Add(Xyz.Luminance(figure.LinearAt(i)));
            }
        }

        return values;
    }

    private static float Middle(List<float> values)
    {
        values.Sort();
        return values.Count == 0 ? 0 : values[values.Count / 2];
    }

    /// <summary>From differences of next pixels on the right cheek: the median of their size tells, pores and hairs are few.</summary>
    private static float Grain(PlanarImage picture, FaceMesh mesh)
    {
        Vector2 cheek = mesh.Flat(425);
        int reach = (int)(0.2f * mesh.InterEye);
        List<float> steps = [];
        for (int y = Math.Max(0, (int)cheek.Y - reach); y < Math.Min(picture.Height, (int)cheek.Y + reach); y++)
        {
            ReadOnlySpan<float> green = picture.Row(1, y);
            for (int x = Math.Max(1, (int)cheek.X - reach); x < Math.Min(picture.Width - 1, (int)cheek.X + reach); x++)
            {
                steps.Add(Math.Abs((2 * green[x]) - green[x - 1] - green[x + 1]));
            }
        }

        // Second differences of white noise have √6 times its deviation, and the median size is 0.6745 of one.
        return Math.Clamp(Middle(steps) / 0.6745f / 2.449f, 0.001f, 0.02f);
    }
}
