using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Attire;

/// <summary>A garment's picture with the points that say how it sits on a body; shared and never changed.</summary>
internal sealed class Garment
{
    /// <summary>Beside the neck, a collar may stand over the shoulder: so far, in half neck widths, the line is drawn across.</summary>
    private const float CollarReach = 1.45f;

    private readonly byte[] _pixels;

    /// <param name="artwork">4 channels, sRGB-encoded, straight alpha.</param>
    /// <param name="anchors">Shares of the picture's sides.</param>
    public Garment(PlanarImage artwork, GarmentAnchors anchors)
    {
        Width = artwork.Width;
        Height = artwork.Height;
        _pixels = Premultiplied(artwork);
        Vector2 size = new(Width, Height);
        NeckLeft = new Vector2(anchors.NeckLeftX, anchors.NeckLeftY) * size;
        NeckRight = new Vector2(anchors.NeckRightX, anchors.NeckRightY) * size;
        ShoulderLeft = new Vector2(anchors.ShoulderLeftX, anchors.ShoulderLeftY) * size;
        ShoulderRight = new Vector2(anchors.ShoulderRightX, anchors.ShoulderRightY) * size;
        Throat = new Vector2(anchors.ThroatX, anchors.ThroatY) * size;
        ShoulderLine = FindShoulderLine();
    }

    public int Width { get; }

    public int Height { get; }

    public Vector2 NeckLeft { get; }

    public Vector2 NeckRight { get; }

    public Vector2 ShoulderLeft { get; }

    public Vector2 ShoulderRight { get; }

    public Vector2 Throat { get; }

    /// <summary>For each column the garment's upper edge, as if there were neither neck nor collar.</summary>
    public float[] ShoulderLine { get; }

    /// <summary>Bilinear sample at continuous coordinates: R, G, B premultiplied, and alpha; the edge goes on beyond.</summary>
    public Vector4 At(float x, float y)
    {
        float u = Math.Clamp(x - 0.5f, 0, Width - 1);
        float v = Math.Clamp(y - 0.5f, 0, Height - 1);
        int left = (int)u;
        int top = (int)v;
        int right = Math.Min(left + 1, Width - 1);
        int below = Math.Min(top + 1, Height - 1);
        Vector4 upper = Vector4.Lerp(Pixel(left, top), Pixel(right, top), u - left);
        Vector4 lower = Vector4.Lerp(Pixel(left, below), Pixel(right, below), u - left);
        return Vector4.Lerp(upper, lower, v - top) / 255;
    }

    private static byte[] Premultiplied(PlanarImage artwork)
    {
        byte[] pixels = new byte[artwork.Width * artwork.Height * 4];
        for (int y = 0; y < artwork.Height; y++)
        {
            ReadOnlySpan<float> alpha = artwork.Row(3, y);
            for (int c = 0; c < 4; c++)
            {
                ReadOnlySpan<float> row = artwork.Row(c, y);
                int at = (y * artwork.Width * 4) + c;
                for (int x = 0; x < row.Length; x++, at += 4)
                {
                    pixels[at] = (byte)((255 * (c == 3 ? row[x] : row[x] * alpha[x])) + 0.5f);
                }
            }
        }

        return pixels;
    }

    private Vector4 Pixel(int x, int y)
    {
        int at = ((y * Width) + x) * 4;
        return new(_pixels[at], _pixels[at + 1], _pixels[at + 2], _pixels[at + 3]);
    }

    private float[] FindShoulderLine()
    {
        float[] line = new float[Width];
        for (int x = 0; x < Width; x++)
        {
            int y = 0;
            while (y < Height - 1 && _pixels[(((y * Width) + x) * 4) + 3] < 128)
            {
                y++;
            }

            line[x] = y;
        }

        float centre = (NeckLeft.X + NeckRight.X) / 2;
        int left = Math.Max(0, (int)(centre - (CollarReach * (centre - NeckLeft.X))));
        int right = Math.Min(Width - 1, (int)(centre + (CollarReach * (NeckRight.X - centre))));
        for (int x = left; x <= right; x++)
        {
            line[x] = x < NeckLeft.X ? float.Lerp(line[left], NeckLeft.Y, (x - left) / Math.Max(1, NeckLeft.X - left))
                : x > NeckRight.X ? float.Lerp(NeckRight.Y, line[right], (x - NeckRight.X) / Math.Max(1, right - NeckRight.X))
                : float.Lerp(NeckLeft.Y, NeckRight.Y, (x - NeckLeft.X) / Math.Max(1, NeckRight.X - NeckLeft.X));
        }

        return line;
    }
}
