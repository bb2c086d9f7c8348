using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Avatars;

/// <summary>
/// A square drawing in the making, one vector per pixel: L*, a*, b* and a fourth that is left to the stage. What a
/// drawing does to colours it does to all three at once, and at a pixel's own direction, which planes do not help with.
/// </summary>
internal sealed class Sheet(int size)
{
    public int Size { get; } = size;

    public Vector4[] Pixels { get; } = new Vector4[size * size];

    /// <summary>The nearest pixel; beyond the edge the edge goes on.</summary>
    public Vector4 At(float x, float y)
    {
        int column = Math.Clamp((int)x, 0, Size - 1);
        int row = Math.Clamp((int)y, 0, Size - 1);
        return Pixels[(row * Size) + column];
    }

    /// <param name="encoded">3 channels, sRGB-encoded, square.</param>
    public static Sheet FromEncoded(PlanarImage encoded)
    {
        using PlanarImage lab = PlanarImage.Rent(encoded.Width, encoded.Height, 3);
        PlanarColour.ToLab(encoded, lab);
        Sheet sheet = new(encoded.Width);
        for (int y = 0; y < sheet.Size; y++)
        {
            ReadOnlySpan<float> l = lab.Row(0, y);
            ReadOnlySpan<float> a = lab.Row(1, y);
            ReadOnlySpan<float> b = lab.Row(2, y);
            Span<Vector4> row = sheet.Pixels.AsSpan(y * sheet.Size, sheet.Size);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = new Vector4(l[x], a[x], b[x], 0);
            }
        }

        return sheet;
    }

    /// <param name="encoded">3 channels of the same size, sRGB-encoded; filled.</param>
    public void ToEncoded(PlanarImage encoded)
    {
        using PlanarImage lab = PlanarImage.Rent(Size, Size, 3);
        for (int y = 0; y < Size; y++)
        {
            Span<float> l = lab.Row(0, y);
            Span<float> a = lab.Row(1, y);
            Span<float> b = lab.Row(2, y);
            for (int x = 0; x < Size; x++)
            {
                Vector4 pixel = Pixels[(y * Size) + x];
                (l[x], a[x], b[x]) = (pixel.X, pixel.Y, pixel.Z);
            }
        }

        PlanarColour.FromLab(lab, encoded);
    }
}
