using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Avatars;

/// <summary>
/// Which way a brush would go at each pixel: along edges, after the smoothed structure tensor (Kyprianidis and Döllner,
/// "Image Abstraction by Structure Adaptive Filtering", 2008).
/// </summary>
internal static class Flow
{
    /// <returns>Unit vectors along the edges, one per pixel.</returns>
    public static Vector2[] Of(Sheet sheet, float sigma)
    {
        int size = sheet.Size;
        using PlanarImage tensor = PlanarImage.Rent(size, size, 3);
        PixelThreads.ForRows(size, 16, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                for (int x = 0; x < size; x++)
                {
                    Vector4 dx = Sobel(sheet, x, y, 1, 0);
                    Vector4 dy = Sobel(sheet, x, y, 0, 1);
                    tensor.Row(0, y)[x] = Vector4.Dot(dx, dx);
                    tensor.Row(1, y)[x] = Vector4.Dot(dx, dy);
                    tensor.Row(2, y)[x] = Vector4.Dot(dy, dy);
                }
            }
        });
        using PlanarImage smooth = PlanarImage.Rent(size, size, 3);
        GaussianBlur.Apply(tensor, smooth, sigma);
        Vector2[] along = new Vector2[size * size];
        for (int y = 0; y < size; y++)
        {
            for (int x = 0; x < size; x++)
            {
                along[(y * size) + x] = Along(smooth.Row(0, y)[x], smooth.Row(1, y)[x], smooth.Row(2, y)[x]);
            }
        }

        return along;
    }

    /// <summary>The tensor's eigenvector of the smaller eigenvalue; upright where there is no edge.</summary>
    private static Vector2 Along(float e, float f, float g)
    {
        float larger = (e + g + MathF.Sqrt(((e - g) * (e - g)) + (4 * f * f))) / 2;
        Vector2 along = new(f, larger - e);
        Vector2 tangent = new(larger - e, -f);
        return along.LengthSquared() > 1e-6f ? Vector2.Normalize(tangent) : Vector2.UnitY;
    }

    private static Vector4 Sobel(Sheet sheet, int x, int y, int stepX, int stepY)
    {
        Vector4 side = sheet.At(x + stepX, y + stepY) - sheet.At(x - stepX, y - stepY);
        Vector4 one = sheet.At(x + stepX + stepY, y + stepY + stepX) - sheet.At(x - stepX + stepY, y - stepY + stepX);
        Vector4 two = sheet.At(x + stepX - stepY, y + stepY - stepX) - sheet.At(x - stepX - stepY, y - stepY - stepX);
        return ((2 * side) + one + two) / 4;
    }
}
