using Headshots.Imaging;
using Headshots.Studio.Light;

namespace Headshots.Studio.Matting;

/// <summary>
/// What the rough mask is sure of, in blocks of pixels, and the band between, where colours have a say. The network's
/// outline lies within a few of its own samples of the true one, except where it is unsure (there the band is wide by
/// itself) and outside hair, of which it sees only the bulk: hence the band reaches farther out than in. Owns its images.
/// </summary>
internal sealed class Trimap : IDisposable
{
    /// <summary>Blocks along the longer side of a picture.</summary>
    private const float Blocks = 256;

    /// <summary>Belief above which the mask is sure of the person, and below which of the background.</summary>
    public const float Person = 0.9f;
    public const float Background = 0.1f;

    /// <summary>How far the band reaches into and out of what the mask is sure of, as shares of the longer side.</summary>
    private const float Inward = 0.004f;
    private const float Outward = 0.02f;

    /// <summary>Over what distance inside its outline the mask comes to be believed, as a share of the longer side.</summary>
    private const float Depth = 0.008f;

    private readonly PlanarImage _within;
    private readonly PlanarImage _about;
    private readonly int _longer;

    public Trimap(PlanarImage rough)
    {
        _longer = Math.Max(rough.Width, rough.Height);
        Block = Math.Max(1, (int)MathF.Round(_longer / Blocks));
        using PlanarImage belief = BlockMeans.Of(rough, Block);
        SurePerson = Within(belief, Reach(Inward), b => b > Person);
        SureBackground = Within(belief, Reach(Outward), b => b < Background);
        _within = Mean(belief, Reach(Depth));
        _about = Mean(belief, Reach(Outward));
    }

    /// <summary>Side of a block in pixels.</summary>
    public int Block { get; }

    public int Width => SurePerson.Width;

    public int Height => SurePerson.Height;

    /// <summary>1 where a block is surely person, else 0.</summary>
    public PlanarImage SurePerson { get; }

    /// <summary>1 where a block is surely background, else 0.</summary>
    public PlanarImage SureBackground { get; }

    /// <summary>A share of the longer side in blocks, at least one.</summary>
    public int Reach(float share) => Math.Max(1, (int)MathF.Round(share * _longer / Block));

    /// <summary>
    /// How little the mask is to be believed about a block: 0 for surely person or background, 1 on its outline, falling
    /// off quickly inwards and slowly outwards.
    /// </summary>
    public float Doubt(int x, int y)
    {
        if (SurePerson.Row(0, y)[x] > 0 || SureBackground.Row(0, y)[x] > 0)
        {
            return 0;
        }

        return Math.Min(1, 4 * _about.Row(0, y)[x] * (1 - _within.Row(0, y)[x]));
    }

    /// <summary>1 where all blocks in reach hold, else 0; the caller's to dispose.</summary>
    public static PlanarImage Within(PlanarImage belief, int radius, Predicate<float> sure)
    {
        using PlanarImage flags = PlanarImage.Rent(belief.Width, belief.Height, 1);
        ReadOnlySpan<float> beliefs = belief.Plane(0);
        Span<float> set = flags.Plane(0);
        for (int i = 0; i < set.Length; i++)
        {
            set[i] = sure(beliefs[i]) ? 1 : 0;
        }

        PlanarImage within = Mean(flags, radius);
        const float All = 0.9999f;
        foreach (ref float share in within.Plane(0))
        {
            share = share > All ? 1 : 0;
        }

        return within;
    }

    public void Dispose()
    {
        SurePerson.Dispose();
        SureBackground.Dispose();
        _within.Dispose();
        _about.Dispose();
    }

    private static PlanarImage Mean(PlanarImage image, int radius)
    {
        PlanarImage mean = PlanarImage.Rent(image.Width, image.Height, 1);
        BoxFilter.Mean(image, mean, radius);
        return mean;
    }
}
