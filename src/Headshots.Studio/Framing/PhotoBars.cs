using Headshots.Imaging;

namespace Headshots.Studio.Framing;

/// <summary>
/// Finds the bars of one colour that screenshots and players add around a photo: they are no part of it, and a person
/// who ends at a bar is cut off there.
/// </summary>
internal static class PhotoBars
{
    /// <summary>A bar's pixels differ from its outermost row by no more than this, in levels of 255, but for a few.</summary>
    private const int Uniform = 10;
    private const float UniformShare = 0.97f;

    /// <summary>
    /// Where a bar ends, this share of the row differs by at least that many levels: a plain wall above a head ends at
    /// the hair's highest strand, a bar ends everywhere at once.
    /// </summary>
    private const int Contrast = 24;
    private const float ContrastShare = 0.35f;

    /// <summary>Compression blurs a bar's edge over a block.</summary>
    private const int EdgeRows = 12;

    /// <summary>Bars thinner than this share of the side are borders not worth the risk; thicker ones leave no photo.</summary>
    private const float Thinnest = 0.008f;
    private const float Thickest = 0.45f;

    /// <summary>Rows beside the edge that compression has touched.</summary>
    private const int Ringing = 3;

    private const int Samples = 256;

    /// <summary>The photo without its bars, in its pixels.</summary>
    public static RectF Inside(RgbImage photo)
    {
        int top = Depth(photo, photo.Height, (depth, along) => (Along(photo.Width, along), depth));
        int bottom = Depth(photo, photo.Height, (depth, along) => (Along(photo.Width, along), photo.Height - 1 - depth));
        int left = Depth(photo, photo.Width, (depth, along) => (depth, Between(top, photo.Height - bottom, along)));
        int right = Depth(photo, photo.Width, (depth, along) => (photo.Width - 1 - depth, Between(top, photo.Height - bottom, along)));
        return RectF.FromCorners(left, top, photo.Width - right, photo.Height - bottom);
    }

    private static int Along(int length, int sample) => (int)((sample + 0.5f) * length / Samples);

    private static int Between(int start, int end, int sample) => start + Along(end - start, sample);

    /// <summary>How many rows (or columns) from one side inwards are a bar; 0 where there is none.</summary>
    private static int Depth(RgbImage photo, int side, Func<int, int, (int X, int Y)> pixel)
    {
        (int r, int g, int b) = Mean(photo, pixel);
        int deepest = (int)(Thickest * side);
        int depth = 0;
        while (depth < deepest && Differing(depth, Uniform) <= 1 - UniformShare)
        {
            depth++;
        }

        if (depth < Math.Max(3, Thinnest * side) || depth >= deepest)
        {
            return 0;
        }

        for (int row = depth; row < Math.Min(depth + EdgeRows, side); row++)
        {
            if (Differing(row, Contrast) >= ContrastShare)
            {
                return row + Ringing;
            }
        }

        return 0;

        float Differing(int row, int levels)
        {
            int count = 0;
            for (int i = 0; i < Samples; i++)
            {
                (int x, int y) = pixel(row, i);
                ReadOnlySpan<byte> p = photo.Row(y).Slice(3 * x, 3);
                count += Math.Max(Math.Abs(p[0] - r), Math.Max(Math.Abs(p[1] - g), Math.Abs(p[2] - b))) > levels ? 1 : 0;
            }

            return (float)count / Samples;
        }
    }

    private static (int R, int G, int B) Mean(RgbImage photo, Func<int, int, (int X, int Y)> pixel)
    {
        int r = 0;
        int g = 0;
        int b = 0;
        for (int i = 0; i < Samples; i++)
        {
            (int x, int y) = pixel(0, i);
            ReadOnlySpan<byte> p = photo.Row(y).Slice(3 * x, 3);
            (r, g, b) = (r + p[0], g + p[1], b + p[2]);
        }

        return (r / Samples, g / Samples, b / Samples);
    }
}
