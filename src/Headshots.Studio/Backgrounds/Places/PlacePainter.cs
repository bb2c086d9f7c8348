using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Backgrounds.Places;

/// <summary>
/// Draws a place out of focus: light is gathered from a simple model of it, small, since nothing fine is left of it,
/// spread into discs and exposed. The same seed draws the same place at every size.
/// </summary>
internal static class PlacePainter
{
    /// <summary>What a drawn place never falls below: sharp it would be seen to be drawn.</summary>
    private const float LeastBlur = 0.35f;

    /// <summary>A face lit this much more from one side, in stops, wants the window there; below, the seed decides.</summary>
    private const float SideLit = 0.3f;

    /// <summary>Tangent of half the view's height: a portrait lens, somewhat wider, to show more of the place.</summary>
    private const float HalfView = 0.31f;

    /// <summary>Where the horizon lies, from the top: at the height of the eyes.</summary>
    private const float EyeLevel = 0.44f;

    public static void Paint(SceneBackground spec, float brightSide, PlanarImage target)
    {
        float radius = LensBlur.RadiusFor(LeastBlur + ((1 - LeastBlur) * spec.Blur), target.Width, target.Height);
        (int width, int height, float workRadius) = LensBlur.WorkSize(target.Width, target.Height, radius, Detail(spec.Scene));
        Random random = new((spec.Seed * 7) + 3);
        bool mirrored = random.Next(2) == 0;
        if (MathF.Abs(brightSide) > SideLit)
        {
            mirrored = brightSide > 0;
        }

        Func<float, float, Vector3> look = Model(spec.Scene, random, new SmoothNoise(spec.Seed));
        using PlanarImage light = PlanarImage.Rent(width, height, 3);
        PixelThreads.ForRows(height, 8, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    float across = (x + 0.5f - (width / 2f)) / height;
                    Vector3 seen = look(mirrored ? -across : across, (y + 0.5f) / height);
                    light.Row(0, y)[x] = seen.X;
                    light.Row(1, y)[x] = seen.Y;
                    light.Row(2, y)[x] = seen.Z;
                }
            }
        });
        using PlanarImage blurred = PlanarImage.Rent(width, height, 3);
        LensBlur.Apply(light, blurred, workRadius);
        Expose(blurred, Brightness(spec.Scene));
        PlanarColour.Encode(blurred, blurred);
        Backing.Enlarge(blurred, target);
    }

    private static Func<float, float, Vector3> Model(string scene, Random random, SmoothNoise noise)
    {
        switch (scene)
        {
            case "office":
                return Camera(Office.Build(random, noise));
            case "cafe":
                return Camera(Cafe.Build(random, noise));
            case "outdoors":
                return new Outdoors(random, noise).Look;
            default:
                return new StudioWall(random, noise).Look;
        }

        static Func<float, float, Vector3> Camera(Room room) =>
            (x, y) => room.Look(new Vector3(2 * HalfView * x, 2 * HalfView * (EyeLevel - y), 1));
    }

    /// <summary>The disc's radius, in pixels, at the size that a place is drawn at: what has no lamps needs no rims.</summary>
    private static float Detail(string scene) => scene is "office" or "cafe" ? 6 : scene is "outdoors" ? 5 : 3;

    /// <summary>Mean luminance of the picture, as a photographer would expose the place for the sitter.</summary>
    private static float Brightness(string scene) => scene switch
    {
        "office" => 0.36f,
        "cafe" => 0.13f,
        "outdoors" => 0.27f,
        _ => 0.22f,
    };

    /// <summary>Brings the mean to where it should be and bends what is too bright gently to white, as film does.</summary>
    private static void Expose(PlanarImage linear, float brightness)
    {
        const float Shoulder = 0.62f;
        double sum = 0;
        for (int y = 0; y < linear.Height; y++)
        {
            ReadOnlySpan<float> green = linear.Row(1, y);
            foreach (float value in green)
            {
                sum += Math.Min(value, 1.2f);
            }
        }

        float gain = brightness * linear.Width * linear.Height / (float)Math.Max(sum, 1e-6);
        for (int c = 0; c < 3; c++)
        {
            foreach (ref float value in linear.Plane(c))
            {
                float v = value * gain;
                value = v < Shoulder ? v : 1 - ((1 - Shoulder) * MathF.Exp((Shoulder - v) / (1 - Shoulder)));
            }
        }
    }
}
