using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;

namespace Headshots.Studio.Backgrounds;

/// <summary>What a background must know of the light on the sitter to look as if it were in the same place.</summary>
/// <param name="Gain">By how much the darkroom changed the light of the face since it was shot, per linear channel.</param>
/// <param name="BrightSide">
/// Stops by which the half of the face on the picture's right is brighter than the other one; negative for the left.
/// </param>
internal readonly record struct SubjectLight(Vector3 Gain, float BrightSide)
{
    private const float LeastGain = 0.6f;
    private const float MostGain = 1.7f;

    /// <summary>Samples along the longer side: means need no more.</summary>
    private const int Samples = 128;

    public static SubjectLight Measure(Composition composition)
    {
        int step = Math.Max(1, Math.Max(composition.Width, composition.Height) / Samples);
        int width = composition.Width / step;
        int height = composition.Height / step;
        bool[] inFace = new bool[width * height];
        Outline.Fill([.. HeadGeometry.Oval.Select(i => composition.Mesh.Flat(i) / step)], inFace, width);
        Vector2 top = composition.Mesh.Flat(10);
        Vector2 down = composition.Mesh.Flat(152) - top;
        Vector3 now = Vector3.Zero;
        Vector3 shot = Vector3.Zero;
        Vector2 halves = Vector2.Zero;
        Vector2 counts = Vector2.Zero;
        for (int i = 0; i < inFace.Length; i++)
        {
            if (!inFace[i])
            {
                continue;
            }

            Vector2 at = new(((i % width) * step) + (step / 2), ((i / width) * step) + (step / 2));
            Vector3 here = Linear(composition.Picture, at);
            now += here;
            shot += Linear(composition.AsShot, at);
            Vector2 from = at - top;
            bool onRight = (from.X * down.Y) - (from.Y * down.X) > 0;
            Vector2 side = onRight ? Vector2.UnitX : Vector2.UnitY;
            halves += side * here.Y;
            counts += side;
        }

        Vector3 gain = (now + new Vector3(1e-3f)) / (shot + new Vector3(1e-3f));
        Vector2 means = (halves + new Vector2(1e-4f)) / Vector2.Max(counts, Vector2.One);
        return new SubjectLight(
            Vector3.Clamp(gain, new Vector3(LeastGain), new Vector3(MostGain)), MathF.Log2(means.X / means.Y));
    }

    private static Vector3 Linear(PlanarImage encoded, Vector2 at)
    {
        (int x, int y) = ((int)at.X, (int)at.Y);
        return RgbColour.FromEncoded(new Vector3(encoded.Row(0, y)[x], encoded.Row(1, y)[x], encoded.Row(2, y)[x])).Linear;
    }
}
