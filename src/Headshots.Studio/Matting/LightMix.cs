using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>Lays one picture over another as a lens would: what is half-transparent mixes as light.</summary>
internal static class LightMix
{
    /// <summary>Replaces the picture by itself over an opaque background.</summary>
    /// <param name="picture">3 channels, sRGB-encoded, straight alpha.</param>
    /// <param name="alpha">1 channel, 0 to 1, same size: a share of the light.</param>
    /// <param name="behind">3 channels, sRGB-encoded, same size.</param>
    public static void Over(PlanarImage picture, PlanarImage alpha, PlanarImage behind) =>
        PixelThreads.ForRows(picture.Height, 32, (first, last) =>
        {
            float[] scratch = new float[2 * picture.Width];
            for (int y = first; y < last; y++)
            {
                ReadOnlySpan<float> shares = alpha.Row(0, y);
                for (int start = 0; start < shares.Length;)
                {
                    int end = Stretch(shares, start);
                    for (int channel = 0; channel < 3; channel++)
                    {
                        Lay(
                            picture.Row(channel, y)[start..end],
                            shares[start..end],
                            behind.Row(channel, y)[start..end],
                            scratch.AsSpan(0, end - start),
                            scratch.AsSpan(picture.Width, end - start));
                    }

                    start = end;
                }
            }
        });

    /// <summary>The end of the stretch of solid, clear or half-transparent pixels that starts here.</summary>
    private static int Stretch(ReadOnlySpan<float> shares, int start)
    {
        ReadOnlySpan<float> rest = shares[start..];
        int length = rest[0] switch
        {
            >= 1 => rest.IndexOfAnyExceptInRange(1, float.MaxValue),
            <= 0 => rest.IndexOfAnyExceptInRange(float.MinValue, 0),
            _ => SoftLength(rest),
        };
        return length < 0 ? shares.Length : start + length;
    }

    private static int SoftLength(ReadOnlySpan<float> shares)
    {
        for (int i = 0; i < shares.Length; i++)
        {
            if (shares[i] is <= 0 or >= 1)
            {
                return i;
            }
        }

        return -1;
    }

    private static void Lay(
        Span<float> front, ReadOnlySpan<float> shares, ReadOnlySpan<float> back, Span<float> frontLight, Span<float> backLight)
    {
        if (shares[0] >= 1)
        {
            return;
        }

        if (shares[0] <= 0)
        {
            back.CopyTo(front);
            return;
        }

        SrgbCurve.Decode(front, frontLight);
        SrgbCurve.Decode(back, backLight);
        for (int i = 0; i < front.Length; i++)
        {
            frontLight[i] = backLight[i] + (shares[i] * (frontLight[i] - backLight[i]));
        }

        SrgbCurve.Encode(frontLight, front);
    }
}
