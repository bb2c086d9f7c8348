using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Inspecting;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Light;

/// <summary>The whites of the eyes, or the teeth: nearly the same in everybody, whatever the skin.</summary>
/// <param name="Seen">Whether there was enough of them to say anything.</param>
/// <param name="Luminance">Mean linear luminance of their brighter half, highlights left out.</param>
/// <param name="Ratios">ln R/G and ln B/G of its linear light.</param>
internal readonly record struct Whites(bool Seen, float Luminance, Vector2 Ratios)
{
    /// <summary>Lid opening over eye width, and mouth opening over eye distance, from which there is something to see.</summary>
    private const float EyeOpen = 0.15f;
    private const float MouthOpen = 0.06f;

    /// <summary>Share of the square of the eye distance that must be left to judge by.</summary>
    private const float LeastArea = 0.002f;

    public static Whites OfEyes(PlanarImage picture, FaceMesh mesh)
    {
        if (EyeOpening.Measure(mesh) < EyeOpen)
        {
            return default;
        }

        List<Vector3> lights = [];
        Collect(picture, mesh, EyeOpening.LeftRing, 0.85f, Iris(mesh, 468), lights);
        Collect(picture, mesh, EyeOpening.RightRing, 0.85f, Iris(mesh, 473), lights);
        return Judge(lights, mesh.InterEye);
    }

    public static Whites OfTeeth(PlanarImage picture, FaceMesh mesh)
    {
        if (Vector2.Distance(mesh.Flat(13), mesh.Flat(14)) < MouthOpen * mesh.InterEye)
        {
            return default;
        }

        List<Vector3> lights = [];
        Collect(picture, mesh, FaceFeatures.InnerLips, 0.85f, (Vector2.Zero, 0), lights);
        return Judge(lights, mesh.InterEye);
    }

    private static (Vector2 Centre, float Radius) Iris(FaceMesh mesh, int centre)
    {
        float radius = 0;
        for (int i = 1; i <= 4; i++)
        {
            radius += Vector2.Distance(mesh.Flat(centre), mesh.Flat(centre + i)) / 4;
        }

        return (mesh.Flat(centre), 1.15f * radius);
    }

    /// <summary>The linear light of what lies within a line and not within a disc.</summary>
    private static void Collect(
        PlanarImage picture, FaceMesh mesh, IReadOnlyList<int> line, float scale, (Vector2 Centre, float Radius) without, List<Vector3> lights)
    {
        Vector2 middle = default;
        Vector2 low = new(float.MaxValue);
        Vector2 high = new(float.MinValue);
        foreach (int index in line)
        {
            middle += mesh.Flat(index) / line.Count;
            low = Vector2.Min(low, mesh.Flat(index));
            high = Vector2.Max(high, mesh.Flat(index));
        }

        Vector2 size = new(picture.Width, picture.Height);
        low = Vector2.Clamp(low, Vector2.Zero, size);
        high = Vector2.Clamp(high, Vector2.Zero, size);
        (int left, int top) = ((int)low.X, (int)low.Y);
        (int width, int height) = ((int)high.X - left, (int)high.Y - top);
        if (width < 1 || height < 1)
        {
            return;
        }

        bool[] inside = new bool[width * height];
        Vector2 corner = new(left, top);
        Outline.Fill([.. line.Select(i => middle + ((mesh.Flat(i) - middle) * scale) - corner)], inside, width);
        for (int i = 0; i < inside.Length; i++)
        {
            (int y, int x) = (top + (i / width), left + (i % width));
            if (inside[i] && Vector2.Distance(new Vector2(x + 0.5f, y + 0.5f), without.Centre) > without.Radius)
            {
                lights.Add(SrgbCurve.ToLinear(new Vector3(picture.Row(0, y)[x], picture.Row(1, y)[x], picture.Row(2, y)[x])));
            }
        }
    }

    /// <summary>Lashes and lids shade the darker half; the brightest twentieth are reflections of lamps.</summary>
    private static Whites Judge(List<Vector3> lights, float interEye)
    {
        if (lights.Count < Math.Max(12, LeastArea * interEye * interEye))
        {
            return default;
        }

        lights.Sort((a, b) => Xyz.Luminance(a).CompareTo(Xyz.Luminance(b)));
        int first = lights.Count / 2;
        int end = Math.Max(first + 1, lights.Count * 19 / 20);
        Vector3 mean = default;
        for (int i = first; i < end; i++)
        {
            mean += lights[i] / (end - first);
        }

        mean = Vector3.Max(mean, new Vector3(1e-4f));
        float most = Math.Max(mean.X, Math.Max(mean.Y, mean.Z));
        float luminance = Bright(lights);
        return most > 0.97f
            ? new Whites(true, luminance, new Vector2(0.12f, -0.08f))
            : new Whites(true, luminance, new Vector2(MathF.Log(mean.X / mean.Y), MathF.Log(mean.Z / mean.Y)));
    }

    /// <summary>
    /// The upper quarter without the reflections. The upper half holds lids as well, in light skin and not in dark, and
    /// would so tell of the skin.
    /// </summary>
    private static float Bright(List<Vector3> lights)
    {
        int first = lights.Count * 3 / 4;
        int end = Math.Max(first + 1, lights.Count * 19 / 20);
        float sum = 0;
        for (int i = first; i < end; i++)
        {
            sum += Xyz.Luminance(lights[i]);
        }

        return Math.Max(sum / (end - first), 1e-4f);
    }
}
