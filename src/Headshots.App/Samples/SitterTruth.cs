using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Headshots.Sitter;

namespace Headshots.App.Samples;

/// <summary>What is known of a drawn sitter, in the terms in which <c>inspect</c> reports what it found.</summary>
internal sealed record SitterTruth
{
    public required int Seed { get; init; }

    /// <summary>Pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels.</summary>
    public required int Height { get; init; }

    public required double InterEyePixels { get; init; }

    /// <summary>Degrees, positive when the nose points to the right of the picture.</summary>
    public required double Yaw { get; init; }

    /// <summary>Degrees, positive when the nose points up.</summary>
    public required double Pitch { get; init; }

    /// <summary>Degrees, positive when the head leans clockwise in the picture.</summary>
    public required double Roll { get; init; }

    /// <summary>Top of the skull, in pixels.</summary>
    public required float[] Crown { get; init; }

    /// <summary>In pixels.</summary>
    public required float[] Chin { get; init; }

    /// <summary>From the camera to between the eyes.</summary>
    public required double DistanceCm { get; init; }

    /// <summary>Individual typology angle of the skin, degrees.</summary>
    public required double SkinItaDegrees { get; init; }

    /// <summary>x, y, z as fractions of the picture's width, height and width.</summary>
    public required IReadOnlyList<float[]> Landmarks { get; init; }

    public static SitterTruth Of(int seed, DrawnSitter sitter) => new()
    {
        Seed = seed,
        Width = sitter.Image.Width,
        Height = sitter.Image.Height,
        InterEyePixels = Math.Round(sitter.InterEyePixels, 2),
        Yaw = Math.Round(sitter.Pose.Yaw, 2),
        Pitch = Math.Round(sitter.Pose.Pitch, 2),
        Roll = Math.Round(sitter.Pose.Roll, 2),
        Crown = [sitter.Crown.X, sitter.Crown.Y],
        Chin = [sitter.Chin.X, sitter.Chin.Y],
        DistanceCm = Math.Round(sitter.DistanceCm, 2),
        SkinItaDegrees = Math.Round(sitter.SkinItaDegrees, 2),
        Landmarks = [.. sitter.Landmarks.Select(p => Fraction(p, sitter.Image.Width, sitter.Image.Height))],
    };

    public string ToJson() => JsonSerializer.Serialize(this, SitterTruthJson.Default.SitterTruth);

    private static float[] Fraction(Vector3 point, int width, int height) => [point.X / width, point.Y / height, point.Z / width];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SitterTruth))]
internal sealed partial class SitterTruthJson : JsonSerializerContext;
