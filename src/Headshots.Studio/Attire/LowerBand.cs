using Headshots.Imaging;

namespace Headshots.Studio.Attire;

/// <summary>
/// The rows of a picture from some row down to the end, to work on alone: clothes fill a quarter of a headshot. Owns its
/// pixels.
/// </summary>
internal sealed class LowerBand : IDisposable
{
    private LowerBand(PlanarImage picture, int top)
    {
        Top = top;
        Picture = PlanarImage.Rent(picture.Width, picture.Height - top, picture.Channels);
        for (int channel = 0; channel < picture.Channels; channel++)
        {
            picture.Plane(channel)[(top * picture.Stride)..].CopyTo(Picture.Plane(channel));
        }
    }

    /// <summary>The first row.</summary>
    public int Top { get; }

    /// <summary>A copy, as it was cut; changes come into the picture with <see cref="PutBack"/>.</summary>
    public PlanarImage Picture { get; }

    /// <summary>From the first row that a region of the small figure reaches, and a margin above it.</summary>
    /// <param name="composition">Whose picture is cut.</param>
    /// <param name="figure">Its small copy.</param>
    /// <param name="region">Row after row of the small copy; somewhere true.</param>
    /// <param name="margin">Pixels of the picture.</param>
    public static LowerBand Of(Composition composition, SmallFigure figure, bool[] region, int margin)
    {
        int first = Math.Max(0, Array.IndexOf(region, true)) / figure.Width;
        int top = (int)(first / figure.Scale.Y) - margin;
        return new LowerBand(composition.Picture, Math.Clamp(top, 0, composition.Height - 1));
    }

    public void PutBack(PlanarImage picture)
    {
        for (int channel = 0; channel < picture.Channels; channel++)
        {
            Picture.Plane(channel).CopyTo(picture.Plane(channel)[(Top * picture.Stride)..]);
        }
    }

    public void Dispose() => Picture.Dispose();
}
