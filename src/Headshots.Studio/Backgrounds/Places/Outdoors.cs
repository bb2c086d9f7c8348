using System.Numerics;

namespace Headshots.Studio.Backgrounds.Places;

/// <summary>A park against the light: trees with sky between the leaves, a lawn in patches of sun.</summary>
/// <param name="random">Where things are.</param>
/// <param name="noise">What they are made of.</param>
internal sealed class Outdoors(Random random, SmoothNoise noise)
{
    private readonly float _horizon = 0.56f + (0.08f * random.NextSingle());
    private readonly float _opening = -0.25f + (0.35f * random.NextSingle());
    private readonly float _golden = random.NextSingle();
    private readonly (float X, float Width, float Lean)[] _trunks =
        [.. Enumerable.Range(0, 3 + random.Next(3)).Select(i => (-0.75f + (0.38f * i) + (0.25f * random.NextSingle()), 0.012f + (0.03f * random.NextSingle()), 0.1f * (random.NextSingle() - 0.5f)))];

    /// <summary>Linear light.</summary>
    /// <param name="x">0 in the middle, in heights of the picture; the light comes from the left.</param>
    /// <param name="y">0 at the top, 1 at the bottom.</param>
    public Vector3 Look(float x, float y) => y < _horizon + (0.03f * (noise.At(x * 5, 4) - 0.5f)) ? Trees(x, y) : Lawn(x, y);

    private Vector3 Trees(float x, float y)
    {
        // Open around one place at some height over the horizon, dense at the sides and above.
        float away = MathF.Abs(x - _opening) * 1.15f;
        float rise = (_horizon - y) / _horizon;
        float density = 0.30f + (0.75f * away) + (0.35f * MathF.Max(0, rise - 0.45f)) + (0.9f * (noise.Fractal(x * 3.2f, y * 3.2f) - 0.5f));
        Vector3 sky = Vector3.Lerp(new Vector3(1.6f, 1.5f, 1.25f), new Vector3(0.85f, 1.1f, 1.45f), rise)
            * Vector3.Lerp(Vector3.One, new Vector3(1.15f, 0.95f, 0.70f), _golden);
        Vector3 far = new Vector3(0.20f, 0.27f, 0.15f) * (0.6f + (0.8f * noise.Fractal((x * 7) + 3, y * 7)));
        float distantTop = 0.22f + (0.18f * noise.Fractal(x * 4, 21));
        Vector3 behind = rise < distantTop ? Vector3.Lerp(far, sky, 0.18f) : sky;
        foreach ((float at, float width, float lean) in _trunks)
        {
            if (MathF.Abs(x - at - (lean * rise)) < width)
            {
                behind = new Vector3(0.045f, 0.035f, 0.025f);
            }
        }

        float leaf = noise.At(x * 46, y * 46);
        if (leaf > Math.Clamp(density, 0.02f, 0.93f))
        {
            return behind;
        }

        // Leaves: lit from behind where the noise is high, in shade where it is low.
        float lit = noise.Fractal((x * 9) + 11, (y * 9) + 5);
        float sun = noise.Of((int)MathF.Floor(x * 150), (int)MathF.Floor(y * 150));
        Vector3 shade = Vector3.Lerp(new Vector3(0.018f, 0.035f, 0.012f), new Vector3(0.20f, 0.27f, 0.05f), lit * lit * 1.5f);
        return sun > 0.985f ? Vector3.Lerp(new Vector3(5, 5.4f, 2.6f), new Vector3(7, 5.2f, 2.2f), _golden) * (0.5f + lit) : shade * (1.25f - (0.35f * x));
    }

    private Vector3 Lawn(float x, float y)
    {
        // Seen at a slant: what is farther away is flatter.
        float depth = 1 / (y - _horizon + 0.06f);
        float patch = noise.Fractal((x * depth * 0.28f) + 5, depth * 0.55f);
        float sunny = Math.Clamp((patch - 0.44f) * 5, 0, 1);
        Vector3 grass = Vector3.Lerp(new Vector3(0.045f, 0.075f, 0.02f), new Vector3(0.42f, 0.46f, 0.10f), sunny)
            * Vector3.Lerp(Vector3.One, new Vector3(1.2f, 0.98f, 0.75f), _golden);
        float path = MathF.Abs(x - (_opening * (1 - ((y - _horizon) * 1.5f)))) * depth;
        return path < 0.55f ? Vector3.Lerp(new Vector3(0.22f, 0.19f, 0.15f), new Vector3(0.62f, 0.55f, 0.44f), sunny) : grass;
    }
}
