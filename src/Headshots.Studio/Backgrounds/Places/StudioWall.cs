using System.Numerics;

namespace Headshots.Studio.Backgrounds.Places;

/// <summary>A painted canvas in a photographer's studio: mottled grey with the glow of a lamp on it.</summary>
internal sealed class StudioWall(Random random, SmoothNoise noise)
{
    private readonly Vector3 _tint = Vector3.Lerp(new Vector3(0.94f, 0.99f, 1.07f), new Vector3(1.05f, 0.995f, 0.93f), random.NextSingle());
    private readonly Vector2 _glow = new(-0.22f + (0.12f * random.NextSingle()), 0.34f + (0.12f * random.NextSingle()));
    private readonly float _reach = 0.62f + (0.25f * random.NextSingle());
    private readonly float _mottle = 0.34f + (0.3f * random.NextSingle());

    /// <summary>Linear light; coordinates as of <see cref="Outdoors.Look"/>.</summary>
    public Vector3 Look(float x, float y)
    {
        float distance = Vector2.Distance(new Vector2(x, y), _glow) / _reach;
        float light = 0.06f + (0.40f / (1 + (2.2f * distance * distance)));
        float canvas = noise.Fractal(x * 3.1f, y * 3.1f) + (0.4f * noise.Fractal((x * 9) + 5, y * 9)) - 0.7f;
        return _tint * (light * (1 + (_mottle * canvas)));
    }
}
