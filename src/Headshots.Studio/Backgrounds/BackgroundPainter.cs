using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Backgrounds;

/// <summary>
/// Paints a plain background behind a frame: 3 channels, sRGB-encoded. Gradients mix in linear light, as light on a real
/// backdrop does, and carry a fixed ±½-step dither, because 8 bits show bands on a smooth wall.
/// </summary>
internal static class BackgroundPainter
{
    /// <summary>0 where a gradient begins, 1 where it ends, of a row of pixels.</summary>
    private delegate void Position(int y, Span<float> row);

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
                throw new NotSupportedException($"{spec.GetType().Name} is no plain background.");
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
    private static Position Along(LinearBackground spec, int width, int height)
    {
        (float sin, float cos) = MathF.SinCos(spec.Angle * MathF.PI / 180);
        float length = (Math.Abs(cos) * width) + (Math.Abs(sin) * height);
        return (y, row) =>
        {
            float start = 0.5f + ((((y + 0.5f - (height / 2f)) * sin) + ((0.5f - (width / 2f)) * cos)) / length);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = Math.Clamp(start + (x * cos / length), 0, 1);
            }
        };
    }

    /// <summary>0 at the centre, 1 from the radius on, eased at both ends.</summary>
    private static Position From(RadialBackground spec, int width, int height)
    {
        Vector2 centre = new(spec.CentreX * width, spec.CentreY * height);
        float scale = 1 / (spec.Radius * new Vector2(width, height).Length());
        return (y, row) =>
        {
            float dy = (y + 0.5f - centre.Y) * scale;
            for (int x = 0; x < row.Length; x++)
            {
                float dx = (x + 0.5f - centre.X) * scale;
                float t = Math.Min(MathF.Sqrt((dx * dx) + (dy * dy)), 1);
                row[x] = t * t * (3 - (2 * t));
            }
        };
    }

    private static void Gradient(PlanarImage target, RgbColour from, RgbColour to, Position position) => PixelThreads.ForRows(
        target.Height,
        32,
        (first, end) =>
        {
            float[] share = new float[target.Stride];
            float[] dither = new float[target.Stride];
            for (int y = first; y < end; y++)
            {
                position(y, share);
                Dither.Fill(y, dither);
                for (int c = 0; c < 3; c++)
                {
                    Span<float> row = target.Plane(c).Slice(y * target.Stride, target.Stride);
                    Mix(from.Linear[c], to.Linear[c], share, row);
                    SrgbCurve.Encode(row, row);
                    Add(dither, row);
                }
            }
        });

    private static void Mix(float from, float to, ReadOnlySpan<float> share, Span<float> row)
    {
        for (int x = 0; x < row.Length; x += Vector<float>.Count)
        {
            (new Vector<float>(from) + (new Vector<float>(share[x..]) * (to - from))).CopyTo(row[x..]);
        }
    }

    private static void Add(ReadOnlySpan<float> dither, Span<float> row)
    {
        for (int x = 0; x < row.Length; x += Vector<float>.Count)
        {
            (new Vector<float>(row[x..]) + new Vector<float>(dither[x..])).CopyTo(row[x..]);
        }
    }
}
