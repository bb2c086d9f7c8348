using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Light;

/// <summary>
/// Local contrast and sharpness of the finished picture, of the person more than of what is behind, of eyes, hair and
/// cloth more than of skin, and of noise not at all. Luma only: colours stay.
/// </summary>
internal static class Finisher
{
    private const int MinRowsPerChunk = 32;

    /// <summary>At full clarity: the share of the local difference that is added, and its limit in encoded luma.</summary>
    private const float MostClarity = 0.22f;
    private const float ClarityLimit = 0.035f;

    /// <summary>At full sharpness: the multiple of the fine detail that is added.</summary>
    private const float MostSharpness = 1.4f;

    /// <summary>Detail below about so many deviations of the noise is left alone; so much noise halves all sharpening.</summary>
    private const float Coring = 2.2f;
    private const float Noisy = 0.012f;

    /// <summary>Detail, encoded luma, of which only half as much more is wanted: what is crisp already stays as it is.</summary>
    private const float Crisp = 0.03f;

    /// <summary>How far sharpening may go beyond the lightest and darkest neighbour, encoded luma: no ringing.</summary>
    private const float Overshoot = 0.012f;

    public static void Finish(Composition composition, LightSpec spec)
    {
        if (spec.Clarity <= 0 && spec.Sharpness <= 0)
        {
            return;
        }

        float interEye = composition.Mesh.InterEye;
        using FinishMaps maps = FinishMaps.Of(composition);
        using FineDetail detail = FineDetail.Of(composition.Picture, interEye);
        float noise = 0;
        if (spec.Sharpness > 0)
        {
            noise = NoiseEstimate.Of(composition.AsShot, interEye);
        }

        SkinRegion region = composition.Skin;
        double hue = composition.Light is { CastCorrected: > 0 } ? double.MaxValue : ToneGuard.FinishHue;
        float clarity = spec.Clarity * MostClarity * ToneGuard.Most(s => !region.Seen || ToneGuard.Holds(
            composition.SkinAtExposure, maps.SkinWith(region, s * spec.Clarity * MostClarity, ClarityLimit), ToneGuard.FinishIta, hue));
        var settings = new Settings(
            clarity,
            spec.Sharpness * MostSharpness / (1 + (noise * noise / (Noisy * Noisy))),
            Coring * Coring * noise * noise);
        PlanarImage picture = composition.Picture;
        PixelThreads.ForRows(picture.Height, MinRowsPerChunk, (from, end) =>
        {
            float[] scratch = new float[3 * detail.ScratchLength];
            float[] rows = new float[6 * detail.RowLength];
            for (int y = from; y < end; y++)
            {
                Row(picture, detail, maps.Maps, region.Block, settings, y, scratch, rows);
            }
        });
    }

    private static void Row(
        PlanarImage picture, FineDetail detail, PlanarImage maps, int block, Settings settings, int y, float[] scratch, float[] rows)
    {
        int width = picture.Width;
        int length = detail.RowLength;
        Span<float> fine = rows.AsSpan(0, length);
        Span<float> least = rows.AsSpan(length, length);
        Span<float> most = rows.AsSpan(2 * length, length);
        Span<float> around = rows.AsSpan(3 * length, length);
        Span<float> clarity = rows.AsSpan(4 * length, length);
        Span<float> sharpness = rows.AsSpan(5 * length, length);
        detail.Row(y, scratch, fine, least, most);
        BlockInterpolation.Row(maps, 0, block, y, around[..width]);
        BlockInterpolation.Row(maps, 1, block, y, clarity[..width]);
        BlockInterpolation.Row(maps, 2, block, y, sharpness[..width]);
        ReadOnlySpan<float> luma = detail.Luma(y);
        Change(luma, fine, least, most, around, clarity, sharpness, settings);
        for (int channel = 0; channel < 3; channel++)
        {
            Add(fine[..width], picture.Row(channel, y));
        }
    }

    /// <summary>From fine detail to what is to be added to the luma, in place.</summary>
    private static void Change(
        ReadOnlySpan<float> luma,
        Span<float> fine,
        ReadOnlySpan<float> least,
        ReadOnlySpan<float> most,
        ReadOnlySpan<float> around,
        ReadOnlySpan<float> clarity,
        ReadOnlySpan<float> sharpness,
        Settings settings)
    {
        var core = new Vector<float>(settings.Core + 1e-9f);
        var beyond = new Vector<float>(Overshoot);
        float limit = settings.Clarity / ClarityLimit;
        for (int x = 0; x < fine.Length; x += Vector<float>.Count)
        {
            Vector<float> detail = new(fine[x..]);
            Vector<float> here = new(luma[x..]);
            Vector<float> square = detail * detail;
            Vector<float> wanted = detail * square / (square + core);
            wanted /= Vector<float>.One + (Vector.Abs(detail) * (1 / Crisp));
            Vector<float> sharpened = here + (settings.Sharpness * new Vector<float>(sharpness[x..]) * wanted);
            sharpened = Vector.Min(Vector.Max(sharpened, new Vector<float>(least[x..]) - beyond), new Vector<float>(most[x..]) + beyond);
            Vector<float> local = here - new Vector<float>(around[x..]);
            Vector<float> clear = settings.Clarity * new Vector<float>(clarity[x..]) * local
                / (Vector<float>.One + (Vector.Abs(local) * limit));
            (sharpened - here + clear).CopyTo(fine[x..]);
        }
    }

    private static void Add(ReadOnlySpan<float> change, Span<float> row)
    {
        int x = 0;
        for (; x <= row.Length - Vector<float>.Count; x += Vector<float>.Count)
        {
            Vector<float> sum = new Vector<float>(row[x..]) + new Vector<float>(change[x..]);
            Vector.Min(Vector.Max(sum, Vector<float>.Zero), Vector<float>.One).CopyTo(row[x..]);
        }

        for (; x < row.Length; x++)
        {
            row[x] = Math.Clamp(row[x] + change[x], 0, 1);
        }
    }

    /// <param name="Clarity">Share of the local difference to add.</param>
    /// <param name="Sharpness">Multiple of the fine detail to add.</param>
    /// <param name="Core">Square of the detail that is half believed.</param>
    private readonly record struct Settings(float Clarity, float Sharpness, float Core);
}
