using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Light;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Retouching;

/// <summary>
/// Calms skin and leaves what belongs to the person. Spots and shine are found, and their correction is made, on a small
/// copy of the face; the picture receives the difference, so that its own texture, pore by pore, stays what it was.
/// </summary>
internal static class Retoucher
{
    private const int MinRowsPerChunk = 32;

    public static void Retouch(Composition composition, RetouchSpec spec)
    {
        SkinRegion region = composition.Skin;
        if (spec.Strength <= 0 || !region.Seen)
        {
            return;
        }

        using SkinPatch? patch = SkinPatch.Cut(composition.Picture, composition.Mesh, region);
        if (patch is null)
        {
            return;
        }

        using Treatment treatment = Treatment.Of(patch);
        using PlanarImage change = PlanarImage.Rent(patch.Colour.Width, patch.Colour.Height, 3);
        Vector3 now = region.MeanLight(composition.Picture);
        double hue = composition.Light is { CastCorrected: > 0 } ? double.MaxValue : ToneGuard.RetouchHue;
        float share = ToneGuard.Most(s => ToneGuard.Holds(
            composition.SkinAtExposure, now + treatment.Make(s * spec.Strength, change), ToneGuard.RetouchIta, hue));
        if (share < 1)
        {
            treatment.Make(share * spec.Strength, change);
        }

        Add(change, patch, composition.Picture);
    }

    private static void Add(PlanarImage change, SkinPatch patch, PlanarImage picture)
    {
        BlockArea area = patch.Area;
        int left = area.Left * patch.Block;
        int top = area.Top * patch.Block;
        int width = Math.Min(area.Width * patch.Block, picture.Width - left);
        int height = Math.Min(area.Height * patch.Block, picture.Height - top);
        PixelThreads.ForRows(height, MinRowsPerChunk, (from, end) =>
        {
            float[] row = new float[width];
            for (int y = from; y < end; y++)
            {
                for (int channel = 0; channel < 3; channel++)
                {
                    BlockInterpolation.Row(change, channel, patch.Block, y, row);
                    Span<float> target = picture.Row(channel, top + y).Slice(left, width);
                    for (int x = 0; x < width; x++)
                    {
                        target[x] = Math.Clamp(target[x] + row[x], 0, 1);
                    }
                }
            }
        });
    }
}
