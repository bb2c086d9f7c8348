using System.Numerics;

namespace Headshots.Vision.Faces;

/// <summary>The overlapping squares in which a picture is searched for small faces.</summary>
internal static class Tiles
{
    /// <summary>
    /// Over the picture's long side: a face of 3 % of the frame then covers about 14 of the network's 192 pixels, and
    /// neighbours share more than the largest face that only they would find.
    /// </summary>
    private const float Side = 0.4f;

    private const float Step = 0.3f;

    /// <summary>Squares of equal size that cover the picture, turned by an angle in radians about their centres.</summary>
    public static IEnumerable<SquareView> Over(int width, int height, float angle)
    {
        float longSide = Math.Max(width, height);
        float side = Side * longSide;
        int columns = Count(width);
        int rows = Count(height);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                var centre = new Vector2(Place(column, columns, width), Place(row, rows, height));
                yield return new SquareView(centre, side, angle);
            }
        }

        int Count(float extent) => extent <= side ? 1 : 1 + (int)MathF.Ceiling(((extent - side) / (Step * longSide)) - 1e-4f);

        float Place(int index, int count, float extent) =>
            count == 1 ? extent / 2 : (side / 2) + (index * (extent - side) / (count - 1));
    }
}
