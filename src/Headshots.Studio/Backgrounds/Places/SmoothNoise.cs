namespace Headshots.Studio.Backgrounds.Places;

/// <summary>Value noise on a lattice, from a hash of the seed: what leaves, bricks and canvas have instead of one colour.</summary>
internal readonly record struct SmoothNoise(int Seed)
{
    /// <summary>0 to 1, even over a few units.</summary>
    public float At(float x, float y)
    {
        float left = MathF.Floor(x);
        float top = MathF.Floor(y);
        (int i, int j) = ((int)left, (int)top);
        float u = Ease(x - left);
        float v = Ease(y - top);
        float above = Of(i, j) + (u * (Of(i + 1, j) - Of(i, j)));
        float below = Of(i, j + 1) + (u * (Of(i + 1, j + 1) - Of(i, j + 1)));
        return above + (v * (below - above));
    }

    /// <summary>0 to 1: three octaves, each half as strong and twice as fine as the one before.</summary>
    public float Fractal(float x, float y) =>
        ((4 * At(x, y)) + (2 * At((2 * x) + 7.3f, (2 * y) + 1.9f)) + At((4 * x) + 3.1f, (4 * y) + 8.7f)) / 7;

    /// <summary>0 to 1, of one cell alone.</summary>
    public float Of(int i, int j)
    {
        uint h = ((uint)i * 0x9E3779B1u) ^ ((uint)j * 0x85EBCA77u) ^ ((uint)Seed * 0xC2B2AE3Du);
        h ^= h >> 15;
        h *= 0x2C1B3C6Du;
        h ^= h >> 12;
        h *= 0x297A2D39u;
        h ^= h >> 15;
        return (h >> 8) / (float)(1 << 24);
    }

    private static float Ease(float t) => t * t * (3 - (2 * t));
}
