using System.Numerics;

namespace Headshots.Studio.Perspective;

/// <summary>
/// A smooth scale for every point of a plane, from samples on a square grid by quadratic B-splines (continuous with its
/// slope); constant beyond the grid. Immutable.
/// </summary>
internal sealed class ScaleField
{
    private readonly float[] _samples;
    private readonly int _columns;
    private readonly int _rows;
    private readonly Vector2 _origin;
    private readonly float _cell;
    private readonly float _beyond;

    /// <param name="samples">Row after row, at the middles of the grid's cells; all above 0.</param>
    /// <param name="columns">Samples in a row.</param>
    /// <param name="origin">The grid's corner.</param>
    /// <param name="cell">Side of a cell.</param>
    /// <param name="beyond">What holds beyond the grid; the outermost samples should come to it.</param>
    public ScaleField(float[] samples, int columns, Vector2 origin, float cell, float beyond)
    {
        _samples = samples;
        _columns = columns;
        _rows = samples.Length / columns;
        _origin = origin;
        _cell = cell;
        _beyond = beyond;
        Smallest = Math.Min(beyond, samples.Min());
        Largest = Math.Max(beyond, samples.Max());
    }

    public float Smallest { get; }

    public float Largest { get; }

    /// <summary>The scale at a point and its slope in x and y.</summary>
    public (float Scale, Vector2 Slope) At(Vector2 point)
    {
        Vector2 at = ((point - _origin) / _cell) - new Vector2(0.5f);
        (float fx, float fy) = (MathF.Floor(at.X + 0.5f), MathF.Floor(at.Y + 0.5f));
        if (!(fx >= -1 && fy >= -1 && fx <= _columns && fy <= _rows))
        {
            return (_beyond, default);
        }

        (int x, int y) = ((int)fx, (int)fy);
        Vector3 acrossWeights = Weights(at.X - x);
        Vector3 downWeights = Weights(at.Y - y);
        Vector3 upper = Row(x, y - 1);
        Vector3 middle = Row(x, y);
        Vector3 lower = Row(x, y + 1);
        Vector3 down = (upper * downWeights.X) + (middle * downWeights.Y) + (lower * downWeights.Z);
        Vector3 downSlope = Slopes(at.Y - y);
        Vector3 slope = (upper * downSlope.X) + (middle * downSlope.Y) + (lower * downSlope.Z);
        return (
            Vector3.Dot(down, acrossWeights),
            new Vector2(Vector3.Dot(down, Slopes(at.X - x)), Vector3.Dot(slope, acrossWeights)) / _cell);
    }

    /// <summary>The least and the greatest slope of r·s(r) along rays from a point: below 0 the map would fold over.</summary>
    public (float Least, float Greatest) RadialSlopes(Vector2 from)
    {
        float least = _beyond;
        float greatest = _beyond;
        for (int y = 0; y < 2 * _rows; y++)
        {
            for (int x = 0; x < 2 * _columns; x++)
            {
                Vector2 p = _origin + (new Vector2(x + 0.5f, y + 0.5f) * (_cell / 2));
                (float scale, Vector2 slope) = At(p);
                float along = scale + Vector2.Dot(p - from, slope);
                least = Math.Min(least, along);
                greatest = Math.Max(greatest, along);
            }
        }

        return (least, greatest);
    }

    private Vector3 Row(int x, int y) => new(Sample(x - 1, y), Sample(x, y), Sample(x + 1, y));

    private float Sample(int x, int y) =>
        (uint)x < (uint)_columns && (uint)y < (uint)_rows ? _samples[(y * _columns) + x] : _beyond;

    /// <summary>Of the three samples around, for an offset of ±½ from the middle one.</summary>
    private static Vector3 Weights(float t) =>
        new(0.5f * (0.5f - t) * (0.5f - t), 0.75f - (t * t), 0.5f * (0.5f + t) * (0.5f + t));

    private static Vector3 Slopes(float t) => new(t - 0.5f, -2 * t, t + 0.5f);
}
