using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>
/// The person's own colours at the half-transparent edge, where the photo shows a mix with its old background: without
/// them every strand carries that background along. Multi-level foreground estimation (Germer, Uelwer, Conrad and
/// Harmeling, "Fast Multi-Level Foreground Estimation", ICPR 2020): both layers are solved for on a pyramid, coarse to
/// fine, so that colours travel far at little cost.
/// </summary>
internal static class ForegroundColours
{
    private const int CoarseSide = 32;
    private const int CoarseRounds = 10;
    private const int FineRounds = 2;

    /// <summary>
    /// Replaces the picture's colours by the person's, in place, where alpha is below one, and alpha by the share of the
    /// light that is the person's (<see cref="LightShare"/>): the two go together in <see cref="LightMix"/>.
    /// </summary>
    /// <param name="picture">3 channels, sRGB-encoded.</param>
    /// <param name="alpha">1 channel, 0 to 1, same size: as measured on these encoded values.</param>
    public static void Estimate(PlanarImage picture, PlanarImage alpha)
    {
        List<LayerLevel> pyramid = [LayerLevel.Finest(picture, alpha)];
        try
        {
            while (Math.Max(pyramid[^1].Width, pyramid[^1].Height) > 2)
            {
                pyramid.Add(pyramid[^1].Halve());
            }

            pyramid[^1].StartFromImage();
            for (int i = pyramid.Count - 1; i >= 0; i--)
            {
                LayerLevel level = pyramid[i];
                if (i < pyramid.Count - 1)
                {
                    level.StartFrom(pyramid[i + 1]);
                }

                int rounds = Math.Max(level.Width, level.Height) <= CoarseSide ? CoarseRounds : FineRounds;
                for (int round = 0; round < rounds; round++)
                {
                    level.Relax(parity: 0);
                    level.Relax(parity: 1);
                }
            }

            pyramid[0].MeasureLight(alpha);
            pyramid[0].WriteForeground(picture);
        }
        finally
        {
            pyramid.ForEach(l => l.Dispose());
        }
    }
}
