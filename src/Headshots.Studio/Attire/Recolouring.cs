using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Reports;

namespace Headshots.Studio.Attire;

/// <summary>Dyes the sitter's own clothes.</summary>
internal static class Recolouring
{
    /// <summary>Less cloth than this share of the picture is not worth a colour, and is where mistakes are made.</summary>
    private const float LeastShare = 0.03f;

    /// <summary>Clothes of which no cloth makes up this much have no colour of their own.</summary>
    private const float LeastOneCloth = 0.6f;

    /// <summary>No light makes the folds of one cloth differ so much, as a standard deviation of log luminance.</summary>
    private const float MostSpread = 1.35f;

    /// <summary>Of the blur that parts weave from folds, in inter-eye distances.</summary>
    private const float WeaveSize = 0.02f;

    /// <returns>Null when done; otherwise why the clothes were kept.</returns>
    public static Reason? Apply(Composition composition, RgbColour colour)
    {
        using SmallFigure figure = SmallFigure.Of(composition);
        ClothesMap map = ClothesMap.Of(figure, composition.Mesh);
        BaseCloth cloth = BaseCloth.Of(figure, map);
        if (cloth.Size < LeastShare * figure.Width * figure.Height)
        {
            return AttireReasons.TooLittleCloth;
        }

        if (map.Skin.CouldBe(cloth.Middle))
        {
            return AttireReasons.LikeSkin;
        }

        if (cloth.Share < LeastOneCloth || cloth.Tone.Spread > MostSpread)
        {
            return AttireReasons.ManyPieces;
        }

        Dye(composition, figure, cloth, colour);
        return null;
    }

    private static void Dye(Composition composition, SmallFigure figure, BaseCloth cloth, RgbColour colour)
    {
        using LowerBand band = LowerBand.Of(composition, figure, cloth.Members, SoftRegion.ReachOf(figure));
        PlanarImage picture = band.Picture;
        using PlanarImage mask = SoftRegion.Refine(band, figure, cloth.Members);
        using PlanarImage light = LogLight(picture, Math.Max(1, (int)MathF.Round(WeaveSize * composition.Mesh.InterEye)));
        ClothDye dye = new(colour, cloth.Tone, WeaveSpread(light, mask));
        PixelThreads.ForRows(picture.Height, 32, (first, end) =>
        {
            float[] scratch = new float[3 * picture.Stride];
            for (int y = first; y < end; y++)
            {
                if (mask.Row(0, y).IndexOfAnyExcept(0f) >= 0)
                {
                    dye.Row(picture, light, mask, y, scratch);
                }
            }
        });
        band.PutBack(composition.Picture);
    }

    /// <summary>2 channels: ln(luminance + floor), and its mean around each pixel.</summary>
    private static PlanarImage LogLight(PlanarImage picture, int radius)
    {
        PlanarImage both = PlanarImage.Rent(picture.Width, picture.Height, 2);
        using PlanarImage linear = PlanarImage.Rent(picture.Width, picture.Height, 3);
        using PlanarImage log = PlanarImage.Rent(picture.Width, picture.Height, 1);
        using PlanarImage mean = PlanarImage.Rent(picture.Width, picture.Height, 1);
        PlanarColour.Decode(picture, linear);
        PlanarColour.Luminance(linear, log);
        PixelThreads.ForRows(log.Height, 32, (first, end) =>
        {
            Span<float> rows = log.Plane(0)[(first * log.Stride)..(end * log.Stride)];
            for (int i = 0; i < rows.Length; i += Vector<float>.Count)
            {
                Vector.Log(Vector.Max(new Vector<float>(rows[i..]), Vector<float>.Zero) + new Vector<float>(ClothTone.Floor)).CopyTo(rows[i..]);
            }
        });
        BoxFilter.Mean(log, mean, radius);
        log.Plane(0).CopyTo(both.Plane(0));
        mean.Plane(0).CopyTo(both.Plane(1));
        return both;
    }

    /// <summary>Standard deviation of the fine detail inside the mask, from the median of its size (0.6745 of a normal one).</summary>
    private static float WeaveSpread(PlanarImage light, PlanarImage mask)
    {
        const int Every = 3;
        List<float> sizes = [];
        for (int y = 0; y < mask.Height; y += Every)
        {
            ReadOnlySpan<float> share = mask.Row(0, y);
            ReadOnlySpan<float> log = light.Row(0, y);
            ReadOnlySpan<float> smooth = light.Row(1, y);
            for (int x = 0; x < share.Length; x += Every)
            {
                if (share[x] > 0.95f)
                {
                    sizes.Add(Math.Abs(log[x] - smooth[x]));
                }
            }
        }

        sizes.Sort();
        return sizes.Count == 0 ? 0 : sizes[sizes.Count / 2] / 0.6745f;
    }
}
