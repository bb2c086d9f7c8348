using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter;

namespace Headshots.EndToEnd.Tests.Browsers;

/// <summary>
/// A film of a drawn sitter for the browser's camera that plays a file: first somebody too far away, then as the coach wants
/// them. It runs in a circle, 30 frames a second.
/// </summary>
internal static class FakeCamera
{
    private const int Width = 720;
    private const int Height = 960;
    private const float NearCm = 58;
    private const float FarCm = 150;

    /// <summary>Long enough to be told to come closer, and short against the time in which all is well.</summary>
    private const int FarFrames = 75;
    private const int NearFrames = 600;

    /// <summary>Draws the film.</summary>
    /// <param name="path">Ends in <c>.mjpeg</c>: the browser knows the format by that.</param>
    public static void Film(string path)
    {
        SitterRenderer renderer = new();
        byte[] far = Frame(renderer, FarCm), near = Frame(renderer, NearCm);
        using FileStream film = File.Create(path);
        for (int i = 0; i < FarFrames + NearFrames; i++)
        {
            film.Write(i < FarFrames ? far : near);
        }
    }

    /// <summary>One photo of the same person as a phone would save it.</summary>
    public static byte[] Photo() => Frame(new SitterRenderer(), NearCm);

    private static byte[] Frame(SitterRenderer renderer, float distance)
    {
        SitterScene person = SitterGallery.All.Single(s => s.Name == "lena").Scene;
        SitterScene scene = person with
        {
            Width = Width,
            Height = Height,
            Pose = default,
            Camera = new SitterCamera
            {
                DistanceCm = distance,
                FocalLength35 = SitterCamera.FocalFor(0.2f, NearCm, Width, Height),
                EyesAt = new Vector2(0.5f, 0.42f),
            },
        };
        using DrawnSitter sitter = renderer.Draw(scene);
        return PhotoEncoder.Encode(sitter.Image, new JpegSettings { Quality = 92 }, OutputMetadata.OfHeadshots(DigitalSourceTypes.AlgorithmicMedia));
    }
}
