using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;

namespace Headshots.Studio.Matting;

/// <summary>
/// How far alpha may be off, told from the picture alone: an estimate of the mean absolute difference to the true alpha.
/// Two things are counted. What stayed half-transparent: alpha that is sure of itself is mostly right. And where alpha and
/// colours contradict each other in the band about the outline: a solid block whose colour the background explains and the
/// person does not is a scrap of it, a clear one in the person's colours is missing hair.
/// </summary>
internal static class EdgeDoubt
{
    /// <summary>Colours that contradict alpha are wrong themselves about every second time.</summary>
    private const float ColoursCount = 0.5f;

    /// <summary>A colour that neither layer has says nothing.</summary>
    private const float Unseen = 1e-3f;

    /// <summary>The mean over the part of the picture that the photo holds; 0 for no doubt, 0.03 for a useless matte.</summary>
    /// <param name="layers">Of the picture.</param>
    /// <param name="alpha">1 channel, 0 to 1, of the picture's size: as measured on encoded values.</param>
    /// <param name="space">Where the photo lies in the picture; null where it is all of the photo.</param>
    public static float Measure(LayerColours layers, PlanarImage alpha, FrameSpace? space)
    {
        Trimap trimap = layers.Trimap;
        (float Sum, int Count)[] rows = new (float, int)[trimap.Height];
        PixelThreads.ForRows(trimap.Height, 8, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                for (int x = 0; x < trimap.Width; x++)
                {
                    Vector2 centre = trimap.Block * new Vector2(x + 0.5f, y + 0.5f);
                    if (space is null || space.Whole || space.Holds(Vector2.Transform(centre, space.ToPhoto)))
                    {
                        rows[y] = (rows[y].Sum + Of(layers, alpha, x, y), rows[y].Count + 1);
                    }
                }
            }
        });
        return rows.Sum(r => r.Sum) / Math.Max(1, rows.Sum(r => r.Count));
    }

    private static float Of(LayerColours layers, PlanarImage alpha, int x, int y)
    {
        int block = layers.Trimap.Block;
        int right = Math.Min((x + 1) * block, alpha.Width);
        int bottom = Math.Min((y + 1) * block, alpha.Height);
        float sum = 0;
        float open = 0;
        for (int v = y * block; v < bottom; v++)
        {
            foreach (float a in alpha.Row(0, v)[(x * block)..right])
            {
                sum += a;
                open += Math.Min(a, 1 - a);
            }
        }

        float count = (right - (x * block)) * (bottom - (y * block));
        return (open / count) + (ColoursCount * Contradiction(layers, x, y, sum / count));
    }

    private static float Contradiction(LayerColours layers, int x, int y, float alpha)
    {
        if (layers.Trimap.Doubt(x, y) <= 0 || !layers.TryRead(x, y, out ColourModel person, out ColourModel background))
        {
            return 0;
        }

        Vector3 colour = new(layers.Colours.Row(0, y)[x], layers.Colours.Row(1, y)[x], layers.Colours.Row(2, y)[x]);
        float isPerson = Likelihood(person, colour);
        return Math.Abs(alpha - (isPerson / (isPerson + Likelihood(background, colour))));
    }

    private static float Likelihood(in ColourModel layer, Vector3 colour) =>
        MathF.Exp(-0.5f * layer.Scatter.Distance(colour - layer.Mean)) + Unseen;
}
