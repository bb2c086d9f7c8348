using System.Numerics;

namespace Headshots.Imaging;

/// <summary>Corresponding points of two sets.</summary>
internal static class PointPairs
{
    public static void Check(ReadOnlySpan<Vector2> from, ReadOnlySpan<Vector2> to, int atLeast)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from.Length, atLeast);
        ArgumentOutOfRangeException.ThrowIfNotEqual(to.Length, from.Length);
    }

    public static (double X, double Y) Mean(ReadOnlySpan<Vector2> points)
    {
        double x = 0, y = 0;
        foreach (Vector2 p in points)
        {
            x += p.X;
            y += p.Y;
        }

        return (x / points.Length, y / points.Length);
    }
}
