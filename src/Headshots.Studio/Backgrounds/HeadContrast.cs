using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;

namespace Headshots.Studio.Backgrounds;

/// <summary>
/// How well the face stands out from what is behind the head: luminance contrast as building codes ask it of doors and
/// steps (Bowman and Sapolinski; AS 1428), 1.25·|F − B| / (F + B + 0.25) of the two mean luminances. It asks for the
/// difference alone: a dark face before a dark wall and a pale one before a white wall come off alike, and no tone of skin
/// has a threshold of its own.
/// </summary>
/// <param name="Face">Mean relative luminance (linear, 0–1) inside the face's oval.</param>
/// <param name="Behind">The same of the background around the head, from the chin up.</param>
internal readonly record struct HeadContrast(float Face, float Behind)
{
    /// <summary>Below this the head and the wall run together in a small picture.</summary>
    public const float Least = 0.30f;

    /// <summary>Samples along the longer side: means need no more.</summary>
    private const int Samples = 160;

    public float Value => 1.25f * Math.Abs(Face - Behind) / (Face + Behind + 0.25f);

    /// <summary>Looks at a person and what is to be put behind.</summary>
    /// <returns>Null when nothing of the background shows around the head.</returns>
    public static HeadContrast? Measure(Composition composition, PlanarImage behind)
    {
        int step = Math.Max(1, Math.Max(composition.Width, composition.Height) / Samples);
        int width = composition.Width / step;
        int height = composition.Height / step;
        Vector2[] oval = [.. HeadGeometry.Oval.Select(composition.Mesh.Flat)];
        bool[] inFace = new bool[width * height];
        Outline.Fill([.. oval.Select(p => p / step)], inFace, width);
        float left = oval.Min(p => p.X);
        float right = oval.Max(p => p.X);
        float chin = oval.Max(p => p.Y);
        float around = 0.6f * (right - left);
        Tally face = default;
        Tally wall = default;
        for (int row = 0; row < height; row++)
        {
            int y = (row * step) + (step / 2);
            ReadOnlySpan<float> alpha = composition.Alpha.Row(0, y);
            for (int column = 0; column < width; column++)
            {
                int x = (column * step) + (step / 2);
                if (inFace[(row * width) + column])
                {
                    face = face.With(Luminance(composition.Picture, x, y));
                }
                else if (alpha[x] < 0.02f && y < chin && x > left - around && x < right + around)
                {
                    wall = wall.With(Luminance(behind, x, y));
                }
            }
        }

        return face.Count > 0 && wall.Count >= 0.002f * width * height ? new HeadContrast(face.Mean, wall.Mean) : null;
    }

    private static float Luminance(PlanarImage encoded, int x, int y) => RgbColour
        .FromEncoded(new Vector3(encoded.Row(0, y)[x], encoded.Row(1, y)[x], encoded.Row(2, y)[x]))
        .Luminance;

    private readonly record struct Tally(double Sum, int Count)
    {
        public float Mean => (float)(Sum / Count);

        public Tally With(float value) => new(Sum + value, Count + 1);
    }
}
