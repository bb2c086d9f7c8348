using System.Numerics;

namespace Headshots.Imaging;

/// <summary>Makes what lies outside a warped source zero, with an edge one target pixel wide.</summary>
internal static unsafe class BorderFade
{
    private const int MinRowsPerChunk = 32;

    public static void Apply(Vector2 sourceSize, Matrix3x2 map, PlanarImage target)
    {
        // Distances to the source's edges in target pixels: source distance over how much a target pixel steps there.
        float perX = 1 / MathF.Sqrt((map.M11 * map.M11) + (map.M21 * map.M21));
        float perY = 1 / MathF.Sqrt((map.M12 * map.M12) + (map.M22 * map.M22));
        PixelThreads.ForRows(target.Height, MinRowsPerChunk, (from, end) =>
        {
            for (int y = from; y < end; y++)
            {
                for (int x = 0; x < target.Width; x++)
                {
                    Vector2 p = Vector2.Transform(new Vector2(x + 0.5f, y + 0.5f), map);
                    float across = MathF.Min(p.X, sourceSize.X - p.X) * perX;
                    float down = MathF.Min(p.Y, sourceSize.Y - p.Y) * perY;
                    float cover = Math.Clamp(across + 0.5f, 0, 1) * Math.Clamp(down + 0.5f, 0, 1);
                    if (cover < 1)
                    {
                        for (int c = 0; c < target.Channels; c++)
                        {
                            target.Address(c, y)[x] *= cover;
                        }
                    }
                }
            }
        });
    }
}
