using System.Numerics;

namespace Headshots.Imaging;

/// <summary>A 3 × 3 matrix that acts on column vectors of colour; given by its rows.</summary>
public readonly record struct ColourMatrix(Vector3 Row1, Vector3 Row2, Vector3 Row3)
{
    private const int MinRowsPerChunk = 32;

    public static ColourMatrix Identity => Diagonal(Vector3.One);

    public static ColourMatrix Diagonal(Vector3 gains) =>
        new(new Vector3(gains.X, 0, 0), new Vector3(0, gains.Y, 0), new Vector3(0, 0, gains.Z));

    public Vector3 Transform(Vector3 colour) =>
        new(Vector3.Dot(Row1, colour), Vector3.Dot(Row2, colour), Vector3.Dot(Row3, colour));

    /// <summary>This, and then another: next · this.</summary>
    public ColourMatrix Then(ColourMatrix next)
    {
        ColourMatrix columns = Transpose();
        return new ColourMatrix(
            columns.Transform(next.Row1), columns.Transform(next.Row2), columns.Transform(next.Row3));
    }

    public ColourMatrix Transpose() => new(
        new Vector3(Row1.X, Row2.X, Row3.X),
        new Vector3(Row1.Y, Row2.Y, Row3.Y),
        new Vector3(Row1.Z, Row2.Z, Row3.Z));

    /// <exception cref="InvalidOperationException">It has none.</exception>
    public ColourMatrix Inverse()
    {
        // The rows' cross products are the columns of the adjugate.
        Vector3 a = Vector3.Cross(Row2, Row3);
        float determinant = Vector3.Dot(Row1, a);
        if (determinant == 0)
        {
            throw new InvalidOperationException("A singular colour matrix has no inverse.");
        }

        return new ColourMatrix(
            a / determinant, Vector3.Cross(Row3, Row1) / determinant, Vector3.Cross(Row1, Row2) / determinant).Transpose();
    }

    /// <summary>Transforms the first three channels in place. Uses <see cref="PixelThreads"/>.</summary>
    /// <param name="image">3 or 4 channels of linear light.</param>
    public unsafe void Apply(PlanarImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfLessThan(image.Channels, 3, nameof(image));
        (Vector3 a, Vector3 b, Vector3 c) = (Row1, Row2, Row3);
        PixelThreads.ForRows(image.Height, MinRowsPerChunk, (from, end) =>
        {
            for (int y = from; y < end; y++)
            {
                float* red = image.Address(0, y);
                float* green = image.Address(1, y);
                float* blue = image.Address(2, y);
                for (int x = 0; x < image.Stride; x += Vector<float>.Count)
                {
                    Vector<float> r = Vector.Load(red + x), g = Vector.Load(green + x), bl = Vector.Load(blue + x);
                    ((a.X * r) + (a.Y * g) + (a.Z * bl)).Store(red + x);
                    ((b.X * r) + (b.Y * g) + (b.Z * bl)).Store(green + x);
                    ((c.X * r) + (c.Y * g) + (c.Z * bl)).Store(blue + x);
                }
            }
        });
    }
}
