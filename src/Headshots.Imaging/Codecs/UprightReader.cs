using Headshots.Imaging.Libvips;

namespace Headshots.Imaging;

/// <summary>
/// Computes a picture's rows, a strip at a time from the top, and puts them where the EXIF orientation says: the whole
/// picture never exists twice. Between strips it looks at the clock and at the token.
/// </summary>
internal static class UprightReader
{
    private const int StripRows = 32;

    /// <summary>Reads an sRGB picture of three bytes a pixel.</summary>
    /// <param name="image">The picture as stored.</param>
    /// <param name="orientation">EXIF orientation, 1 to 8 (EXIF 2.32, tag 0x0112).</param>
    /// <param name="profile">What turns the rows into sRGB; null when they are.</param>
    /// <param name="deadline">Throws when time is up.</param>
    public static RgbImage Read(VipsImage image, int orientation, MatrixProfile? profile, Deadline deadline)
    {
        int width = image.Width;
        int height = image.Height;
        RgbImage upright = orientation >= 5 ? RgbImage.Rent(height, width) : RgbImage.Rent(width, height);
        try
        {
            using VipsRegion source = new(image);
            if (orientation == 1)
            {
                ReadStraight(source, upright, profile, deadline);
            }
            else
            {
                ReadTurned(source, width, height, orientation, upright, profile, deadline);
            }

            return upright;
        }
        catch
        {
            upright.Dispose();
            throw;
        }
    }

    private static unsafe void ReadStraight(VipsRegion source, RgbImage upright, MatrixProfile? profile, Deadline deadline)
    {
        fixed (byte* pixels = upright.Pixels)
        {
            using VipsImage target = VipsImage.OverMemory((nint)pixels, upright.Width, upright.Height, 3);
            using VipsRegion window = new(target);
            window.Attach(upright.Width, upright.Height);
            for (int y = 0; y < upright.Height; y += StripRows)
            {
                deadline.Check();
                int rows = Math.Min(StripRows, upright.Height - y);
                source.ComputeRows(window, y, upright.Width, rows, y);
                profile?.ToSrgb(upright.Pixels.Slice(y * upright.Stride, rows * upright.Stride));
            }
        }
    }

    private static unsafe void ReadTurned(
        VipsRegion source,
        int width,
        int height,
        int orientation,
        RgbImage upright,
        MatrixProfile? profile,
        Deadline deadline)
    {
        using RgbImage strip = RgbImage.Rent(width, Math.Min(StripRows, height));
        fixed (byte* pixels = strip.Pixels)
        {
            using VipsImage target = VipsImage.OverMemory((nint)pixels, strip.Width, strip.Height, 3);
            using VipsRegion window = new(target);
            window.Attach(strip.Width, strip.Height);
            for (int y = 0; y < height; y += StripRows)
            {
                deadline.Check();
                int rows = Math.Min(StripRows, height - y);
                source.ComputeRows(window, y, width, rows, 0);
                profile?.ToSrgb(strip.Pixels[..(rows * strip.Stride)]);
                if (orientation >= 5)
                {
                    PlaceAsColumns(strip, y, rows, height, orientation, upright);
                }
                else
                {
                    PlaceAsRows(strip, y, rows, height, orientation, upright);
                }
            }
        }
    }

    /// <summary>2 mirrors left and right, 3 turns by 180°, 4 mirrors top and bottom.</summary>
    private static void PlaceAsRows(RgbImage strip, int top, int rows, int height, int orientation, RgbImage upright)
    {
        for (int r = 0; r < rows; r++)
        {
            Span<byte> row = upright.Row(orientation == 2 ? top + r : height - 1 - top - r);
            strip.Row(r).CopyTo(row);
            if (orientation != 4)
            {
                // Reversing bytes turns RGB into BGR as well; swapping back is cheaper than a reversal by threes.
                row.Reverse();
                for (int i = 0; i < row.Length; i += 3)
                {
                    (row[i], row[i + 2]) = (row[i + 2], row[i]);
                }
            }
        }
    }

    /// <summary>
    /// A stored row becomes a column: 5 transposes, 6 turns a quarter clockwise, 7 transposes about the other diagonal,
    /// 8 turns a quarter anticlockwise. Rows of 6 and 7 run from the right, columns of 7 and 8 from the bottom.
    /// </summary>
    private static void PlaceAsColumns(RgbImage strip, int top, int rows, int height, int orientation, RgbImage upright)
    {
        ReadOnlySpan<byte> from = strip.Pixels;
        bool fromRight = orientation is 6 or 7;
        int left = fromRight ? height - top - rows : top;
        for (int x = 0; x < strip.Width; x++)
        {
            Span<byte> to = upright.Row(orientation is 7 or 8 ? strip.Width - 1 - x : x).Slice(left * 3, rows * 3);
            for (int r = 0; r < rows; r++)
            {
                int at = ((fromRight ? rows - 1 - r : r) * strip.Stride) + (x * 3);
                int i = r * 3;
                to[i] = from[at];
                to[i + 1] = from[at + 1];
                to[i + 2] = from[at + 2];
            }
        }
    }
}
