using System.Numerics;
using static Headshots.Sitter.Drawing.Noise;

namespace Headshots.Sitter.Strands;

/// <summary>Where hair grows on the head.</summary>
internal static class Scalp
{
    /// <summary>The whorl that short hair turns around.</summary>
    public static Vector3 Whorl { get; } = new(0.8f, 12.4f, -8.5f);

    /// <summary>Centimetres inside the hairline, negative outside.</summary>
    public static float Depth(Vector3 p)
    {
        float x = MathF.Abs(p.X);

        // A slanting plane from above the forehead to the nape, drawn back at the temples.
        float slant = (0.75f * (p.Y - 8.5f)) - (0.66f * (p.Z - 4.2f)) - (0.9f * Bump((x - 5) / 1.3f) * Step(-1, 2, p.Z));
        float sideburn = Math.Min(Math.Min(-1.0f - p.Z, p.Z + 4.2f), Math.Min(p.Y + 0.6f, x - 5.5f));
        float nape = Math.Min(p.Y + 5.2f, -5.2f - p.Z);
        return Math.Max(Math.Max(Math.Min(slant, p.Y + 5.2f), Math.Min(sideburn, 0.8f)), nape);
    }
}

/// <summary>Where beards grow on the canonical face.</summary>
internal static class BeardZone
{
    public static bool IsMoustache(Vector3 p) => p.Y > -3.75f && MathF.Abs(p.X) < 2.9f;

    /// <summary>0 outside to 1 well inside.</summary>
    public static float Depth(Vector3 p)
    {
        float x = MathF.Abs(p.X);
        float cheekLine = Lerp(-3.5f, -0.4f, Step(3.2f, 7.4f, x));
        float beard = Step(cheekLine + 0.45f, cheekLine - 1.1f, p.Y) * Step(-3.4f, -1.8f, p.Z) * Step(-12.5f, -10, p.Y);
        float aroundMouth = Bump(x / 2.35f) * Bump((p.Y + 4.3f) / 0.95f);
        float moustache = Step(-2.35f, -2.75f, p.Y) * Step(-3.85f, -3.3f, p.Y) * Step(2.9f, 2.2f, x) * Step(3.2f, 4.2f, p.Z);
        float chin = beard * (p.Y < -5.6f ? 1 : 1 - Step(0.35f, 0.75f, aroundMouth));
        return Math.Max(chin, moustache);
    }
}
