using System.Numerics;
using Headshots.Imaging;

namespace Headshots.TestKit;

/// <summary>Where a hand or an arm lies on a face.</summary>
public enum HandPlace
{
    /// <summary>Four fingers laid across, from below the nose to the chin.</summary>
    OverMouth,

    /// <summary>A forearm held before mouth and chin.</summary>
    ArmOverMouth,

    /// <summary>One finger upright before the lips.</summary>
    FingerOnLips,

    /// <summary>A fist below the lips.</summary>
    FistOnChin,

    /// <summary>A palm over the eye seen on the left.</summary>
    OverOneEye,

    /// <summary>A palm against the cheek seen on the left.</summary>
    OnCheek,
}

/// <summary>
/// Paints hands in the sitter's own skin onto a photo: rounded fingers, lit from the side the face is lit from, with joints,
/// nails and a shadow where they touch. Points are MediaPipe's, in pixels of the photo.
/// </summary>
public static class FaceHands
{
    private static readonly int[] _skin = [50, 280, 205, 425, 117, 346, 151, 108, 337];

    /// <summary>A part of a hand: all that is nearer to a line than its radius. Lengths are distances between the eyes.</summary>
    private readonly record struct Limb(Vector2 From, Vector2 To, float Radius, bool Finger = true);

    public static RgbImage Paint(RgbImage photo, IReadOnlyList<Vector3> mesh, HandPlace place)
    {
        Limb[] limbs = Limbs(place);
        Vector2 left = Flat(mesh[468]);
        Vector2 right = Flat(mesh[473]);
        float eye = Vector2.Distance(left, right);
        Vector2 along = (right - left) / eye;
        Vector2 down = new(-along.Y, along.X);
        Vector2 mouth = (Flat(mesh[61]) + Flat(mesh[291])) / 2;
        Vector3 skin = Median(photo, mesh, _skin, eye);
        (float l, float r) = (Median(photo, mesh, [50, 117, 205], eye).Y, Median(photo, mesh, [280, 346, 425], eye).Y);
        Vector3 light = Vector3.Normalize(new Vector3(Math.Clamp(1.6f * (r - l) / (r + l), -0.8f, 0.8f), -0.45f, 0.9f));
        RgbImage result = RgbImage.Rent(photo.Width, photo.Height);
        photo.Pixels.CopyTo(result.Pixels);
        int reach = (int)(4 * eye);
        for (int y = Math.Max(0, (int)mouth.Y - reach); y < Math.Min(photo.Height, (int)mouth.Y + reach); y++)
        {
            for (int x = Math.Max(0, (int)mouth.X - reach); x < Math.Min(photo.Width, (int)mouth.X + reach); x++)
            {
                Vector2 off = new Vector2(x + 0.5f, y + 0.5f) - mouth;
                Vector2 at = new(Vector2.Dot(off, along) / eye, Vector2.Dot(off, down) / eye);
                Touch(result.Row(y).Slice(3 * x, 3), at, limbs, skin, light, eye, Grain(x, y));
            }
        }

        return result;
    }

