using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>
/// What a pixel's colour says about alpha, in the band where the mask is in doubt: the local solve. Around every block
/// the person's and the background's colours are known from where the mask is sure of them; a pixel between is a mix of
/// the two, and Fisher's linear discriminant says of how much each. Colours that tell the layers apart outweigh the
/// guided filter's alpha; colours that neither layer nor a mix of them explains (a third thing: an earring, the rim of
/// short hair round a face) do not.
/// </summary>
internal static class ColourEvidence
{
    /// <summary>Squared separation of the layers, in standard deviations, that weighs as much as a mask in full doubt.</summary>
    private const float EvenSeparation = 5;

    /// <summary>Squared distance in standard deviations up to which a colour fits a mix, and from which it does not.</summary>
    private const float Fits = 4;
    private const float Strange = 12;

    /// <summary>The same for whether it fits a layer by itself.</summary>
    private const float Typical = 6;
    private const float Untypical = 14;

    /// <summary>Corrects alpha in place.</summary>
    /// <param name="picture">3 channels, sRGB-encoded.</param>
    /// <param name="layers">Of this picture.</param>
    /// <param name="alpha">1 channel, 0 to 1, the picture's size.</param>
    public static void Apply(PlanarImage picture, LayerColours layers, PlanarImage alpha)
    {
        Trimap trimap = layers.Trimap;
        PixelThreads.ForRows(trimap.Height, 4, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                for (int x = 0; x < trimap.Width; x++)
                {
                    float doubt = trimap.Doubt(x, y);
                    if (doubt > 0 && layers.TryRead(x, y, out ColourModel front, out ColourModel back))
                    {
                        new Mixture(front, back, doubt).Correct(picture, alpha, x * trimap.Block, y * trimap.Block, trimap.Block);
                    }
                }
            }
        });
    }

    /// <summary>1 up to the first distance, 0 from the second, smooth between.</summary>
    private static float Plausible(float distance, float full, float none)
    {
        float t = Math.Clamp((none - distance) / (none - full), 0, 1);
        return t * t * (3 - (2 * t));
    }

    /// <summary>Two layers about a block.</summary>
    private readonly struct Mixture
    {
        private readonly ColourModel _front;
        private readonly ColourModel _back;
        private readonly Vector3 _apart;
        private readonly Vector3 _direction;
        private readonly float _trust;

        public Mixture(in ColourModel front, in ColourModel back, float doubt)
        {
            _front = front;
            _back = back;
            _apart = front.Mean - back.Mean;
            Vector3 normal = Covariance.Mix(front.Scatter, 1, back.Scatter, 1).Solve(_apart);
            float separation = Math.Max(Vector3.Dot(normal, _apart), 1e-6f);
            _direction = normal / separation;
            _trust = separation / (separation + (EvenSeparation / (doubt * doubt)));
        }

        public void Correct(PlanarImage picture, PlanarImage alpha, int left, int top, int block)
        {
            int right = Math.Min(left + block, picture.Width);
            for (int y = top; y < Math.Min(top + block, picture.Height); y++)
            {
                ReadOnlySpan<float> red = picture.Row(0, y)[left..right];
                ReadOnlySpan<float> green = picture.Row(1, y)[left..right];
                ReadOnlySpan<float> blue = picture.Row(2, y)[left..right];
                Span<float> row = alpha.Row(0, y)[left..right];
                for (int x = 0; x < row.Length; x++)
                {
                    (float share, float trust) = Judge(new Vector3(red[x], green[x], blue[x]));
                    row[x] += trust * (share - row[x]);
                }
            }
        }

        private (float Share, float Trust) Judge(Vector3 colour)
        {
            Vector3 fromBack = colour - _back.Mean;
            float share = Math.Clamp(Vector3.Dot(_direction, fromBack), 0, 1);

            // What the background explains by itself and the person does not is background, however the line runs: a
            // bookshelf has colours on both sides of the person's.
            float isBack = Plausible(_back.Scatter.Distance(fromBack), Typical, Untypical);
            float isFront = Plausible(_front.Scatter.Distance(colour - _front.Mean), Typical, Untypical);
            share *= 1 - (isBack * (1 - isFront));
            Covariance mixed = Covariance.Mix(_front.Scatter, share, _back.Scatter, 1 - share);
            float strange = mixed.Distance(fromBack - (share * _apart));
            return (share, _trust * Plausible(strange, Fits, Strange));
        }
    }
}
