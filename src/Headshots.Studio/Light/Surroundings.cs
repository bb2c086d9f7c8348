using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Light;

/// <summary>
/// What the whole photo shows besides the face, however the headshot is framed: a few thousand of its pixels.
/// </summary>
internal sealed class Surroundings
{
    /// <summary>Samples along the longer side.</summary>
    private const int Samples = 160;

    /// <summary>Linear: what is brighter has lost its colour, what is darker has none to speak of.</summary>
    private const float Bright = 0.9f;
    private const float Dark = 0.01f;

    /// <summary>Power of the grey-edge mean: strong edges count most (van de Weijer, Gevers and Gijsenij 2007).</summary>
    private const int Power = 5;

    private readonly List<Vector2> _ratios = [];

    private Surroundings()
    {
    }

    /// <summary>Linear luminance that two in a thousand of the surroundings exceed.</summary>
    public float Brightest { get; private set; } = 1;

    /// <summary>Share of the surroundings with a channel at the end of the scale.</summary>
    public float Clipped { get; private set; }

    /// <summary>ln R/G and ln B/G of the light, if edges are grey on average.</summary>
    public Vector2 GreyEdge { get; private set; }

    /// <summary>The share of all samples with a colour within a distance of the given chromaticity.</summary>
    public float ShareNear(Vector2 ratios, float distance)
    {
        int count = 0;
        foreach (Vector2 r in _ratios)
        {
            count += Vector2.DistanceSquared(r, ratios) < distance * distance ? 1 : 0;
        }

        return (float)count / Math.Max(1, _ratios.Count);
    }

    /// <param name="photo">The whole photo.</param>
    /// <param name="mesh">The face in it.</param>
    public static Surroundings Of(RgbImage photo, FaceMesh mesh)
    {
        float step = Math.Max(1, (float)Math.Max(photo.Width, photo.Height) / Samples);
        int width = (int)(photo.Width / step);
        int height = (int)(photo.Height / step);
        Surroundings seen = new();
        if (width < 2 || height < 2)
        {
            return seen;
        }

        // The neck goes with the face.
        bool[] face = new bool[width * height];
        Vector2 middle = mesh.Flat(1);
        Outline.Fill(
            [.. HeadGeometry.Oval.Select(i => (middle + ((mesh.Flat(i) - middle) * new Vector2(1.25f, mesh.Flat(i).Y > middle.Y ? 1.7f : 1.25f))) / step)],
            face,
            width);
        seen.Read(photo, step, face, width, height);
        return seen;
    }

    private void Read(RgbImage photo, float step, bool[] face, int width, int height)
    {
        List<float> luminances = [];
        Vector3 edges = default;
        int clipped = 0;
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<byte> row = photo.Row((int)((y + 0.5f) * step));
            Vector3? before = null;
            for (int x = 0; x < width; x++)
            {
                int at = 3 * (int)((x + 0.5f) * step);
                if (face[(y * width) + x])
                {
                    before = null;
                    continue;
                }

                Vector3 light = new(SrgbCurve.OfByte[row[at]], SrgbCurve.OfByte[row[at + 1]], SrgbCurve.OfByte[row[at + 2]]);
                float luminance = Xyz.Luminance(light);
                luminances.Add(luminance);
                bool lost = Math.Max(light.X, Math.Max(light.Y, light.Z)) > Bright;
                clipped += lost ? 1 : 0;
                if (lost || luminance < Dark)
                {
                    before = null;
                    continue;
                }

                Vector3 safe = Vector3.Max(light, new Vector3(1e-3f));
                _ratios.Add(new Vector2(MathF.Log(safe.X / safe.Y), MathF.Log(safe.Z / safe.Y)));
                if (before is { } b)
                {
                    Vector3 edge = Vector3.Abs(light - b);
                    edges += new Vector3(MathF.Pow(edge.X, Power), MathF.Pow(edge.Y, Power), MathF.Pow(edge.Z, Power));
                }

                before = light;
            }
        }

        Conclude(luminances, clipped, edges);
    }

    private void Conclude(List<float> luminances, int clipped, Vector3 edges)
    {
        if (luminances.Count == 0)
        {
            return;
        }

        luminances.Sort();
        Brightest = Math.Max(luminances[(int)(0.998f * (luminances.Count - 1))], 1e-3f);
        Clipped = (float)clipped / luminances.Count;
        if (Math.Min(edges.X, Math.Min(edges.Y, edges.Z)) > 0)
        {
            GreyEdge = new Vector2(MathF.Log(edges.X / edges.Y), MathF.Log(edges.Z / edges.Y)) / Power;
        }
    }
}
