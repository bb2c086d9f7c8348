using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Light;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Retouching;

/// <summary>A copy of the face just large enough to tell a pimple from a pore, and where in it skin may be touched. Owns its pixels.</summary>
internal sealed class SkinPatch : IDisposable
{
    /// <summary>Pixels between the eyes: two to three to a millimetre's square.</summary>
    private const float Side = 96;

    /// <summary>In distances between the eyes: over how far around it is asked whether a place is skin.</summary>
    private const float Around = 0.08f;

    private SkinPatch(PlanarImage colour, PlanarImage weights, BlockArea area, int block, float interEye)
    {
        Colour = colour;
        Weights = weights;
        Area = area;
        Block = block;
        InterEye = interEye;
    }

    /// <summary>3 channels, sRGB-encoded.</summary>
    public PlanarImage Colour { get; }

    /// <summary>1 channel, 0 to 1: skin, with its spots and shine; beard, hair and glasses left out.</summary>
    public PlanarImage Weights { get; }

    /// <summary>Which blocks of the picture it shows.</summary>
    public BlockArea Area { get; }

    /// <summary>Side of a block.</summary>
    public int Block { get; }

    /// <summary>Distance between the eyes in blocks.</summary>
    public float InterEye { get; }

    /// <returns>Null where no part of the face is in the picture.</returns>
    public static SkinPatch? Cut(PlanarImage picture, FaceMesh mesh, SkinRegion region)
    {
        int block = Math.Max(1, (int)MathF.Round(mesh.InterEye / Side));
        if (Bounds(picture, mesh, block) is not { } area)
        {
            return null;
        }

        PlanarImage colour = BlockMeans.Of(picture, block, area);
        PlanarImage weights = PlanarImage.Rent(area.Width, area.Height, 1);
        try
        {
            Weigh(weights, mesh, region, area, block);
            return new SkinPatch(colour, weights, area, block, mesh.InterEye / block);
        }
        catch
        {
            colour.Dispose();
            weights.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Colour.Dispose();
        Weights.Dispose();
    }

    private static BlockArea? Bounds(PlanarImage picture, FaceMesh mesh, int block)
    {
        Vector2 low = new(float.MaxValue);
        Vector2 high = new(float.MinValue);
        foreach (int index in HeadGeometry.Oval)
        {
            low = Vector2.Min(low, mesh.Flat(index));
            high = Vector2.Max(high, mesh.Flat(index));
        }

        int left = Math.Clamp((int)low.X / block, 0, BlockMeans.Count(picture.Width, block));
        int top = Math.Clamp((int)low.Y / block, 0, BlockMeans.Count(picture.Height, block));
        int right = Math.Clamp(((int)high.X / block) + 1, 0, BlockMeans.Count(picture.Width, block));
        int bottom = Math.Clamp(((int)high.Y / block) + 1, 0, BlockMeans.Count(picture.Height, block));
        return right > left && bottom > top ? new BlockArea(left, top, right - left, bottom - top) : null;
    }

    /// <summary>
    /// A spot or a shine is no typical skin, but most of what is around it is; of a beard or a fringe the same is not true.
    /// </summary>
    private static void Weigh(PlanarImage weights, FaceMesh mesh, SkinRegion region, BlockArea area, int block)
    {
        FaceMesh moved = mesh with
        {
            Points = [.. mesh.Points.Select(p => p - new Vector3(area.Left * block, area.Top * block, 0))],
        };
        bool[] face = SkinSelection.Area(moved, area.Width, area.Height, block);
        using PlanarImage shares = PlanarImage.Rent(area.Width, area.Height, 2);
        for (int y = 0; y < area.Height; y++)
        {
            Span<float> skin = shares.Row(0, y);
            Span<float> inside = shares.Row(1, y);
            int row = Math.Min((((area.Top + y) * block) + (block / 2)) / region.Block, region.Weights.Height - 1);
            ReadOnlySpan<float> known = region.Weights.Row(0, row);
            for (int x = 0; x < skin.Length; x++)
            {
                inside[x] = face[(y * area.Width) + x] ? 1 : 0;
                int column = Math.Min((((area.Left + x) * block) + (block / 2)) / region.Block, known.Length - 1);
                skin[x] = inside[x] * known[column];
            }
        }

        using PlanarImage around = PlanarImage.Rent(area.Width, area.Height, 2);
        GaussianBlur.Apply(shares, around, Math.Max(1, Around * mesh.InterEye / block));
        for (int y = 0; y < area.Height; y++)
        {
            Span<float> weight = weights.Row(0, y);
            for (int x = 0; x < weight.Length; x++)
            {
                float share = around.Row(0, y)[x] / Math.Max(around.Row(1, y)[x], 1e-3f);
                float edge = Math.Clamp((2 * around.Row(1, y)[x]) - 0.9f, 0, 1);
                weight[x] = shares.Row(1, y)[x] * edge * Math.Clamp((share - 0.5f) / 0.25f, 0, 1);
            }
        }
    }
}
