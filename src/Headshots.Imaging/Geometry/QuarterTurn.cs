namespace Headshots.Imaging;

/// <summary>Exact rotations by multiples of 90°.</summary>
public static class QuarterTurn
{
    /// <summary>Side of the tile in which source rows and target columns both stay in the first-level cache.</summary>
    private const int Tile = 32;

    /// <summary>A new image, turned clockwise.</summary>
    /// <param name="source">Stays as it is.</param>
    /// <param name="turns">Quarter turns clockwise; any integer, negative for counter-clockwise.</param>
    public static RgbImage Rotate(RgbImage source, int turns)
    {
        turns = ((turns % 4) + 4) % 4;
        RgbImage target = turns % 2 == 0
            ? RgbImage.Rent(source.Width, source.Height)
            : RgbImage.Rent(source.Height, source.Width);
        for (int top = 0; top < source.Height; top += Tile)
        {
            for (int left = 0; left < source.Width; left += Tile)
            {
                RotateTile(source, target, turns, left, top);
            }
        }

        return target;
    }

    private static void RotateTile(RgbImage source, RgbImage target, int turns, int left, int top)
    {
        int right = Math.Min(left + Tile, source.Width);
        int bottom = Math.Min(top + Tile, source.Height);
        Span<byte> pixels = target.Pixels;
        for (int y = top; y < bottom; y++)
        {
            ReadOnlySpan<byte> row = source.Row(y);
            for (int x = left; x < right; x++)
            {
                (int tx, int ty) = turns switch
                {
                    1 => (source.Height - 1 - y, x),
                    2 => (source.Width - 1 - x, source.Height - 1 - y),
                    3 => (y, source.Width - 1 - x),
                    _ => (x, y),
                };
                row.Slice(x * 3, 3).CopyTo(pixels[((ty * target.Stride) + (tx * 3))..]);
            }
        }
    }
}
