using System.Numerics;

namespace Headshots.Sitter.Drawing;

/// <summary>Distance to the nearest surface along parallel rays from a lamp.</summary>
internal sealed class DepthMap
{
    private readonly Vector3 _centre;
    private readonly Vector3 _right;
    private readonly Vector3 _up;
    private readonly Vector3 _towards;
    private readonly float _scale;
    private readonly int _size;
    private readonly float[] _height;

    public DepthMap(Vector3 centre, Vector3 towardsLight, float reach, int size)
    {
        _centre = centre;
        _towards = towardsLight;
        _right = Vector3.Normalize(Vector3.Cross(MathF.Abs(towardsLight.Y) > 0.9f ? Vector3.UnitX : Vector3.UnitY, towardsLight));
        _up = Vector3.Cross(towardsLight, _right);
        _scale = size / (2 * reach);
        _size = size;
        _height = new float[size * size];
        Array.Fill(_height, float.NegativeInfinity);
    }

    public void Add(Vector3[] positions, int[] triangles)
    {
        var mapped = new Vector3[positions.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            mapped[i] = Map(positions[i]);
        }

        for (int t = 0; t < triangles.Length; t += 3)
        {
            Triangle(mapped[triangles[t]], mapped[triangles[t + 1]], mapped[triangles[t + 2]]);
        }
    }

    public void AddRibbon(Vector3 from, Vector3 to, float halfWidth)
    {
        Vector3 a = Map(from), b = Map(to);
        Vector2 along = new(b.X - a.X, b.Y - a.Y);
        float length = along.Length();
        if (length < 1e-5f)
        {
            return;
        }

        Vector3 across = new Vector3(-along.Y, along.X, 0) * (halfWidth * _scale / length);
        Triangle(a + across, a - across, b + across);
        Triangle(a - across, b - across, b + across);
    }

    /// <summary>1 where nothing lies more than <paramref name="bias"/> nearer to the lamp; bilinear between texels.</summary>
    public float Visible(Vector3 p, float bias)
    {
        Vector3 m = Map(p);
        float x = m.X - 0.5f, y = m.Y - 0.5f;
        int ix = (int)MathF.Floor(x), iy = (int)MathF.Floor(y);
        if ((uint)ix >= _size - 1 || (uint)iy >= _size - 1)
        {
            return 1;
        }

        float fx = x - ix, fy = y - iy, limit = m.Z + bias;
        int at = (iy * _size) + ix;
        float top = Noise.Lerp(Open(at, limit), Open(at + 1, limit), fx), bottom = Noise.Lerp(Open(at + _size, limit), Open(at + _size + 1, limit), fx);
        return Noise.Lerp(top, bottom, fy);
    }

    private float Open(int at, float limit) => _height[at] > limit ? 0 : 1;

    private Vector3 Map(Vector3 p)
    {
        Vector3 from = p - _centre;
        float half = _size / 2f;
        return new Vector3((Vector3.Dot(from, _right) * _scale) + half, (Vector3.Dot(from, _up) * _scale) + half, Vector3.Dot(from, _towards));
    }

    private void Triangle(Vector3 a, Vector3 b, Vector3 c)
    {
        int left = Math.Max(0, (int)MathF.Ceiling(Math.Min(a.X, Math.Min(b.X, c.X)) - 0.5f));
        int right = Math.Min(_size - 1, (int)MathF.Floor(Math.Max(a.X, Math.Max(b.X, c.X)) - 0.5f));
        int top = Math.Max(0, (int)MathF.Ceiling(Math.Min(a.Y, Math.Min(b.Y, c.Y)) - 0.5f));
        int bottom = Math.Min(_size - 1, (int)MathF.Floor(Math.Max(a.Y, Math.Max(b.Y, c.Y)) - 0.5f));
        float area = ((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y));
        if (left > right || top > bottom || MathF.Abs(area) < 1e-9f)
        {
            return;
        }

        float inverse = 1 / area;
        for (int y = top; y <= bottom; y++)
        {
            float py = y + 0.5f;
            for (int x = left; x <= right; x++)
            {
                float px = x + 0.5f;
                float wb = (((px - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (py - a.Y))) * inverse;
                float wc = (((b.X - a.X) * (py - a.Y)) - ((px - a.X) * (b.Y - a.Y))) * inverse;
                if (wb >= 0 && wc >= 0 && wb + wc <= 1)
                {
                    ref float height = ref _height[(y * _size) + x];
                    height = Math.Max(height, a.Z + (wb * (b.Z - a.Z)) + (wc * (c.Z - a.Z)));
                }
            }
        }
    }
}
