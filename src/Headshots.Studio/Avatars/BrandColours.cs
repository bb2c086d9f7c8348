using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Avatars;

/// <summary>What a drawing takes of the brand.</summary>
/// <param name="Ground">Lab of what is behind the person.</param>
/// <param name="Clothes">Lab of colours for clothes; none to keep their own.</param>
internal sealed record BrandColours(Vector4 Ground, IReadOnlyList<Vector4> Clothes)
{
    public static BrandColours Of(PortraitSpec spec, Composition headshot)
    {
        Vector4[] palette = [.. spec.Avatar.Palette.Select(c => ToLab(c.Encoded))];
        return palette.Length > 0
            ? new BrandColours(palette[0], palette[1..])
            : spec.Background switch
            {
                SolidBackground solid => new BrandColours(ToLab(solid.Colour.Encoded), []),
                LinearBackground linear => new BrandColours(Middle(linear.From, linear.To), []),
                RadialBackground radial => new BrandColours(Middle(radial.Inner, radial.Outer), []),
                _ => new BrandColours(Seen(headshot), []),
            };
    }

    private static Vector4 Middle(RgbColour one, RgbColour other) => ToLab(SrgbCurve.ToEncoded((one.Linear + other.Linear) / 2));

    /// <summary>The mean light of what is behind the person, a little lighter, as a plain ground wants to be.</summary>
    private static Vector4 Seen(Composition headshot)
    {
        Vector3 sum = Vector3.Zero;
        int count = 0;
        for (int y = 4; y < headshot.Height; y += 8)
        {
            ReadOnlySpan<float> alpha = headshot.Alpha.Row(0, y);
            for (int x = 4; x < headshot.Width; x += 8)
            {
                if (alpha[x] < 0.02f)
                {
                    PlanarImage picture = headshot.Picture;
                    sum += SrgbCurve.ToLinear(new Vector3(picture.Row(0, y)[x], picture.Row(1, y)[x], picture.Row(2, y)[x]));
                    count++;
                }
            }
        }

        Vector4 mean = count > 0 ? ToLab(SrgbCurve.ToEncoded(sum / count)) : new Vector4(85, 0, 0, 0);
        return mean with { X = mean.X + (0.25f * (92 - mean.X)) };
    }

    private static Vector4 ToLab(Vector3 encoded)
    {
        Lab lab = Lab.FromSrgb(encoded);
        return new Vector4((float)lab.L, (float)lab.A, (float)lab.B, 0);
    }
}
