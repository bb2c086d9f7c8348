using System.Numerics;
using static Headshots.Sitter.Drawing.Noise;

namespace Headshots.Sitter.Geometry;

/// <summary>How far the head's skin is from the skull's centre in every direction: what keeps hair outside the head.</summary>
internal sealed class HeadRadius
{
    private const int Columns = 72;
    private const int Rows = 36;
    private readonly float[] _radius = new float[Columns * Rows];

    public HeadRadius(Vector3 centre, Vector3[] skin)
    {
        Centre = centre;
        foreach (Vector3 p in skin)
        {
            Vector3 from = p - centre;
            (float u, float v) = Cell(from / from.Length());
            ref float radius = ref _radius[(Math.Min(Rows - 1, (int)v) * Columns) + ((int)u % Columns)];
            radius = Math.Max(radius, from.Length());
        }

        FillGaps();
    }

    public Vector3 Centre { get; }

    public float At(Vector3 direction)
    {
        (float u, float v) = Cell(direction);
        u -= 0.5f;
        v = Math.Clamp(v - 0.5f, 0, Rows - 1.001f);
        int x = (int)MathF.Floor(u), y = (int)v;
        float fx = u - x, fy = v - y;
        return Lerp(Lerp(Get(x, y), Get(x + 1, y), fx), Lerp(Get(x, y + 1), Get(x + 1, y + 1), fx), fy);
    }

    private static (float U, float V) Cell(Vector3 direction)
    {
        float u = ((MathF.Atan2(direction.X, direction.Z) / (2 * MathF.PI)) + 0.5f) * Columns;
        float v = MathF.Acos(Math.Clamp(direction.Y, -1, 1)) / MathF.PI * Rows;
        return (u, v);
    }

    private float Get(int x, int y) => _radius[(Math.Min(y, Rows - 1) * Columns) + ((x + Columns) % Columns)];

    private void FillGaps()
    {
        for (int pass = 0; pass < Columns && Array.IndexOf(_radius, 0) >= 0; pass++)
        {
            float[] before = [.. _radius];
            for (int i = 0; i < before.Length; i++)
            {
                if (before[i] > 0)
                {
                    continue;
                }

                int x = i % Columns, y = i / Columns, count = 0;
                float sum = 0;
                foreach ((int nx, int ny) in new[] { (x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1) })
                {
                    float r = ny is < 0 or >= Rows ? 0 : before[(ny * Columns) + ((nx + Columns) % Columns)];
                    sum += r;
                    count += r > 0 ? 1 : 0;
                }

                _radius[i] = count > 0 ? sum / count : 0;
            }
        }
    }
}
