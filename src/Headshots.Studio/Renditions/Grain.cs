namespace Headshots.Studio.Renditions;

/// <summary>
/// Fine film grain, the same on every run. An enlargement that has no detail of its own looks like plastic; a texture at
/// the print's own scale makes it look like a photograph.
/// </summary>
internal static class Grain
{
    /// <summary>Side of the pattern that repeats, a power of two: far apart enough that nobody sees it.</summary>
    public const int Side = 512;

    private const uint Seed = 0x9E3779B9;

    private static readonly float[] _pattern = Draw();

    /// <summary>A row of the pattern, <see cref="Side"/> long: mean 0, standard deviation 1.</summary>
    public static ReadOnlySpan<float> Row(int y) => _pattern.AsSpan((y & (Side - 1)) * Side, Side);

    /// <summary>White noise, softened by the binomial 1-2-1 both ways: single bright pixels look like dust.</summary>
    private static float[] Draw()
    {
        float[] white = new float[Side * Side];
        uint state = Seed;
        for (int i = 0; i < white.Length; i++)
        {
            // Four uniform numbers make nearly a normal one (central limit).
            float sum = 0;
            for (int k = 0; k < 4; k++)
            {
                sum += Next(ref state);
            }

            white[i] = sum - 2;
        }

        float[] soft = new float[white.Length];
        double squares = 0;
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                float value = Softened(white, x, y);
                soft[(y * Side) + x] = value;
                squares += value * value;
            }
        }

        float scale = (float)(1 / Math.Sqrt(squares / soft.Length));
        return [.. soft.Select(v => v * scale)];
    }

    private static float Softened(float[] white, int x, int y)
    {
        float sum = 0;
        for (int v = -1; v <= 1; v++)
        {
            for (int u = -1; u <= 1; u++)
            {
                sum += (2 - Math.Abs(u)) * (2 - Math.Abs(v)) * white[(((y + v) & (Side - 1)) * Side) + ((x + u) & (Side - 1))];
            }
        }

        return sum;
    }

    /// <summary>0 to 1 (Marsaglia, "Xorshift RNGs", 2003).</summary>
    private static float Next(ref uint state)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (state >> 8) / (float)(1 << 24);
    }
}
