using Headshots.Imaging;
using Headshots.Studio.Renditions;
using Headshots.Studio.Specs;

namespace Headshots.Studio;

/// <summary>What the pictures of one render take, for who decides how many to make at once.</summary>
public static class RenderMemory
{
    /// <summary>Bytes a pixel while a picture is composed: float planes of colour, mask, guide and filter.</summary>
    private const long Composing = 110;

    /// <summary>The same when it is finished: colour, alpha, and the photo as it was framed.</summary>
    private const long Composed = 28;

    /// <summary>Of a picture larger than its composition: eight-bit colour and what the encoder makes of it.</summary>
    private const long Enlarged = 4;

    /// <summary>What the AV1 encoder holds; two may be at work.</summary>
    private const long Av1 = 2 * 70;

    /// <summary>Bytes that pictures take at most, the photo itself not counted; rather too much than too little.</summary>
    public static long EstimateBytes(PortraitSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        PictureSize headshot = new((int)MathF.Round(spec.Output.Height * spec.Framing.AspectRatio), spec.Output.Height);
        FileOrder[] orders =
        [
            FileOrder.Headshot(headshot, spec.Output.Quality),
            .. spec.Output.Renditions.Select(r => FileOrder.Of(Rendition.Of(r), spec.Output.Quality)),
        ];
        long[] composed =
        [
            .. orders.Select(o => o.Size)
                .GroupBy(s => MathF.Round(s.Aspect, 2))
                .Select(sizes => WorkingSize.For(sizes, float.MaxValue).Pixels),
        ];
        long enlarged = orders.Select(o => o.Size.Pixels).Where(p => p > WorkingSize.MostPixels).DefaultIfEmpty().Max();
        long av1 = orders.Where(o => o.Settings is AvifSettings).Select(o => o.Size.Pixels).DefaultIfEmpty().Max();
        return (composed.Sum() * Composed) + (composed.Max() * (Composing - Composed)) + (enlarged * Enlarged) + (av1 * Av1);
    }
}
