using Headshots.Imaging;

namespace Headshots.EndToEnd.Tests.Privacy;

/// <summary>A picture in 24 × 24 colours: two pictures of one photo are close in it whatever was done to size, format and quality.</summary>
internal sealed class Likeness
{
    private const int Side = 24;

    private readonly float[] _values;

    private Likeness(float[] values) => _values = values;

    /// <summary>Null when it is no picture.</summary>
    public static Likeness? Of(byte[] file)
    {
        Result<DecodedPhoto, PhotoError> decoded = PhotoDecoder.Decode(file, new DecodeRequest { MinShortSide = Side });
        if (!decoded.Ok)
        {
            return null;
        }

        using DecodedPhoto photo = decoded.Value;
        using PlanarImage small = PlanarImage.Rent(Side, Side, 3);
        Resampler.Resize(photo.Pixels, new RectF(0, 0, photo.Pixels.Width, photo.Pixels.Height), small);
        List<float> values = [];
        for (int plane = 0; plane < 3; plane++)
        {
            for (int y = 0; y < Side; y++)
            {
                values.AddRange(small.Row(plane, y)[..Side]);
            }
        }

        return new Likeness([.. values]);
    }

    /// <summary>Mean difference of their values, 0 to 1.</summary>
    public double DifferenceTo(Likeness other) => _values.Zip(other._values, (a, b) => Math.Abs(a - b)).Average();
}
