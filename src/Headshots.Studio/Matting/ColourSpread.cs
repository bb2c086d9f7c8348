using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>Sums of weighted colours, from which their normal distribution follows.</summary>
internal struct ColourSpread
{
    private Vector3 _sum;
    private Vector3 _squares;
    private Vector3 _products;

    /// <summary>Of all that was added.</summary>
    public float Weight { get; private set; }

    public static Vector3 At(PlanarImage colours, int x, int y) =>
        new(colours.Row(0, y)[x], colours.Row(1, y)[x], colours.Row(2, y)[x]);

    public void Add(Vector3 colour, float weight)
    {
        Weight += weight;
        _sum += weight * colour;
        _squares += weight * colour * colour;
        _products += weight * new Vector3(colour.X * colour.Y, colour.X * colour.Z, colour.Y * colour.Z);
    }

    /// <summary>The distribution of what was added.</summary>
    public readonly ColourModel Model()
    {
        float per = 1 / Math.Max(Weight, 1e-6f);
        Vector3 mean = per * _sum;
        return new ColourModel(
            mean,
            new Covariance(
                (per * _squares) - (mean * mean) + new Vector3(Covariance.Noise),
                (per * _products) - new Vector3(mean.X * mean.Y, mean.X * mean.Z, mean.Y * mean.Z)));
    }

    /// <summary>The scatter of what were differences from a mean, with a variance of noise.</summary>
    public readonly Covariance AboutZero(float noise)
    {
        float per = 1 / Math.Max(Weight, 1);
        return new Covariance((per * _squares) + new Vector3(noise), per * _products);
    }
}
