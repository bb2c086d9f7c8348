namespace Headshots.Studio.Framing;

/// <summary>
/// A stretch of the photo's side along which the person is cut, and how its silhouette goes on beyond: t runs along the
/// side, d outwards, both in pixels of the photo.
/// </summary>
/// <param name="Low">The end with the smaller t; null where the person goes on past the picture or the photo's corner.</param>
/// <param name="High">The other end.</param>
internal sealed record CutInterval(CutEnd? Low, CutEnd? High)
{
    /// <summary>
    /// Where a point beyond the side takes its pixels from: mirrored, and moved with the silhouette. With one end open
    /// the move dies away from the other, or a sloping shoulder would drag the collar along.
    /// </summary>
    /// <param name="t">Along the side.</param>
    /// <param name="d">Beyond the side; positive.</param>
    /// <param name="inside">How far inside the source lies; positive.</param>
    /// <param name="decay">How far along the side the move is felt, in pixels.</param>
    public float Source(float t, float d, float inside, float decay)
    {
        (float low, float high) = (Low?.Beyond(d) ?? 0, High?.Beyond(d) ?? 0);
        (float from, float to) = (Low?.Inside(inside) ?? 0, High?.Inside(inside) ?? 0);
        return (Low, High) switch
        {
            (null, null) => t,
            (null, _) => t + Moved(to - high, high - t, decay),
            (_, null) => t + Moved(from - low, t - low, decay),
            _ when t <= low || high <= low => from + (t - low),
            _ when t >= high => to + (t - high),
            _ => float.Lerp(from, to, (t - low) / (high - low)),
        };
    }

    private static float Moved(float move, float within, float decay)
    {
        // Never so fast that the order of points would turn round.
        float reach = Math.Max(decay, 2 * Math.Abs(move));
        return move * MathF.Exp(-Math.Max(within, 0) / reach);
    }

    /// <summary>How far a point lies beside the person; 0 within.</summary>
    public float Beside(float t, float d) =>
        Math.Max(0, Math.Max((Low?.Beyond(d) ?? t) - t, t - (High?.Beyond(d) ?? t)));

    /// <summary>How wide the person still is; unbounded where an end is open.</summary>
    public float Width(float d) => Low is null || High is null ? float.MaxValue : High.Beyond(d) - Low.Beyond(d);
}

/// <summary>Where the silhouette crosses the photo's side.</summary>
/// <param name="At">Along the side.</param>
/// <param name="Slope">How much t changes per pixel outwards, beyond the photo.</param>
/// <param name="Bend">How much it changes per square pixel outwards.</param>
/// <param name="Traced">Where the silhouette lies inside the photo, a step apart, from the side inwards.</param>
/// <param name="Step">Pixels between two of them.</param>
internal sealed record CutEnd(float At, float Slope, float Bend, IReadOnlyList<float> Traced, float Step)
{
    public float Beyond(float d) => At + (Slope * d) + (Bend * d * d);

    public float Inside(float d)
    {
        int last = Traced.Count - 1;
        if (last == 0)
        {
            return At - (Slope * d);
        }

        float place = d / Step;
        int before = Math.Min((int)place, last - 1);
        return float.Lerp(Traced[before], Traced[before + 1], place - before);
    }
}
