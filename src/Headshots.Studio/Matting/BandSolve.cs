using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Light;

namespace Headshots.Studio.Matting;

/// <summary>
/// The local solve in the band about the mask's outline. A guided filter sees one window at a time; here alpha has to
/// follow the colours of all windows at once, so that what is sure travels along strands and into the gaps between them.
/// Minimises αᵀLα + (α − t)ᵀΛ(α − t) on blocks, with the picture's <see cref="MattingLaplacian"/> for L, what was found so
/// far for t and how much it is to be believed for Λ.
/// </summary>
internal static class BandSolve
{
    /// <summary>Of the windows, in blocks: about a strand's and its gap's width.</summary>
    private const int Radius = 2;

    /// <summary>Variance of [0, 1] colours that counts as flat.</summary>
    private const float Epsilon = 3e-6f;

    /// <summary>How far the band reaches into and out of what the mask is sure of, as shares of the longer side.</summary>
    private const float Inward = 0.03f;
    private const float Outward = 0.04f;

    /// <summary>Λ where the mask is sure; in the band where t says clear or solid; and at half-way, as a share of that.</summary>
    private const float Sure = 10;
    private const float Settled = 0.05f;
    private const float Open = 0.1f;

    /// <summary>
    /// Where the layers' colours are alike, they lead nowhere and alpha would spread as smoke: there t counts so many times
    /// more, and is the mask itself, so much steeper. A plain outline beats a ragged one, and alike colours hide it.
    /// </summary>
    private const float AlikeWeight = 5;
    private const float Steepness = 4;

    /// <summary>Improves alpha in place.</summary>
    /// <param name="picture">3 channels, sRGB-encoded.</param>
    /// <param name="rough">1 channel, 0 to 1, the picture's size: the network's belief.</param>
    /// <param name="layers">Of this picture.</param>
    /// <param name="alpha">1 channel, 0 to 1, the picture's size.</param>
    public static void Apply(PlanarImage picture, PlanarImage rough, LayerColours layers, PlanarImage alpha)
    {
        int block = layers.Trimap.Block;
        using PlanarImage belief = BlockMeans.Of(rough, block);
        using PlanarImage found = BlockMeans.Of(alpha, block);
        float[] target = new float[found.Width * found.Height];
        float[] weight = new float[target.Length];
        Aim(belief, found, layers, target, weight);
        float[] solved = ConjugateGradients.Solve(new MattingLaplacian(layers.Colours, Radius, Epsilon), target, weight);
        for (int y = 0; y < found.Height; y++)
        {
            Span<float> row = found.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = Math.Clamp(solved[(y * row.Length) + x], 0, 1);
            }
        }

        using PlanarImage enlarged = PlanarImage.Rent(alpha.Width, alpha.Height, 1);
        AffineWarp.Warp(found, Matrix3x2.CreateScale(1f / block), enlarged, Border.Replicate);
        ColourGuidedFilter.Apply(picture, enlarged, alpha, block * Radius, Epsilon, subsample: block);
    }

    /// <summary>Fills t and Λ.</summary>
    private static void Aim(PlanarImage belief, PlanarImage found, LayerColours layers, float[] target, float[] weight)
    {
        Trimap trimap = layers.Trimap;
        using PlanarImage person = Trimap.Within(belief, trimap.Reach(Inward), b => b > Trimap.Person);
        using PlanarImage background = Trimap.Within(belief, trimap.Reach(Outward), b => b < Trimap.Background);
        PixelThreads.ForRows(belief.Height, 8, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                for (int x = 0; x < belief.Width; x++)
                {
                    int at = (y * belief.Width) + x;
                    float sure = person.Row(0, y)[x];
                    if (sure + background.Row(0, y)[x] > 0)
                    {
                        (target[at], weight[at]) = (sure, Sure);
                        continue;
                    }

                    float alike = layers.Alikeness(x, y);
                    float steep = Math.Clamp(((belief.Row(0, y)[x] - 0.5f) * Steepness) + 0.5f, 0, 1);
                    float aim = float.Lerp(found.Row(0, y)[x], steep, alike);
                    float settled = (2 * aim) - 1;
                    target[at] = aim;
                    weight[at] = Settled * (Open + (settled * settled)) * (1 + (AlikeWeight * alike));
                }
            }
        });
    }
}
