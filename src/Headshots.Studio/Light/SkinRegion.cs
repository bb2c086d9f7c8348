using System.Numerics;
using Headshots.Imaging;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Light;

/// <summary>
/// Which part of a picture is the skin of the face, and what tone it has: without eyes, brows, lips, nostrils, beard,
/// hair, the frames of glasses and what is clipped. It is found once, in the photo as it was shot, so that two states of
/// one picture are compared on the same skin. Owns its pixels.
/// </summary>
internal sealed class SkinRegion : IDisposable
{
    /// <summary>Weights per distance between the eyes: pores average out, features do not.</summary>
    private const float InterEye = 32;

    /// <summary>Pixels of weight below which a tone would be chance.</summary>
    private const double Least = 30;

    private readonly int _pictureWidth;
    private readonly int _pictureHeight;

    private SkinRegion(PlanarImage weights, int block, PlanarImage picture, PlanarImage small)
    {
        Weights = weights;
        Block = block;
        _pictureWidth = picture.Width;
        _pictureHeight = picture.Height;
        (Area, Extent) = Measured(weights);
        AsFound = MeanLightOfBlocks(small, default);
    }

    /// <summary>1 channel, 0 to 1: how surely each block of the picture is skin, a pixel per block.</summary>
    public PlanarImage Weights { get; }

    /// <summary>Side in pixels of the picture of what one weight stands for.</summary>
    public int Block { get; }

    /// <summary>The sum of the weights.</summary>
    public double Area { get; }

    /// <summary>The least part of the picture that holds all skin; a single block where there is none.</summary>
    public BlockArea Extent { get; }

    /// <summary>The mean linear light of the skin in the picture that it was found in.</summary>
    public Vector3 AsFound { get; }

    /// <summary>Whether there is enough skin to speak of its tone.</summary>
    public bool Seen => Area >= Least;

    /// <summary>Pixels of the picture that one weight should stand for.</summary>
    public static int BlockFor(FaceMesh mesh) => Math.Max(1, (int)MathF.Round(mesh.InterEye / InterEye));

    /// <summary>Finds the skin.</summary>
    /// <param name="picture">3 channels, sRGB-encoded.</param>
    /// <param name="mesh">The face, in pixels of the picture.</param>
    public static SkinRegion Of(PlanarImage picture, FaceMesh mesh)
    {
        int block = BlockFor(mesh);
        using PlanarImage small = BlockMeans.Of(picture, block);
        return new SkinRegion(SkinSelection.Weigh(small, mesh, block), block, picture, small);
    }

    /// <summary>
    /// The mean light that the skin sends, as a colour; null where too little of it is seen. A mean of light rather than
    /// of L*a*b*, so that it follows exposure and white balance exactly.
    /// </summary>
    /// <param name="picture">3 channels, sRGB-encoded, of the size that the region was found in.</param>
    public Lab? Tone(PlanarImage picture) => Seen ? Lab.FromLinear(MeanLight(picture)) : null;

    /// <summary>The same of the picture that the region was found in.</summary>
    public Lab? ToneAsFound => Seen ? Lab.FromLinear(AsFound) : null;

    /// <summary>The mean linear light of the skin; zero where none is seen.</summary>
    /// <param name="picture">3 channels, sRGB-encoded, of the size that the region was found in.</param>
    public Vector3 MeanLight(PlanarImage picture)
    {
        if (picture.Width != _pictureWidth || picture.Height != _pictureHeight)
        {
            throw new ArgumentException("The region was found in a picture of another size.", nameof(picture));
        }

        using PlanarImage small = BlockMeans.Of(picture, Block, Extent);
        return MeanLightOfBlocks(small, Extent);
    }

    /// <summary>The same of a picture whose <see cref="BlockMeans"/> are at hand.</summary>
    public Vector3 MeanLightOfBlocks(PlanarImage small) => MeanLightOfBlocks(small, default);

    private Vector3 MeanLightOfBlocks(PlanarImage small, BlockArea at)
    {
        Vector3 mean = default;
        float[] light = new float[small.Width];
        for (int channel = 0; channel < 3; channel++)
        {
            double sum = 0;
            for (int y = 0; y < small.Height; y++)
            {
                SrgbCurve.Decode(small.Row(channel, y), light);
                ReadOnlySpan<float> weights = Weights.Row(0, at.Top + y).Slice(at.Left, light.Length);
                float row = 0;
                for (int x = 0; x < weights.Length; x++)
                {
                    row += weights[x] * light[x];
                }

                sum += row;
            }

            mean[channel] = (float)(sum / Math.Max(Area, 1e-6));
        }

        return mean;
    }

    public void Dispose() => Weights.Dispose();

    private static (double Area, BlockArea Extent) Measured(PlanarImage weights)
    {
        double area = 0;
        (int left, int top, int right, int bottom) = (weights.Width, weights.Height, 0, 0);
        for (int y = 0; y < weights.Height; y++)
        {
            ReadOnlySpan<float> row = weights.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                if (row[x] > 0)
                {
                    area += row[x];
                    (left, top) = (Math.Min(left, x), Math.Min(top, y));
                    (right, bottom) = (Math.Max(right, x + 1), y + 1);
                }
            }
        }

        return (area, area > 0 ? new BlockArea(left, top, right - left, bottom - top) : new BlockArea(0, 0, 1, 1));
    }
}
