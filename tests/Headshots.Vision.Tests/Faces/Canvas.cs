using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Vision.Tests.Faces;

/// <summary>Makes test pictures of photos: turned, or small or large on a plain ground.</summary>
internal static class Canvas
{
    private const byte Ground = 120;

    /// <summary>Draws a photo through a map from its coordinates to the canvas's; area-averaged when it shrinks.</summary>
    public static RgbImage Place(RgbImage photo, Matrix3x2 toCanvas, int width, int height)
    {
        Assert.True(Matrix3x2.Invert(toCanvas, out Matrix3x2 toPhoto));
        int samples = Math.Clamp((int)MathF.Ceiling(MathF.Sqrt(MathF.Abs(toPhoto.GetDeterminant()))), 1, 5);
        var canvas = RgbImage.Rent(width, height);
        for (int y = 0; y < height; y++)
        {
            Span<byte> row = canvas.Row(y);
            for (int x = 0; x < width; x++)
            {
                Average(photo, toPhoto, x, y, samples, row.Slice(x * 3, 3));
            }
        }

        return canvas;
    }

    /// <summary>Turns a photo clockwise about its middle on a canvas that holds all of it.</summary>
    public static RgbImage Turn(RgbImage photo, float degrees, out Matrix3x2 toCanvas)
    {
        float angle = degrees * MathF.PI / 180;
        (float sin, float cos) = (MathF.Abs(MathF.Sin(angle)), MathF.Abs(MathF.Cos(angle)));
        int width = (int)MathF.Ceiling((photo.Width * cos) + (photo.Height * sin));
        int height = (int)MathF.Ceiling((photo.Width * sin) + (photo.Height * cos));
        toCanvas = Matrix3x2.CreateTranslation(-photo.Width / 2f, -photo.Height / 2f)
            * Matrix3x2.CreateRotation(angle) * Matrix3x2.CreateTranslation(width / 2f, height / 2f);
        return Place(photo, toCanvas, width, height);
    }

    private static void Average(RgbImage photo, Matrix3x2 toPhoto, int x, int y, int samples, Span<byte> pixel)
    {
        Vector3 sum = default;
        for (int j = 0; j < samples; j++)
        {
            for (int i = 0; i < samples; i++)
            {
                var at = new Vector2(x + ((i + 0.5f) / samples), y + ((j + 0.5f) / samples));
                sum += Bilinear(photo, Vector2.Transform(at, toPhoto));
            }
        }

        sum /= samples * samples;
        pixel[0] = (byte)(sum.X + 0.5f);
        pixel[1] = (byte)(sum.Y + 0.5f);
        pixel[2] = (byte)(sum.Z + 0.5f);
    }

    private static Vector3 Bilinear(RgbImage photo, Vector2 at)
    {
        if (at.X < 0 || at.Y < 0 || at.X >= photo.Width || at.Y >= photo.Height)
        {
            return new Vector3(Ground);
        }

        Vector2 p = at - new Vector2(0.5f);
        int x = (int)MathF.Floor(p.X);
        int y = (int)MathF.Floor(p.Y);
        var top = Vector3.Lerp(Pixel(photo, x, y), Pixel(photo, x + 1, y), p.X - x);
        var bottom = Vector3.Lerp(Pixel(photo, x, y + 1), Pixel(photo, x + 1, y + 1), p.X - x);
        return Vector3.Lerp(top, bottom, p.Y - y);
    }

    private static Vector3 Pixel(RgbImage photo, int x, int y)
    {
        ReadOnlySpan<byte> p = photo.Row(Math.Clamp(y, 0, photo.Height - 1)).Slice(Math.Clamp(x, 0, photo.Width - 1) * 3, 3);
        return new Vector3(p[0], p[1], p[2]);
    }
}
