using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Light;

namespace Headshots.Studio.Matting;

/// <summary>
/// What colours say about alpha around hair, where the network's outline may be far off: it takes a crown of strands for
/// solid and does not see those that leave it. In a wide band each pixel is weighed as the person's, as the background's
/// and as a mix of both (<see cref="StrandModel"/>); what the colours leave open stays as the mask has it.
/// </summary>
internal static class HairEvidence
{
    private const float Blocks = 256;
    private const float Person = 0.9f;
    private const float Background = 0.1f;

    /// <summary>How far from the outline colours are read, and how far the band reaches, as shares of the longer side.</summary>
    private const float Sure = 0.025f;
    private const float Band = 0.04f;

    /// <summary>Radii of the windows that colours are read from, as shares of the longer side.</summary>
    private const float Near = 0.04f;
    private const float Far = 0.15f;

    /// <summary>How fast doubt rises from the band's rim to the outline.</summary>
    private const float Rise = 6;

    /// <summary>Doubt below this changes nothing that is seen.</summary>
    private const float Least = 0.01f;

    /// <summary>Corrects alpha in place.</summary>
    /// <param name="picture">3 channels, sRGB-encoded.</param>
    /// <param name="rough">1 channel, 0 to 1, the picture's size: the network's belief.</param>
    /// <param name="head">In the picture's coordinates.</param>
    /// <param name="alpha">1 channel, 0 to 1, the picture's size.</param>
    public static void Apply(PlanarImage picture, PlanarImage rough, HeadGeometry head, PlanarImage alpha)
    {
        int longer = Math.Max(rough.Width, rough.Height);
        int block = Math.Max(1, (int)MathF.Round(longer / Blocks));
        int Reach(float share) => Math.Max(1, (int)MathF.Round(share * longer / block));
        using PlanarImage belief = BlockMeans.Of(rough, block);
        using PlanarImage colours = BlockMeans.Of(picture, block);
        using PlanarImage within = Within(belief, b => b > Person, Reach(Sure));
        using PlanarImage without = Within(belief, b => b < Background, Reach(Sure));
        using ColourPalette? front = ColourPalette.Of(colours, within, Reach(Near), Reach(Far));
        using ColourPalette? back = ColourPalette.Of(colours, without, Reach(Near), Reach(Far));
        if (front is null || back is null)
        {
            return;
        }

        HeadGeometry inBlocks = head.Within(Matrix3x2.CreateScale(block));
        using PlanarImage hair = HairShare.Of(colours, belief, within, inBlocks, Reach(Near), Reach(Far));
        using PlanarImage about = Mean(belief, b => b > 0.5f, Reach(Band));
        using var someFront = new ColourSamples(colours, within, Reach(Near), Reach(Far));
        using var someBack = new ColourSamples(colours, without, Reach(Near), Reach(Far));
        PixelThreads.ForRows(belief.Height, 4, (first, end) =>
        {
            var model = new StrandModel(front, back, someFront, someBack);
            for (int y = first; y < end; y++)
            {
                for (int x = 0; x < belief.Width; x++)
                {
                    float share = hair.Row(0, y)[x];
                    float other = about.Row(0, y)[x];
                    other = belief.Row(0, y)[x] > 0.5f ? 1 - other : other;
                    float doubt = Math.Min(1, Rise * other) * share * share;
                    if (doubt > Least)
                    {
                        model.Correct(picture, alpha, x, y, block, doubt);
                    }
                }
            }
        });
    }

    private static PlanarImage Mean(PlanarImage belief, Predicate<float> holds, int radius)
    {
        using PlanarImage flags = PlanarImage.Rent(belief.Width, belief.Height, 1);
        PlanarImage mean = PlanarImage.Rent(belief.Width, belief.Height, 1);
        ReadOnlySpan<float> beliefs = belief.Plane(0);
        Span<float> set = flags.Plane(0);
        for (int i = 0; i < set.Length; i++)
        {
            set[i] = holds(beliefs[i]) ? 1 : 0;
        }

        BoxFilter.Mean(flags, mean, radius);
        return mean;
    }

    /// <summary>1 where it holds all about, else 0.</summary>
    private static PlanarImage Within(PlanarImage belief, Predicate<float> holds, int radius)
    {
        PlanarImage mean = Mean(belief, holds, radius);
        const float All = 0.9999f;
        foreach (ref float share in mean.Plane(0))
        {
            share = share > All ? 1 : 0;
        }

        return mean;
    }
}
