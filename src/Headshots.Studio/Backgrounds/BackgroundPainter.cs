using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Backgrounds;

/// <summary>
/// Paints a background behind a frame: 3 channels, sRGB-encoded. Gradients mix in linear light, as light on a real
/// backdrop does, and carry a fixed ±½-step dither, because 8 bits show bands on a smooth wall.
/// </summary>
internal static class BackgroundPainter
{
    public static void Paint(BackgroundSpec spec, PlanarImage target)
    {
        switch (spec)
        {
            case SolidBackground solid:
                Fill(target, solid.Colour);
                break;
            case LinearBackground linear:
                Gradient(target, linear.From, linear.To, Along(linear, target.Width, target.Height));
                break;
            case RadialBackground radial:
                Gradient(target, radial.Inner, radial.Outer, From(radial, target.Width, target.Height));
                break;
            default:
                throw new NotSupportedException($"There is no painter for {spec.GetType().Name}.");
        }
    }

    private static void Fill(PlanarImage target, RgbColour colour)
    {
        for (int channel = 0; channel < 3; channel++)
        {
            target.Plane(channel).Fill(colour.Encoded[channel]);
        }
    }

    /// <summary>0 at the corner the direction comes from, 1 at the one it goes to.</summary>
    private static Func<float, float, float> Along(LinearBackground spec, int width, int height)
    {
        (float sin, float cos) = MathF.SinCos(spec.Angle * MathF.PI / 180);
        float half = ((Math.Abs(cos) * width) + (Math.Abs(sin) * height)) / 2;
        return (x, y) => 0.5f + ((((x - (width / 2f)) * cos) + ((y - (height / 2f)) * sin)) / (2 * half));
    }

    /// <summary>0 at the centre, 1 from the radius on, eased at both ends.</summary>
    private static Func<float, float, float> From(RadialBackground spec, int width, int height)
    {
        Vector2 centre = new(spec.CentreX * width, spec.CentreY * height);
        float radius = spec.Radius * new Vector2(width, height).Length();
        return (x, y) =>
        {
            float t = Math.Clamp(Vector2.Distance(new(x, y), centre) / radius, 0, 1);
            return t * t * (3 - (2 * t));
        };
    }

    private static void Gradient(PlanarImage target, RgbColour from, RgbColour to, Func<float, float, float> position)
    {
        // 1,024 steps in linear light, looked up with interpolation: the curve is smooth between them.
        const int Steps = 1024;
        Vector3[] ramp = new Vector3[Steps + 2];
        for (int i = 0; i < ramp.Length; i++)
        {
            ramp[i] = Mix(from, to, (float)i / Steps);
        }

        PixelThreads.ForRows(target.Height, 32, (first, last) =>
        {
            for (int y = first; y < last; y++)
            {
                Span<float> r = target.Row(0, y);
                Span<float> g = target.Row(1, y);
                Span<float> b = target.Row(2, y);
                for (int x = 0; x < r.Length; x++)
                {
                    float t = Math.Clamp(position(x + 0.5f, y + 0.5f), 0, 1) * Steps;
                    int i = (int)t;
                    Vector3 c = Vector3.Lerp(ramp[i], ramp[i + 1], t - i) + new Vector3(Dither.At(x, y));
                    (r[x], g[x], b[x]) = (c.X, c.Y, c.Z);
                }
            }
        });
    }

    private static Vector3 Mix(RgbColour from, RgbColour to, float t) =>
        SrgbCurve.ToEncoded(Vector3.Lerp(from.Linear, to.Linear, Math.Min(t, 1)));
}
