using Headshots.App.Samples;
using Headshots.Imaging;
using Headshots.Sitter;

namespace Headshots.App.Tests;

/// <summary>
/// A folder of photos for tests, drawn once: <c>ann.jpg</c> and <c>bob.jpg</c> sit well, <c>wall.jpg</c> shows nobody,
/// <c>notes.jpg</c> is no photo.
/// </summary>
public sealed class Team : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Team()
    {
        SitterRenderer renderer = new();
        using DrawnSitter ann = renderer.Draw(new SitterScene());
        AnnLandmarks = [.. ann.Landmarks.Select(p => new[] { p.X / ann.Image.Width, p.Y / ann.Image.Height, p.Z / ann.Image.Width })];
        AnnInterEye = ann.InterEyePixels / ann.Image.Width;
        AnnSize = (ann.Image.Width, ann.Image.Height);
        AnnAlpha = [.. Enumerable.Range(0, ann.Image.Height).SelectMany(y => ann.Alpha.Row(0, y).ToArray())];
        Ann = Save("ann.jpg", SamplePhoto.Jpeg(ann));
        using DrawnSitter bob = renderer.Draw(new SitterScene { Skin = new SitterSkin { ItaDegrees = -20 } });
        Bob = Save("bob.jpg", SamplePhoto.Jpeg(bob));
        Wall = Save("wall.jpg", PaintedWall());
        Notes = _folder.Write("notes.jpg", "not a photo at all");
    }

    public string Folder => _folder.Path;

    public string Ann { get; }

    public string Bob { get; }

    public string Wall { get; }

    public string Notes { get; }

    /// <summary>x, y, z as fractions of width, height and width.</summary>
    public IReadOnlyList<float[]> AnnLandmarks { get; }

    /// <summary>Between the irises, as a fraction of the width.</summary>
    public float AnnInterEye { get; }

    public (int Width, int Height) AnnSize { get; }

    /// <summary>What the person covers, row after row.</summary>
    public float[] AnnAlpha { get; }

    public void Dispose() => _folder.Dispose();

    private static byte[] PaintedWall()
    {
        using RgbImage wall = RgbImage.Rent(640, 480);
        for (int y = 0; y < wall.Height; y++)
        {
            Span<byte> row = wall.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = (byte)(120 + ((x * 31) % 17) + (y / 8));
            }
        }

        return PhotoEncoder.Encode(wall, new JpegSettings(), new OutputMetadata(DigitalSourceTypes.AlgorithmicMedia, "tests"));
    }

    private string Save(string name, byte[] file)
    {
        File.WriteAllBytes(_folder[name], file);
        return _folder[name];
    }
}
