using System.Numerics;
using Headshots.Imaging;
using Headshots.Vision.Networks;

namespace Headshots.Vision.People;

/// <summary>Tells people from background: MediaPipe's selfie_segmentation, general model.</summary>
internal sealed class PersonSegmenter(ICompiledNetwork network) : IDisposable
{
    /// <summary>Side of the network's input and of its mask.</summary>
    public const int MaskSize = 256;

    private readonly SessionPool _sessions = new(network);

    /// <summary>
    /// How much of each pixel is a person, 0 to 1: a mask of <see cref="MaskSize"/> squared over the region, squashed to
    /// the square as the network was trained. Beyond the picture its edge pixels are repeated.
    /// </summary>
    public PlanarImage Segment(RgbImage image, RectF region)
    {
        using SessionPool.Lease lease = _sessions.Rent();
        Matrix3x2 toImage = Matrix3x2.CreateScale(region.Width / MaskSize, region.Height / MaskSize)
            * Matrix3x2.CreateTranslation(region.X, region.Y);
        BilinearSampler.Sample(image, toImage, lease.Session.Input(0), MaskSize, MaskSize, 1, 0, Border.Replicate);
        lease.Session.Run();

        var mask = PlanarImage.Rent(MaskSize, MaskSize, 1);
        ReadOnlySpan<float> output = lease.Session.Output(0);
        for (int y = 0; y < MaskSize; y++)
        {
            output.Slice(y * MaskSize, MaskSize).CopyTo(mask.Row(0, y));
        }

        return mask;
    }

    public void Dispose() => _sessions.Dispose();
}
