using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Tests.Sitters;

/// <summary>What goes wrong with photos, done to good ones. Every answer is a new image.</summary>
internal static class PhotoEdit
{
    public static RgbImage Crop(RgbImage photo, int left, int top, int width, int height)
    {
        RgbImage result = RgbImage.Rent(width, height);
        for (int y = 0; y < height; y++)
        {
            photo.Row(top + y).Slice(3 * left, 3 * width).CopyTo(result.Row(y));
        }

        return result;
    }

    /// <summary>One photo with another laid over it.</summary>
    public static RgbImage Paste(RgbImage photo, RgbImage over, int left, int top)
    {
        RgbImage result = Crop(photo, 0, 0, photo.Width, photo.Height);
        for (int y = 0; y < over.Height; y++)
        {
            over.Row(y).CopyTo(result.Row(top + y)[(3 * left)..]);
        }

        return result;
    }

    public static RgbImage Beside(RgbImage left, RgbImage right)
    {
        using RgbImage canvas = RgbImage.Rent(left.Width + right.Width, left.Height);
        canvas.Pixels.Clear();
        using RgbImage first = Paste(canvas, left, 0, 0);
        return Paste(first, right, left.Width, 0);
    }

    /// <summary>As a camera with that many stops more light would have taken it.</summary>
    public static RgbImage Expose(RgbImage photo, float stops)
    {
        byte[] curve = new byte[256];
        for (int v = 0; v < 256; v++)
        {
            curve[v] = ToByte((float)SrgbCurve.ToEncoded(Math.Min(1, SrgbCurve.ToLinear(v / 255.0) * Math.Pow(2, stops))));
        }

        RgbImage result = RgbImage.Rent(photo.Width, photo.Height);
        for (int i = 0; i < photo.Pixels.Length; i++)
        {
            result.Pixels[i] = curve[photo.Pixels[i]];
        }

        return result;
    }

    public static RgbImage Resize(RgbImage photo, int width, int height) => Change(
        photo, width, height, (from, to) => Resampler.Resize(from, new RectF(0, 0, photo.Width, photo.Height), to));

    public static RgbImage Blur(RgbImage photo, float sigma) => Change(
        photo, photo.Width, photo.Height, (from, to) => GaussianBlur.Apply(from, to, sigma));

    /// <summary>The first three planes, sRGB-encoded, as a photo.</summary>
    public static RgbImage Quantise(PlanarImage planes)
    {
        RgbImage result = RgbImage.Rent(planes.Width, planes.Height);
        for (int y = 0; y < planes.Height; y++)
        {
            for (int x = 0; x < planes.Width; x++)
            {
                for (int c = 0; c < 3; c++)
                {
                    result.Row(y)[(3 * x) + c] = ToByte(planes.Row(c, y)[x]);
                }
            }
        }

        return result;
    }

    private static RgbImage Change(RgbImage photo, int width, int height, Action<PlanarImage, PlanarImage> change)
    {
        using PlanarImage from = PlanarImage.Rent(photo.Width, photo.Height, 3);
        AffineWarp.Warp(photo, Matrix3x2.Identity, from, Border.Replicate);
        using PlanarImage to = PlanarImage.Rent(width, height, 3);
        change(from, to);
        return Quantise(to);
    }

    private static byte ToByte(float value) => (byte)Math.Clamp(MathF.Round(255 * value), 0, 255);
}
