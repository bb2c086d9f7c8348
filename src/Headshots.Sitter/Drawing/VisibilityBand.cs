using System.Numerics;

namespace Headshots.Sitter.Drawing;

/// <summary>
/// Sixteen samples a pixel for a band of rows: which primitive is nearest at each. Sample rows lie at (k + ½)/4 of a
/// pixel; sample columns are shifted from row to row, so that a near-vertical edge meets sixteen different positions.
/// </summary>
internal sealed class VisibilityBand
{
    public const int PerSide = 4;
    public const int PerPixel = PerSide * PerSide;
    public const int Rows = 32;

    private static readonly float[] Shift = [0.125f, 0.625f, 0.375f, 0.875f];
    private readonly int _columns;
    private readonly float[] _nearness;
    private readonly int[] _primitive;
    private int _top;
    private int _sampleRows;

    public VisibilityBand(int width)
    {
        _columns = width * PerSide;
        _nearness = new float[_columns * Rows * PerSide];
        _primitive = new int[_columns * Rows * PerSide];
    }

    public void Clear(int top, int rows)
    {
        _top = top;
        _sampleRows = rows * PerSide;
        _nearness.AsSpan(0, _sampleRows * _columns).Clear();
        _primitive.AsSpan(0, _sampleRows * _columns).Fill(-1);
    }

    /// <summary>The primitives seen by a pixel's samples, −1 where none is; false if all are −1.</summary>
    public bool Samples(int x, int row, Span<int> primitives, Span<float> nearness)
    {
        for (int s = 0; s < PerSide; s++)
        {
            int at = (((row * PerSide) + s) * _columns) + (x * PerSide);
            _primitive.AsSpan(at, PerSide).CopyTo(primitives[(s * PerSide)..]);
            _nearness.AsSpan(at, PerSide).CopyTo(nearness[(s * PerSide)..]);
        }

        return primitives.ContainsAnyExcept(-1);
    }

    /// <summary>Position of a sample inside its pixel.</summary>
    public static Vector2 Offset(int sample) =>
        new(((sample % PerSide) + Shift[sample / PerSide]) / PerSide, ((sample / PerSide) + 0.5f) / PerSide);

    /// <summary>Marks the samples inside a triangle where it is nearer than what is there. Corners: x, y in pixels, 1/depth.</summary>
    public void Triangle(Vector3 a, Vector3 b, Vector3 c, int primitive)
    {
        if (b.Y < a.Y)
        {
            (a, b) = (b, a);
        }

        if (c.Y < a.Y)
        {
            (a, c) = (c, a);
        }

        if (c.Y < b.Y)
        {
            (b, c) = (c, b);
        }

        float area = ((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y));
        if (MathF.Abs(area) < 1e-9f)
        {
            return;
        }

        float slopeX = (((b.Z - a.Z) * (c.Y - a.Y)) - ((c.Z - a.Z) * (b.Y - a.Y))) / area;
        float slopeY = (((c.Z - a.Z) * (b.X - a.X)) - ((b.Z - a.Z) * (c.X - a.X))) / area;
        int first = Math.Max(0, (int)MathF.Ceiling(((a.Y - _top) * PerSide) - 0.5f));
        int last = Math.Min(_sampleRows - 1, (int)MathF.Ceiling(((c.Y - _top) * PerSide) - 0.5f) - 1);
        float longSlope = (c.X - a.X) / (c.Y - a.Y);
        float upper = b.Y > a.Y ? (b.X - a.X) / (b.Y - a.Y) : 0, lower = c.Y > b.Y ? (c.X - b.X) / (c.Y - b.Y) : 0;
        for (int row = first; row <= last; row++)
        {
            float y = _top + ((row + 0.5f) / PerSide);
            float one = a.X + ((y - a.Y) * longSlope);
            float two = y < b.Y ? a.X + ((y - a.Y) * upper) : b.X + ((y - b.Y) * lower);
            Run(row, Math.Min(one, two), Math.Max(one, two), a.Z + ((y - a.Y) * slopeY) - (a.X * slopeX), slopeX, primitive);
        }
    }

    /// <summary>A ribbon between two points that always shows its broad side.</summary>
    public void Ribbon(Vector3 from, Vector3 to, float halfFrom, float halfTo, int primitive)
    {
        Vector2 along = new(to.X - from.X, to.Y - from.Y);
        float length = along.Length();
        if (length < 1e-4f)
        {
            return;
        }

        Vector3 across = new(-along.Y / length, along.X / length, 0);
        Vector3 a = from + (across * halfFrom), b = from - (across * halfFrom), c = to + (across * halfTo), d = to - (across * halfTo);
        Triangle(a, b, c, primitive);
        Triangle(b, d, c, primitive);
    }

    private void Run(int row, float left, float right, float nearnessAtZero, float slope, int primitive)
    {
        float shift = Shift[row % PerSide];
        int from = Math.Max(0, (int)MathF.Ceiling((left * PerSide) - shift));
        int to = Math.Min(_columns - 1, (int)MathF.Ceiling((right * PerSide) - shift) - 1);
        int at = row * _columns;
        float value = nearnessAtZero + (slope * (from + shift) / PerSide), step = slope / PerSide;
        if (from > to)
        {
            return;
        }

        Span<float> nearness = _nearness.AsSpan(at + from, to - from + 1);
        Span<int> seen = _primitive.AsSpan(at + from, nearness.Length);
        for (int k = 0; k < nearness.Length && k < seen.Length; k++, value += step)
        {
            if (value > nearness[k])
            {
                nearness[k] = value;
                seen[k] = primitive;
            }
        }
    }
}
