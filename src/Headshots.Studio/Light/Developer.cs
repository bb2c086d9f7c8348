using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Light;

/// <summary>
/// Exposure, colour and light of the sitter, before a background stands behind. What is wrong is read from things that
/// are not skin; at the exposure that those things call for, no correction goes further than the skin's tone allows.
/// </summary>
internal static class Developer
{
    /// <summary>Stops and ln of gain too small to see: then the picture is left as it is.</summary>
    private const float Unseen = 0.01f;

    /// <summary>Grey of L* 50, linear: what a cast is measured on.</summary>
    private const float MiddleGrey = 0.184f;

    public static void Develop(Composition composition, LightSpec spec)
    {
        SkinRegion region = composition.Skin;
        composition.Light = new(0, 0, 0, spec.Key);
        if (!region.Seen)
        {
            return;
        }

        using PlanarImage small = BlockMeans.Of(composition.AsShot, region.Block);
        using PlanarImage linear = PlanarImage.Rent(small.Width, small.Height, 3);
        PlanarColour.Decode(small, linear);
        SkinSample skin = SkinSample.Of(linear, region);
        Development development = Correct(composition, skin, spec.Balance, out Vector3 exposed);
        composition.SkinAtExposure = region.AsFound * exposed / Vector3.Max(skin.AsShot, new Vector3(1e-6f));
        using PlanarImage? shading = Shade(composition, spec, small, linear, skin, development, exposed, out float lifted);
        if (!development.IsNone || shading is not null)
        {
            Print.Apply(composition.Picture, development, shading, region.Block);
        }

        composition.Light = new(
            Math.Round(MathF.Log2(development.Gain), 3), Math.Round(CastOf(development), 2), Math.Round(lifted, 3), spec.Key);
    }

    /// <summary>
    /// The exposure that things other than skin call for, whatever it does to the skin, and as much of the balance as the
    /// guard lets pass at that exposure.
    /// </summary>
    private static Development Correct(Composition composition, SkinSample skin, float strength, out Vector3 exposed)
    {
        LightEvidence evidence = LightEvidence.Weigh(
            Whites.OfEyes(composition.AsShot, composition.Mesh),
            Whites.OfTeeth(composition.AsShot, composition.Mesh),
            Catchlights.Of(composition.AsShot, composition.Mesh),
            Surroundings.Of(composition.Seen.Photo, composition.Seen.Mesh!));
        float stops = strength * evidence.Stops;
        Development exposure = Math.Abs(stops) < Unseen ? Development.None : Development.Exposure(stops);
        Vector3 reference = exposure.IsNone ? skin.AsShot : skin.Mean(l => exposure.Apply(l));
        exposed = reference;
        float balance = ToneGuard.Most(s => ToneGuard.Holds(
            reference,
            skin.Mean(l => exposure.Without(evidence.Illuminant, strength * s).Apply(l)),
            ToneGuard.LightIta,
            evidence.HasCast ? double.MaxValue : ToneGuard.LightHue));
        return exposure.Without(evidence.Illuminant, strength * balance);
    }

    /// <summary>Softer shadows and the lamp: a gain per block, null where nothing is to be done.</summary>
    private static PlanarImage? Shade(
        Composition composition, LightSpec spec, PlanarImage small, PlanarImage linear, SkinSample skin, Development development, Vector3 exposed, out float lifted)
    {
        SkinRegion region = composition.Skin;
        FaceShading face = FaceShading.Of(linear, region, composition.Mesh);
        float[] shadows = ShadowSoftening.Lift(face, spec.Shadows);
        float[] lamp = KeyLight.Of(spec.Key)?.Relight(face, spec.Strength) ?? new float[shadows.Length];
        lifted = shadows.Max() / MathF.Log(2);
        if (lifted < Unseen && lamp.All(g => Math.Abs(g) < Unseen))
        {
            lifted = 0;
            return null;
        }

        using PlanarImage map = ShadingMap.Draw(small, composition.Mesh, region.Block, shadows, lamp);
        Vector3 before = skin.Mean(l => development.Apply(l));
        float level = Level(map, skin, development, before);
        float share = ToneGuard.Most(s => ToneGuard.Holds(
            exposed,
            skin.Mean((l, at) => development.Apply(l, Gain(map, at, level, s))),
            ToneGuard.LightIta + 0.2,
            development.Balance == ColourMatrix.Identity ? ToneGuard.LightHue + 0.2 : double.MaxValue));
        lifted *= share;
        PlanarImage gains = PlanarImage.Rent(map.Width, map.Height, 1);
        for (int y = 0; y < gains.Height; y++)
        {
            Span<float> row = gains.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = Gain(map, (y * map.Width) + x, level, share);
            }
        }

        return gains;
    }

    /// <summary>ln of the factor by which the face must be darkened for its mean luminance to stay.</summary>
    private static float Level(PlanarImage map, SkinSample skin, Development development, Vector3 before)
    {
        float level = 0;
        for (int round = 0; round < 3; round++)
        {
            Vector3 after = skin.Mean((l, at) => development.Apply(l, Gain(map, at, level, 1)));
            level -= MathF.Log(Xyz.Luminance(after) / Math.Max(Xyz.Luminance(before), 1e-6f));
        }

        return level;
    }

    private static float Gain(PlanarImage map, int at, float level, float share)
    {
        (int y, int x) = Math.DivRem(at, map.Width);
        return MathF.Exp(share * (map.Row(0, y)[x] + (level * map.Row(1, y)[x])));
    }

    /// <summary>ΔE of a grey between before and after.</summary>
    private static double CastOf(Development development) => ColourDifference.Cie76(
        Lab.FromLinear(new Vector3(MiddleGrey)), Lab.FromLinear(development.Balance.Transform(new Vector3(MiddleGrey))));
}
