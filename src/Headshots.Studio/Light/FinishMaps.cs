using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Light;

/// <summary>Where a picture may gain contrast and sharpness, and around which local mean, a value per block. Owns its pixels.</summary>
internal sealed class FinishMaps : IDisposable
{
    /// <summary>Radius of local contrast in distances between the eyes.</summary>
    private const float Local = 0.3f;

    /// <summary>Skin gets this share of what eyes, hair and clothes get.</summary>
    private const float SkinSharpness = 0.3f;
    private const float SkinClarity = 0.6f;

    /// <summary>ln R/G and ln B/G: up to here a colour is the face's own, and from there it is another's.</summary>
    private const float Alike = 0.12f;
    private const float Other = 0.3f;

    /// <summary>Of the face's luminance: darker things of its colour are hair.</summary>
    private const float Dark = 0.3f;

    private readonly PlanarImage _small;

    private FinishMaps(PlanarImage maps, PlanarImage small)
    {
        Maps = maps;
        _small = small;
    }

    /// <summary>Local mean of luma among the person only, share of clarity, share of sharpness.</summary>
    public PlanarImage Maps { get; }

    /// <param name="composition">With its background.</param>
    public static FinishMaps Of(Composition composition)
    {
        SkinRegion region = composition.Skin;
        PlanarImage small = BlockMeans.Of(composition.Picture, region.Block);
        using PlanarImage alpha = BlockMeans.Of(composition.Alpha, region.Block);
        using PlanarImage weighted = PlanarImage.Rent(small.Width, small.Height, 2);
        for (int y = 0; y < small.Height; y++)
        {
            ReadOnlySpan<float> cover = alpha.Row(0, y);
            Span<float> product = weighted.Row(0, y);
            Span<float> share = weighted.Row(1, y);
            for (int x = 0; x < cover.Length; x++)
            {
                // Half-covered blocks show as much of the background: they count for less than half.
                share[x] = cover[x] * cover[x] * cover[x];
                product[x] = share[x]
                    * ((0.2126f * small.Row(0, y)[x]) + (0.7152f * small.Row(1, y)[x]) + (0.0722f * small.Row(2, y)[x]));
            }
        }

        float interEye = composition.Mesh.InterEye / region.Block;
        using PlanarImage means = PlanarImage.Rent(small.Width, small.Height, 2);
        GaussianBlur.Apply(weighted, means, Math.Max(1, Local * interEye));
        using PlanarImage skin = PlanarImage.Rent(small.Width, small.Height, 1);
        BoxFilter.Mean(region.Weights, skin, 1);
        using PlanarImage inside = PlanarImage.Rent(small.Width, small.Height, 1);
        BoxFilter.Mean(alpha, inside, 1);
        PlanarImage maps = PlanarImage.Rent(small.Width, small.Height, 3);
        for (int y = 0; y < small.Height; y++)
        {
            for (int x = 0; x < small.Width; x++)
            {
                // A block whose neighbours are not all person is silhouette: it fades there.
                float person = Math.Clamp((inside.Row(0, y)[x] - 0.6f) / 0.4f, 0, 1);
                float face = Math.Max(skin.Row(0, y)[x], Likeness(small, x, y, composition.SkinAtExposure));
                maps.Row(0, y)[x] = means.Row(0, y)[x] / Math.Max(means.Row(1, y)[x], 1e-4f);
                maps.Row(1, y)[x] = person * (1 - ((1 - SkinClarity) * face));
                maps.Row(2, y)[x] = person * (1 - ((1 - SkinSharpness) * face));
            }
        }

        return new FinishMaps(maps, small);
    }

    /// <summary>The skin's mean linear light once clarity was added to it.</summary>
    /// <param name="region">The skin.</param>
    /// <param name="clarity">Share of the local difference.</param>
    /// <param name="limit">The most that is added, encoded luma.</param>
    public Vector3 SkinWith(SkinRegion region, float clarity, float limit)
    {
        using PlanarImage clear = PlanarImage.Rent(_small.Width, _small.Height, 3);
        for (int y = 0; y < clear.Height; y++)
        {
            ReadOnlySpan<float> red = _small.Row(0, y);
            ReadOnlySpan<float> green = _small.Row(1, y);
            ReadOnlySpan<float> blue = _small.Row(2, y);
            ReadOnlySpan<float> around = Maps.Row(0, y);
            ReadOnlySpan<float> share = Maps.Row(1, y);
            for (int x = 0; x < red.Length; x++)
            {
                Vector3 colour = new(red[x], green[x], blue[x]);
                float local = Xyz.Luminance(colour) - around[x];
                float added = clarity * share[x] * local / (1 + (Math.Abs(local) * clarity / limit));
                clear.Row(0, y)[x] = colour.X + added;
                clear.Row(1, y)[x] = colour.Y + added;
                clear.Row(2, y)[x] = colour.Z + added;
            }
        }

        return region.MeanLightOfBlocks(clear);
    }

    public void Dispose()
    {
        Maps.Dispose();
        _small.Dispose();
    }

    /// <summary>Neck, ears and the upper forehead are skin too, though no mesh says so.</summary>
    private static float Likeness(PlanarImage small, int x, int y, Vector3 skin)
    {
        Vector3 light = SrgbCurve.ToLinear(new Vector3(small.Row(0, y)[x], small.Row(1, y)[x], small.Row(2, y)[x]));
        if (Xyz.Luminance(light) < Dark * Xyz.Luminance(skin))
        {
            return 0;
        }

        light = Vector3.Max(light, new Vector3(1e-4f));
        Vector2 turn = new(
            MathF.Log(light.X * skin.Y / (light.Y * Math.Max(skin.X, 1e-4f))),
            MathF.Log(light.Z * skin.Y / (light.Y * Math.Max(skin.Z, 1e-4f))));
        return Math.Clamp((Other - turn.Length()) / (Other - Alike), 0, 1);
    }
}
