using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>
/// The few colours that a layer is made of, found by k-means, and how much of each there is about every block: a crowd of
/// books or lamps is no one normal distribution, and a pixel must be told from each of them.
/// </summary>
internal sealed class ColourPalette : IDisposable
{
    public const int Size = 4;

    /// <summary>Encoded variance of a colour about its place's mean: about 8 of 255 steps squared.</summary>
    private const float Noise = 1e-3f;

    /// <summary>What a far sample counts beside a near one.</summary>
    private const float FarShare = 0.05f;

    /// <summary>Share of each colour anywhere: what stands elsewhere in the layer may stand here, behind the hair.</summary>
    private const float Floor = 0.08f;

    /// <summary>Weight of a colour's mean over the whole layer beside that about a block.</summary>
    private const float Lean = 1e-5f;

    /// <summary>Blocks that are enough to speak of colours.</summary>
    private const int Fewest = 50;

    private readonly PlanarImage[] _about;
    private readonly Vector3[] _means;

    private ColourPalette(PlanarImage[] about, Vector3[] means, Covariance[] scatter)
    {
        _about = about;
        _means = means;
        Scatter = scatter;
    }

    /// <summary>How each colour scatters about its mean.</summary>
    public Covariance[] Scatter { get; }

    /// <summary>The palette of a layer; null where there is too little of it.</summary>
    /// <param name="colours">3 channels, sRGB-encoded block means.</param>
    /// <param name="sure">1 channel: 1 where a block surely belongs to the layer, else 0.</param>
    /// <param name="near">Radius of the near window in blocks.</param>
    /// <param name="far">Radius of the far one.</param>
    public static ColourPalette? Of(PlanarImage colours, PlanarImage sure, int near, int far)
    {
        List<Vector3> samples = [];
        for (int y = 0; y < sure.Height; y++)
        {
            for (int x = 0; x < sure.Width; x++)
            {
                if (sure.Row(0, y)[x] > 0)
                {
                    samples.Add(ColourSpread.At(colours, x, y));
                }
            }
        }

        if (samples.Count < Fewest)
        {
            return null;
        }

        Vector3[] means = ColourClusters.Find(samples, Size);
        int[] member = new int[sure.Width * sure.Height];
        PlanarImage[] about = Spread(colours, sure, means, member, near, far);
        return new ColourPalette(about, means, Scatters(colours, about, member));
    }

    /// <summary>Of each colour its share, with a sum of 1, and its mean about a block.</summary>
    public void Read(int x, int y, Span<float> shares, Span<Vector3> means)
    {
        float total = 1e-9f;
        for (int k = 0; k < Size; k++)
        {
            Vector4 sum = Sum(_about[k], x, y);
            shares[k] = sum.X;
            total += sum.X;
            means[k] = (new Vector3(sum.Y, sum.Z, sum.W) + (Lean * _means[k])) / (sum.X + Lean);
        }

        float all = 0;
        for (int k = 0; k < Size; k++)
        {
            shares[k] = (shares[k] / total) + Floor;
            all += shares[k];
        }

        for (int k = 0; k < Size; k++)
        {
            shares[k] /= all;
        }
    }

    public void Dispose()
    {
        foreach (PlanarImage image in _about)
        {
            image.Dispose();
        }
    }

    private static Vector4 Sum(PlanarImage about, int x, int y) =>
        new(about.Row(0, y)[x], about.Row(1, y)[x], about.Row(2, y)[x], about.Row(3, y)[x]);

    private static PlanarImage[] Spread(
        PlanarImage colours, PlanarImage sure, Vector3[] means, int[] member, int near, int far)
    {
        PlanarImage[] parts = new PlanarImage[Size];
        for (int k = 0; k < Size; k++)
        {
            parts[k] = PlanarImage.Rent(sure.Width, sure.Height, 4);
            for (int channel = 0; channel < 4; channel++)
            {
                parts[k].Plane(channel).Clear();
            }
        }

        for (int y = 0; y < sure.Height; y++)
        {
            for (int x = 0; x < sure.Width; x++)
            {
                int at = (y * sure.Width) + x;
                member[at] = -1;
                if (sure.Row(0, y)[x] > 0)
                {
                    Vector3 colour = ColourSpread.At(colours, x, y);
                    member[at] = ColourClusters.Nearest(means, colour);
                    PlanarImage part = parts[member[at]];
                    part.Row(0, y)[x] = 1;
                    for (int channel = 0; channel < 3; channel++)
                    {
                        part.Row(channel + 1, y)[x] = colour[channel];
                    }
                }
            }
        }

        for (int k = 0; k < Size; k++)
        {
            using PlanarImage part = parts[k];
            parts[k] = Windows.Mean(part, near, far, FarShare);
        }

        return parts;
    }

    private static Covariance[] Scatters(PlanarImage colours, PlanarImage[] about, int[] member)
    {
        ColourSpread[] spreads = new ColourSpread[Size];
        for (int y = 0; y < colours.Height; y++)
        {
            for (int x = 0; x < colours.Width; x++)
            {
                int k = member[(y * colours.Width) + x];
                if (k >= 0)
                {
                    Vector4 sum = Sum(about[k], x, y);
                    spreads[k].Add(ColourSpread.At(colours, x, y) - (new Vector3(sum.Y, sum.Z, sum.W) / sum.X), 1);
                }
            }
        }

        return [.. spreads.Select(s => s.AboutZero(Noise))];
    }
}
