using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Attire;

/// <summary>Lays a garment over the sitter's clothes, under chin and hair; or says why it would not look right.</summary>
internal static class Overlaying
{
    /// <summary>Areas in squared inter-eye distances: hair on the garment, hands before it, old cloth inside the neckline.</summary>
    private const float MostHair = 0.30f;
    private const float MostSkin = 0.35f;
    private const float MostOldCloth = 0.02f;

    /// <summary>Of the neck under the chin.</summary>
    private const float LeastNeckSkin = 0.2f;

    /// <summary>Pixels of the picture per pixel of the photo beyond which collar and beard cannot be told apart.</summary>
    private const float MostEnlarged = 3.5f;

    /// <summary>In inter-eye distances: how far a garment may be raised to hide an old collar, and by what steps.</summary>
    private const float MostLift = 0.5f;
    private const float LiftStep = 0.06f;

    /// <summary>Of a collar, in inter-eye distances.</summary>
    private const float Thickness = 0.045f;

    /// <returns>Null when done; otherwise why the clothes were kept.</returns>
    /// <param name="composition">Without a background.</param>
    /// <param name="spec">What is to be worn.</param>
    /// <param name="assets">Where garments of the kit's own are.</param>
    /// <param name="fitError">As <see cref="BodyFit.Error"/>; null where no shoulders were found.</param>
    public static Reason? Apply(Composition composition, AttireSpec spec, KitAssets assets, out float? fitError)
    {
        fitError = null;
        if (composition.Width > MostEnlarged * composition.Frame.Area.Width)
        {
            return AttireReasons.TooFewPixels;
        }

        using SmallFigure figure = SmallFigure.Of(composition);
        ClothesMap map = ClothesMap.Of(figure, composition.Mesh);
        Reason? misfit = BodyFit.Measure(figure, map, out BodyFit fit);
        fitError = fit.Error;
        if (misfit is not null)
        {
            return misfit;
        }

        if (Obstacle(figure, map, fit) is { } obstacle)
        {
            return obstacle;
        }

        // Shoulders are about 6.6 inter-eye distances across.
        if (GarmentLibrary.Find(spec, assets, 6.6f * composition.Mesh.InterEye) is not { } garment)
        {
            return AttireReasons.NoGarment(spec.Garment);
        }

        if (Place(composition, figure, map, fit, garment) is not { } placement)
        {
            return AttireReasons.CoveredNeck;
        }

        Paint(composition, figure, map, fit, garment, placement);
        return null;
    }

    /// <summary>Hair and hands that lie where the garment would.</summary>
    private static Reason? Obstacle(SmallFigure figure, ClothesMap map, BodyFit fit)
    {
        float square = figure.InterEye * figure.InterEye;
        int hair = 0;
        bool[] skin = new bool[map.Clothes.Length];
        for (int i = 0; i < skin.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, figure.Width);
            bool below = y > fit.ShoulderLine[x] + (0.15f * figure.InterEye) && y > figure.Chin.Y + (0.1f * figure.InterEye);
            hair += below && map.IsHair[i] && Math.Abs(x - fit.Axis) > 0.5f * figure.InterEye ? 1 : 0;
            bool beside = Math.Abs(x - fit.Axis) > 1.35f * figure.InterEye;
            skin[i] = below && beside && map.IsPerson[i] && !map.Clothes[i] && map.SkinShare[i] > 0.5f;
        }

        if (NeckSkin(figure, map, fit) < LeastNeckSkin)
        {
            return AttireReasons.CoveredNeck;
        }

