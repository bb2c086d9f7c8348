using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Sitter;

/// <summary>
/// Everything that decides a drawn person: the same scene gives the same pixels, bit for bit, on the same machine.
/// Lengths are centimetres at the size of an adult, angles degrees, colours sRGB in [0, 1] unless a name says otherwise.
/// </summary>
public sealed record SitterScene
{
    /// <summary>Pixels, 16 to 8192.</summary>
    public int Width { get; init; } = 768;

    /// <summary>Pixels, 16 to 8192.</summary>
    public int Height { get; init; } = 960;

    public SitterCamera Camera { get; init; } = new();

    /// <summary>Where the head points; the body follows a quarter of the yaw.</summary>
    public HeadPose Pose { get; init; }

    public SitterIdentity Identity { get; init; } = new();

    public SitterSkin Skin { get; init; } = new();

    public SitterHair Hair { get; init; } = new();

    public SitterExpression Expression { get; init; } = new();

    public SitterOutfit Outfit { get; init; } = new();

    public SitterLight Light { get; init; } = new();

    public SitterBackdrop Backdrop { get; init; } = new();

    public SitterSensor Sensor { get; init; } = new();

    /// <summary>A random plausible person in a random plausible selfie.</summary>
    public static SitterScene FromSeed(int seed) => SceneLottery.Draw(seed);

    internal void Validate()
    {
        Range(Width, 16, 8192, nameof(Width));
        Range(Height, 16, 8192, nameof(Height));
        Range(Camera.DistanceCm, 15, 1000, nameof(Camera.DistanceCm));
        Range(Camera.FocalLength35, 10, 400, nameof(Camera.FocalLength35));
        Range(Skin.ItaDegrees, -70, 70, nameof(Skin.ItaDegrees));
        Range(Light.Exposure, -6, 6, nameof(Light.Exposure));
        Range(Light.KeyFillRatio, 1, 32, nameof(Light.KeyFillRatio));
        Range(Light.ColourTemperature, 2000, 15000, nameof(Light.ColourTemperature));
        Range(Expression.EyeOpening, 0, 1.5f, nameof(Expression.EyeOpening));
        Range(Expression.MouthOpening, 0, 1, nameof(Expression.MouthOpening));
    }

    private static void Range(float value, float low, float high, string name)
    {
        if (!(value >= low && value <= high))
        {
            throw new ArgumentOutOfRangeException(name, value, $"must be from {low} to {high}");
        }
    }
}

/// <summary>A pinhole camera.</summary>
public sealed record SitterCamera
{
    /// <summary>From the pinhole to the midpoint between the eyes, along the optical axis: 15 to 1000 cm.</summary>
    public float DistanceCm { get; init; } = 80;

    /// <summary>35 mm-equivalent focal length in millimetres, 10 to 400: f_px = f35·√(W²+H²)/43.27.</summary>
    public float FocalLength35 { get; init; } = 50;

    /// <summary>Where the midpoint between the eyes appears, as fractions of width and height.</summary>
    public Vector2 EyesAt { get; init; } = new(0.5f, 0.42f);

    /// <summary>Turns the whole picture clockwise, −180 to 180: 180 is upside down.</summary>
    public float Roll { get; init; }

    /// <summary>Focal length in pixels of a picture of the given size.</summary>
    public float FocalPixels(int width, int height) =>
        FocalLength35 * MathF.Sqrt(((float)width * width) + ((float)height * height)) / 43.27f;

    /// <summary>The 35 mm-equivalent focal length at which the distance between the eyes (6.3 cm) covers a share of the width.</summary>
    public static float FocalFor(float interEyeShare, float distanceCm, int width, int height) =>
        interEyeShare * width * distanceCm / 6.3f * 43.27f / MathF.Sqrt(((float)width * width) + ((float)height * height));
}

/// <summary>The lamp, the room's light and the exposure.</summary>
public sealed record SitterLight
{
    /// <summary>Where the key light comes from: positive is the right of the picture, −180 to 180.</summary>
    public float Azimuth { get; init; } = -35;

    /// <summary>Height of the key light above the eyes, −90 to 90.</summary>
    public float Elevation { get; init; } = 32;

    /// <summary>Light on a surface facing the key, over the light on one that the key does not reach; 1 (flat) to 32.</summary>
    public float KeyFillRatio { get; init; } = 2.2f;

    /// <summary>Angular radius of the key light: 2 (bare bulb) to 40 (large softbox, window).</summary>
    public float KeySoftness { get; init; } = 18;

    /// <summary>Stops: 0 renders a white card that faces the key as exactly white.</summary>
    public float Exposure { get; init; } = 0.2f;

    /// <summary>Of the whole scene, in kelvin, 2000 to 15000; 6504 is neutral.</summary>
    public float ColourTemperature { get; init; } = 6504;

    /// <summary>How much crevices darken: 0 (no ambient occlusion) to 1 (as geometry says).</summary>
    public float Occlusion { get; init; } = 1;

    /// <summary>Strength of skin shine, 0 to 2.</summary>
    public float Shine { get; init; } = 1;

    /// <summary>Uniform white light from everywhere, no shadows and no shine: a surface shows its albedo.</summary>
    public static SitterLight Neutral { get; } = new() { KeyFillRatio = 1, Occlusion = 0, Shine = 0, Exposure = 0 };
}

/// <summary>What lies behind the person.</summary>
public sealed record SitterBackdrop
{
    public BackdropKind Kind { get; init; } = BackdropKind.Room;

    public int Seed { get; init; } = 1;

    /// <summary>Radius of the out-of-focus disc in thousandths of the long side: 0 (sharp) to 40.</summary>
    public float Blur { get; init; } = 4;

    /// <summary>Colour of a plain wall.</summary>
    public Vector3 Wall { get; init; } = new(0.74f, 0.76f, 0.78f);
}

public enum BackdropKind
{
    Wall,
    Room,
    Bookshelf,
    Garden,
    Bokeh,
    Window,
}

/// <summary>What the sensor and lens add.</summary>
public sealed record SitterSensor
{
    /// <summary>Standard deviation of the noise at mid-grey, in levels of 255: 0 to 40.</summary>
    public float Noise { get; init; } = 1.2f;

    /// <summary>Radius of defocus of the person, in pixels: 0 to 40.</summary>
    public float Defocus { get; init; }

    /// <summary>Length of motion blur in pixels, along the picture's width: 0 to 80.</summary>
    public float Motion { get; init; }

    public int Seed { get; init; } = 1;
}
