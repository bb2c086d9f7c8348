using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Retouching;

/// <summary>
/// Finds small round spots that are redder or a little darker than all that is around them, and what would calm them.
/// Lines (wrinkles, hair) have something like themselves on two sides and are no spots; moles are far darker; freckles
/// and stubble are many.
/// </summary>
internal static class Blemishes
{
    /// <summary>Radii of spots in distances between the eyes: about 1 to 4 mm.</summary>
    private static readonly float[] _radii = [0.028f, 0.05f];

    /// <summary>Pores and noise are smoothed away first, the same way.</summary>
    private const float Smoothing = 0.013f;

    /// <summary>a* and L*: differences that skin has everywhere.</summary>
    private const float EvenRed = 1.0f;
    private const float EvenDark = 1.0f;

    /// <summary>L* on a skin of L* 60: from here a spot is taken for a mole, and from there it surely is one.</summary>
    private const float PerhapsMole = 5;
    private const float Mole = 8;
    private const float UsualLightness = 60;

    /// <summary>Of all spots around: share of dark ones from which they belong to the skin, and over how far.</summary>
    private const float Few = 0.06f;
    private const float Many = 0.14f;
    private const float Neighbourhood = 0.25f;

    private const int MinRowsPerChunk = 16;

    /// <summary>How much of a spot's darkness goes; it takes shape from it.</summary>
    private const float DarkShare = 0.6f;

    /// <summary>Of its redness more than all, because the correction is smoothed, which lowers its middle.</summary>
    private const float RedShare = 1.4f;

    /// <param name="lab">The patch in L*a*b*.</param>
    /// <param name="interEye">Distance between the eyes in its pixels.</param>
    /// <returns>2 channels: what to add to L* and to a* at full strength; the caller's to dispose.</returns>
    public static PlanarImage Find(PlanarImage lab, float interEye)
    {
        using PlanarImage smooth = PlanarImage.Rent(lab.Width, lab.Height, 3);
        GaussianBlur.Apply(lab, smooth, Math.Max(0.8f, Smoothing * interEye));
        using PlanarImage spots = PlanarImage.Rent(lab.Width, lab.Height, 2);
        spots.Fill(0);
        foreach (float radius in _radii)
        {
            AddSpots(smooth, Math.Max(2, (int)MathF.Round(radius * interEye)), spots);
        }

        using PlanarImage dark = PlanarImage.Rent(lab.Width, lab.Height, 1);
        for (int y = 0; y < lab.Height; y++)
        {
            Span<float> row = dark.Row(0, y);
            ReadOnlySpan<float> spot = spots.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = Math.Clamp((spot[x] - EvenDark) / 2, 0, 1);
            }
        }

        using PlanarImage crowd = PlanarImage.Rent(lab.Width, lab.Height, 1);
        BoxFilter.Mean(dark, crowd, Math.Max(1, (int)(Neighbourhood * interEye)));
        PlanarImage change = PlanarImage.Rent(lab.Width, lab.Height, 2);
        using PlanarImage rough = PlanarImage.Rent(lab.Width, lab.Height, 2);
        for (int y = 0; y < lab.Height; y++)
        {
            Judge(spots, smooth.Row(0, y), crowd.Row(0, y), y, rough);
        }

        GaussianBlur.Apply(rough, change, Math.Max(0.8f, Smoothing * interEye));
        return change;
    }

    /// <summary>
    /// How much darker and redder a place is than the mean of two places a radius away on opposite sides, in the
    /// direction in which that is least; the most of all radii.
    /// </summary>
    private static void AddSpots(PlanarImage smooth, int radius, PlanarImage spots)
    {
        int diagonal = Math.Max(1, (int)MathF.Round(radius * 0.7071f));
        int inner = smooth.Width - (2 * radius);
        if (inner < 1)
        {
            return;
        }

        PixelThreads.ForRows(Math.Max(0, smooth.Height - (2 * radius)), MinRowsPerChunk, (from, end) =>
        {
            float[] least = new float[inner];
            for (int y = from + radius; y < end + radius; y++)
            {
                for (int channel = 0; channel < 2; channel++)
                {
                    least.AsSpan().Fill(float.MaxValue);
                    float sign = channel == 0 ? -1 : 1;
                    ReadOnlySpan<float> here = smooth.Row(channel, y).Slice(radius, inner);
                    foreach ((int dx, int dy) in (ReadOnlySpan<(int, int)>)[(radius, 0), (0, radius), (diagonal, diagonal), (diagonal, -diagonal)])
                    {
                        Least(
                            here,
                            smooth.Row(channel, y + dy).Slice(radius + dx, inner),
                            smooth.Row(channel, y - dy).Slice(radius - dx, inner),
                            sign,
                            least);
                    }

                    Most(least, spots.Row(channel, y).Slice(radius, inner));
                }
            }
        });
    }

    private static void Least(ReadOnlySpan<float> here, ReadOnlySpan<float> one, ReadOnlySpan<float> other, float sign, Span<float> least)
    {
        int x = 0;
        for (; x <= least.Length - Vector<float>.Count; x += Vector<float>.Count)
        {
            Vector<float> around = (new Vector<float>(one[x..]) + new Vector<float>(other[x..])) * 0.5f;
            Vector.Min(new Vector<float>(least[x..]), sign * (new Vector<float>(here[x..]) - around)).CopyTo(least[x..]);
        }

        for (; x < least.Length; x++)
        {
            least[x] = Math.Min(least[x], sign * (here[x] - ((one[x] + other[x]) / 2)));
        }
    }

    private static void Most(ReadOnlySpan<float> values, Span<float> most)
    {
        for (int x = 0; x < most.Length; x++)
        {
            most[x] = Math.Max(most[x], values[x]);
        }
    }

    private static void Judge(PlanarImage spots, ReadOnlySpan<float> lightness, ReadOnlySpan<float> crowd, int y, PlanarImage change)
    {
        ReadOnlySpan<float> dark = spots.Row(0, y);
        ReadOnlySpan<float> red = spots.Row(1, y);
        Span<float> lighter = change.Row(0, y);
        Span<float> paler = change.Row(1, y);
        for (int x = 0; x < dark.Length; x++)
        {
            // As the eye sees it, a spot on dark skin is as dark at a smaller difference.
            float darkness = dark[x] * UsualLightness / Math.Max(lightness[x], 15);
            // Moles are brown: what is redder than dark is no mole, however dark.
            float own = Math.Clamp((darkness - PerhapsMole) / (Mole - PerhapsMole), 0, 1)
                * Math.Clamp(2.5f - (2 * red[x] / Math.Max(dark[x], 0.1f)), 0, 1);
            float many = Math.Clamp((crowd[x] - Few) / (Many - Few), 0, 1);
            float calmed = (1 - own) * (1 - many);
            lighter[x] = calmed * DarkShare * Math.Max(0, dark[x] - EvenDark);
            paler[x] = -calmed * RedShare * Math.Max(0, red[x] - EvenRed);
        }
    }
}