        return hair > MostHair * square ? AttireReasons.HairOverShoulders
            : skin.Count(s => s) > MostSkin * square ? AttireReasons.HandsInFront
            : null;
    }

    /// <summary>How much of the neck under the chin is skin by colour: nothing under a headscarf or a full beard.</summary>
    private static float NeckSkin(SmallFigure figure, ClothesMap map, BodyFit fit)
    {
        float reach = 0.5f * figure.InterEye;
        int all = 0;
        int bare = 0;
        int end = Math.Min(figure.Height, (int)(figure.Chin.Y + reach));
        for (int y = (int)(figure.Chin.Y + (0.1f * figure.InterEye)); y < end; y++)
        {
            for (int x = (int)Math.Max(0, fit.Axis - reach); x < Math.Min(figure.Width, fit.Axis + reach); x++)
            {
                all++;
                bare += map.SkinShare[(y * figure.Width) + x] > 0.35f ? 1 : 0;
            }
        }

        return all == 0 ? 0 : (float)bare / all;
    }

    /// <summary>As low as it hangs by itself, or as much higher as it takes to hide the old neckline.</summary>
    private static GarmentPlacement? Place(
        Composition composition, SmallFigure figure, ClothesMap map, BodyFit fit, Garment garment)
    {
        Vector2 scale = Vector2.One / figure.Scale;
        float eye = composition.Mesh.InterEye;
        for (float lift = 0; lift <= MostLift; lift += LiftStep)
        {
            GarmentPlacement placement = new(garment, fit, scale, composition.Width, lift * eye);
            if (placement.ThroatY < composition.Mesh.Flat(152).Y - (0.05f * eye))
            {
                break;
            }

            if (Uncovered(figure, map, garment, placement, scale) < MostOldCloth * figure.InterEye * figure.InterEye)
            {
                return placement;
            }
        }

        return null;
    }

    private static float Uncovered(SmallFigure figure, ClothesMap map, Garment garment, GarmentPlacement placement, Vector2 scale)
    {
        float sum = 0;
        for (int i = 0; i < map.Clothes.Length; i++)
        {
            if (!map.Clothes[i] || !map.IsPerson[i] || map.IsHair[i] || figure.Face[i])
            {
                continue;
            }

            (int y, int x) = Math.DivRem(i, figure.Width);
            int column = Math.Min(placement.Columns.Length - 1, (int)((x + 0.5f) * scale.X));
            float row = placement.RowAt(column, (y + 0.5f) * scale.Y);
            if (!placement.BesideNeck[column])
            {
                sum += 1 - (row < 0 ? 0 : garment.At(placement.Columns[column], row).W);
            }
        }

        return sum;
    }

    private static void Paint(
        Composition composition, SmallFigure figure, ClothesMap map, BodyFit fit, Garment garment, GarmentPlacement placement)
    {
        float eye = composition.Mesh.InterEye;
        bool[] under = new bool[map.Clothes.Length];
        int highest = Math.Max(0, (int)(fit.ShoulderLine.Min() - figure.InterEye)) * figure.Width;
        under[Math.Min(highest, under.Length - 1)] = true;
        using LowerBand band = LowerBand.Of(composition, figure, under, 0);
        bool[] front = [.. Enumerable.Range(0, under.Length).Select(i => figure.Face[i] || map.IsHair[i])];
        using PlanarImage before = SoftRegion.Refine(band, figure, front);
        using PlanarImage cloth = SoftRegion.Refine(band, figure, Patches.Grown(map.Clothes, figure.Width, 1));
        using PlanarImage collar = PlanarImage.Rent(band.Picture.Width, band.Picture.Height, 1);
        using PlanarImage layer = GarmentLayer.Draw(garment, placement, band, cloth, collar);
        float enlargement = composition.Width / composition.Frame.Area.Width;
        GarmentLayer.Soften(layer, enlargement);
        GarmentLayer.Light(layer, band.Top, SitterLight.Of(figure, composition), composition.Mesh.Flat(152), eye);
        using PlanarImage shadow = PlanarImage.Rent(layer.Width, layer.Height, 1);
        using PlanarImage cover = PlanarImage.Rent(layer.Width, layer.Height, 1);
        layer.Plane(3).CopyTo(cover.Plane(0));
        GaussianBlur.Apply(cover, shadow, Math.Max(0.8f, 0.07f * eye));
        Hug(collar, composition.Alpha, band.Top, eye);
        for (int y = 0; y < layer.Height; y++)
        {
            Lay(composition, band, layer, before, shadow, collar, y);
        }

        band.PutBack(composition.Picture);
        ShoulderEdge.Tidy(composition.Alpha, before, band.Top, placement, eye);
    }

    /// <summary>
    /// A collar stands off the neck by its own thickness: what is drawn farther out was cut for another neck, and its
    /// soft shadow belongs on cloth, not in the air.
    /// </summary>
    private static void Hug(PlanarImage collar, PlanarImage alpha, int top, float eye)
    {
        const float Solid = 0.7f;
        using PlanarImage body = PlanarImage.Rent(collar.Width, collar.Height, 1);
        using PlanarImage near = PlanarImage.Rent(collar.Width, collar.Height, 1);
        for (int y = 0; y < body.Height; y++)
        {
            alpha.Row(0, top + y).CopyTo(body.Row(0, y));
        }

        // Half of a straight edge's blur lies on it, a sixth a standard deviation outside.
        GaussianBlur.Apply(body, near, Math.Max(0.8f, Thickness * eye));
        for (int y = 0; y < body.Height; y++)
        {
            Span<float> stands = collar.Row(0, y);
            ReadOnlySpan<float> by = near.Row(0, y);
            for (int x = 0; x < stands.Length; x++)
            {
                float solid = Math.Clamp((stands[x] - Solid) / (1 - Solid), 0, 1);
                stands[x] = solid * Math.Clamp((by[x] - 0.16f) / 0.2f, 0, 1);
            }
        }
    }

    /// <summary>One row: the garment's shadow on the neck, the garment, and alpha where a collar stands beside the neck.</summary>
    private static void Lay(
        Composition composition, LowerBand band, PlanarImage layer, PlanarImage before, PlanarImage shadow, PlanarImage collar, int y)
    {
        const float ContactShadow = 0.30f;
        Span<float> alpha = composition.Alpha.Row(0, band.Top + y);
        ReadOnlySpan<float> cover = layer.Row(3, y);
        ReadOnlySpan<float> front = before.Row(0, y);
        ReadOnlySpan<float> dark = shadow.Row(0, y);
        ReadOnlySpan<float> stands = collar.Row(0, y);
        for (int channel = 0; channel < 3; channel++)
        {
            Span<float> colour = band.Picture.Row(channel, y);
            ReadOnlySpan<float> worn = layer.Row(channel, y);
            for (int x = 0; x < colour.Length; x++)
            {
                float free = 1 - front[x];
                float shaded = colour[x] * (1 - (ContactShadow * dark[x] * free));
                colour[x] = (shaded * (1 - (cover[x] * free))) + (worn[x] * free);
            }
        }

        for (int x = 0; x < alpha.Length; x++)
        {
            alpha[x] = Math.Max(alpha[x], stands[x] * (1 - front[x]));
        }
    }
}
