using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Retouching;

/// <summary>What would calm the skin of a patch, at any strength. Owns its pixels, but not the patch.</summary>
internal sealed class Treatment : IDisposable
{
    private const int MinRowsPerChunk = 16;

    private readonly SkinPatch _patch;
    private readonly PlanarImage _lab;
    private readonly PlanarImage _spots;
    private readonly PlanarImage _shine;
    private readonly Vector3 _skinColour;

    private Treatment(SkinPatch patch, PlanarImage lab, PlanarImage spots, PlanarImage shine, Vector3 skinColour)
    {
        _patch = patch;
        _lab = lab;
        _spots = spots;
        _shine = shine;
        _skinColour = skinColour;
    }

    public static Treatment Of(SkinPatch patch)
    {
        PlanarImage lab = PlanarImage.Rent(patch.Colour.Width, patch.Colour.Height, 3);
        PlanarColour.ToLab(patch.Colour, lab);
        using PlanarImage linear = PlanarImage.Rent(patch.Colour.Width, patch.Colour.Height, 3);
        PlanarColour.Decode(patch.Colour, linear);
        Vector3 skin = Mean(linear, patch.Weights);
        PlanarImage spots = Blemishes.Find(lab, patch.InterEye);
        PlanarImage shine = Shine.Find(linear, patch.Weights, skin, patch.InterEye);
        return new Treatment(patch, lab, spots, shine, skin / Math.Max(Xyz.Luminance(skin), 1e-4f));
    }

    /// <summary>What to add to the sRGB-encoded colours of the patch, and what that does to the skin's mean light.</summary>
    /// <param name="strength">0 to 1.</param>
    /// <param name="change">3 channels of the patch's size; receives the differences.</param>
    /// <returns>The difference of the mean linear light.</returns>
    public Vector3 Make(float strength, PlanarImage change)
    {
        using PlanarImage treated = PlanarImage.Rent(_lab.Width, _lab.Height, 3);
        for (int y = 0; y < treated.Height; y++)
        {
            ReadOnlySpan<float> weight = _patch.Weights.Row(0, y);
            Shift(_lab.Row(0, y), _spots.Row(0, y), weight, strength, treated.Row(0, y));
            Shift(_lab.Row(1, y), _spots.Row(1, y), weight, strength, treated.Row(1, y));
            _lab.Row(2, y).CopyTo(treated.Row(2, y));
        }

        PlanarColour.FromLab(treated, treated);
        PlanarColour.Decode(treated, treated);
        Vector3 added = Shine.Calm(Vector3.Zero, 1, _skinColour, strength);
        for (int channel = 0; channel < 3; channel++)
        {
            float slope = added[channel];
            for (int y = 0; y < treated.Height; y++)
            {
                Span<float> light = treated.Row(channel, y);
                ReadOnlySpan<float> excess = _shine.Row(0, y);
                for (int x = 0; x < light.Length; x++)
                {
                    light[x] += slope * excess[x];
                }
            }
        }

        // The patch itself, out and back the same way, so that what is not treated differs by exactly nothing.
        Vector3 after = Mean(treated, _patch.Weights);
        PlanarColour.Encode(treated, treated);
        PlanarColour.Decode(_patch.Colour, change);
        Vector3 before = Mean(change, _patch.Weights);
        for (int channel = 0; channel < 3; channel++)
        {
            PixelThreads.ForRows(change.Height, MinRowsPerChunk, (from, end) =>
            {
                for (int y = from; y < end; y++)
                {
                    Difference(treated.Row(channel, y), _patch.Colour.Row(channel, y), _patch.Weights.Row(0, y), change.Row(channel, y));
                }
            });
        }

        return after - before;
    }

    public void Dispose()
    {
        _lab.Dispose();
        _spots.Dispose();
        _shine.Dispose();
    }

    private static void Shift(
        ReadOnlySpan<float> from, ReadOnlySpan<float> shift, ReadOnlySpan<float> weight, float strength, Span<float> to)
    {
        for (int x = 0; x < to.Length; x++)
        {
            to[x] = from[x] + (strength * weight[x] * shift[x]);
        }
    }

    private static void Difference(
        ReadOnlySpan<float> treated, ReadOnlySpan<float> colour, ReadOnlySpan<float> weight, Span<float> change)
    {
        for (int x = 0; x < change.Length; x++)
        {
            change[x] = weight[x] > 0 ? treated[x] - colour[x] : 0;
        }
    }

    private static Vector3 Mean(PlanarImage linear, PlanarImage weights)
    {
        Vector3 sum = default;
        double total = 1e-4;
        for (int y = 0; y < linear.Height; y++)
        {
            ReadOnlySpan<float> weight = weights.Row(0, y);
            ReadOnlySpan<float> red = linear.Row(0, y);
            ReadOnlySpan<float> green = linear.Row(1, y);
            ReadOnlySpan<float> blue = linear.Row(2, y);
            Vector3 row = default;
            float share = 0;
            for (int x = 0; x < weight.Length; x++)
            {
                row += weight[x] * new Vector3(red[x], green[x], blue[x]);
                share += weight[x];
            }

            sum += row;
            total += share;
        }

        return sum / (float)total;
    }
}