    private static Limb[] Limbs(HandPlace place) => place switch
    {
        HandPlace.OverMouth =>
        [
            new(new(1.5f, 0.35f), new(1.0f, 0.15f), 0.5f, Finger: false),
            new(new(0.9f, -0.25f), new(-0.45f, -0.33f), 0.135f),
            new(new(0.9f, 0f), new(-0.62f, -0.07f), 0.14f),
            new(new(0.9f, 0.25f), new(-0.58f, 0.2f), 0.14f),
            new(new(0.9f, 0.48f), new(-0.38f, 0.46f), 0.125f),
        ],
        HandPlace.ArmOverMouth => [new(new(-2.6f, 0.75f), new(2.6f, -0.15f), 0.55f, Finger: false)],
        HandPlace.FingerOnLips =>
        [
            new(new(0.1f, 1.3f), new(-0.2f, 1.5f), 0.45f, Finger: false),
            new(new(0.06f, 0.9f), new(-0.01f, -0.32f), 0.14f),
        ],
        HandPlace.FistOnChin =>
        [
            new(new(-0.3f, 1.25f), new(0.35f, 1.3f), 0.5f, Finger: false),
            new(new(-0.42f, 0.95f), new(-0.4f, 0.42f), 0.145f),
            new(new(-0.14f, 0.95f), new(-0.13f, 0.36f), 0.15f),
            new(new(0.14f, 0.95f), new(0.14f, 0.37f), 0.15f),
            new(new(0.42f, 0.95f), new(0.4f, 0.45f), 0.14f),
        ],
        HandPlace.OverOneEye =>
        [
            new(new(-1.0f, 0.9f), new(-0.75f, -0.55f), 0.42f, Finger: false),
            new(new(-0.95f, -0.8f), new(-0.85f, -1.95f), 0.135f),
            new(new(-0.68f, -0.8f), new(-0.56f, -2.1f), 0.14f),
            new(new(-0.42f, -0.8f), new(-0.28f, -2.0f), 0.14f),
            new(new(-1.1f, -0.6f), new(-1.15f, -1.6f), 0.12f),
        ],
        HandPlace.OnCheek =>
        [
            new(new(-1.15f, 1.2f), new(-0.85f, 0.05f), 0.38f, Finger: false),
            new(new(-0.95f, -0.1f), new(-0.95f, -1.3f), 0.135f),
            new(new(-0.7f, -0.1f), new(-0.72f, -0.85f), 0.13f),
            new(new(-1.2f, 0f), new(-1.2f, -1.2f), 0.135f),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };

    private static void Touch(Span<byte> pixel, Vector2 at, Limb[] limbs, Vector3 skin, Vector3 light, float eye, float grain)
    {
        Vector2 shadow = new(0.09f * light.X, -0.05f);
        float nearest = float.MaxValue;
        float dark = float.MaxValue;
        float height = float.MinValue;
        Vector3 colour = default;
        foreach (Limb limb in limbs)
        {
            (float along, Vector2 aside) = Place(limb, at);
            float distance = aside.Length();
            nearest = Math.Min(nearest, distance - limb.Radius);
            dark = Math.Min(dark, Place(limb, at + shadow).Aside.Length() - limb.Radius);
            float rise = limb.Radius * MathF.Sqrt(Math.Max(0, 1 - (distance * distance / (limb.Radius * limb.Radius))));
            if (distance < limb.Radius + 0.02f && rise > height)
            {
                height = rise;
                colour = Lit(limb, along, aside, rise, skin, light) * (1 + (0.05f * grain));
            }
        }

        float cover = Math.Clamp(0.5f - (nearest * eye), 0, 1);
        float shade = 1 - (0.4f * Math.Clamp(1 - (dark / 0.14f), 0, 1));
        for (int c = 0; c < 3; c++)
        {
            double under = SrgbCurve.ToLinear(pixel[c] / 255.0) * shade;
            pixel[c] = (byte)Math.Round(255 * SrgbCurve.ToEncoded(Math.Clamp((under * (1 - cover)) + (colour[c] * cover), 0, 1)));
        }
    }

    private static Vector3 Lit(Limb limb, float along, Vector2 aside, float rise, Vector3 skin, Vector3 light)
    {
        Vector3 normal = Vector3.Normalize(new Vector3(aside, rise + 1e-3f));
        float lambert = (0.4f + (0.6f * Math.Max(0, Vector3.Dot(normal, light)))) / (0.4f + (0.6f * light.Z));
        Vector3 albedo = skin;
        if (limb.Finger)
        {
            float joint = Math.Max(Wrinkle(along, 0.35f), Wrinkle(along, 0.7f));
            bool nail = along > 0.9f && aside.Length() < 0.6f * limb.Radius;
            albedo *= (1 - (0.18f * joint)) * (nail ? new Vector3(1.12f, 1.02f, 1.02f) : Vector3.One);
        }

        return albedo * lambert;
    }

    private static float Wrinkle(float along, float at) =>
        MathF.Exp(-MathF.Pow((along - at) / 0.04f, 2)) * (0.5f + (0.5f * MathF.Cos(220 * along)));

    /// <summary>How far along the limb, 0 to 1, and how far beside it.</summary>
    private static (float Along, Vector2 Aside) Place(Limb limb, Vector2 at)
    {
        Vector2 axis = limb.To - limb.From;
        float along = Math.Clamp(Vector2.Dot(at - limb.From, axis) / axis.LengthSquared(), 0, 1);
        return (along, at - (limb.From + (along * axis)));
    }

    private static Vector3 Median(RgbImage photo, IReadOnlyList<Vector3> mesh, ReadOnlySpan<int> points, float eye)
    {
        int radius = Math.Max(1, (int)(0.05f * eye));
        List<float>[] channels = [[], [], []];
        foreach (int i in points)
        {
            for (int dy = -radius; dy <= radius; dy++)
            {
                for (int dx = -radius; dx <= radius; dx++)
                {
                    int x = Math.Clamp((int)mesh[i].X + dx, 0, photo.Width - 1);
                    int y = Math.Clamp((int)mesh[i].Y + dy, 0, photo.Height - 1);
                    for (int c = 0; c < 3; c++)
                    {
                        channels[c].Add((float)SrgbCurve.ToLinear(photo.Row(y)[(3 * x) + c] / 255.0));
                    }
                }
            }
        }

        return new Vector3(Middle(channels[0]), Middle(channels[1]), Middle(channels[2]));

        static float Middle(List<float> values)
        {
            values.Sort();
            return values[values.Count / 2];
        }
    }

    /// <summary>About −1 to 1, different at each pixel and always the same there.</summary>
    private static float Grain(int x, int y)
    {
        uint h = unchecked(((uint)x * 374761393u) + ((uint)y * 668265263u));
        h = unchecked((h ^ (h >> 13)) * 1274126177u);
        h ^= h >> 16;
        return (((h & 0xFFFF) + (h >> 16)) / 65535f) - 1;
    }

    private static Vector2 Flat(Vector3 p) => new(p.X, p.Y);
}
