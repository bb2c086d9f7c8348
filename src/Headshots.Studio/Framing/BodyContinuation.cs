using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Framing;

/// <summary>
/// Carries the person on beyond the photo: clothes by their mirror image, moved so that the silhouette goes on as it
/// left the photo; hair by an arc that closes. How far that may go is for <see cref="FrameSolver"/> to weigh.
/// </summary>
internal static class BodyContinuation
{
    /// <summary>How far clothes may go on at a side before it looks made up, as a share of the frame's height.</summary>
    public const float SideLimit = 0.16f;

    /// <summary>The same below, where the photo shows a chest …</summary>
    private const float ChestLimit = 0.10f;

    /// <summary>… and where it ends at the collar, whose opening must not be mirrored.</summary>
    private const float CollarLimit = 0.025f;

    /// <summary>How far below the eyes collars and chests end, in eyes-to-chin distances.</summary>
    private const float Collar = 1.9f;
    private const float Chest = 2.6f;

    /// <summary>The same for hair at a side.</summary>
    public const float HairLimit = 0.02f;

    /// <summary>Beyond its limit the person fades over this share of the frame's height.</summary>
    private const float Fade = 0.05f;

    /// <summary>How far beside the silhouette the matte's soft edge reaches, as a share of the frame's height.</summary>
    private const float SoftEdge = 0.03f;

    /// <summary>How far from the silhouette its move is felt, as a share of the frame's height.</summary>
    private const float Decay = 0.2f;

    /// <summary>How far clothes may go on below, as a share of the frame's height.</summary>
    public static float LowerLimit(HeadGeometry head, RectF photo)
    {
        float below = (photo.Bottom - head.Origin.Y) / head.Chin;
        return float.Lerp(CollarLimit, ChestLimit, Math.Clamp((below - Collar) / (Chest - Collar), 0, 1));
    }

    /// <param name="picture">3 channels, as framed; the person is painted on beyond the photo.</param>
    /// <param name="alpha">1 channel; what the photo does not hold is overwritten.</param>
    /// <param name="space">Where the photo lies in them.</param>
    public static void Apply(PlanarImage picture, PlanarImage alpha, FrameSpace space)
    {
        if (space.Whole)
        {
            return;
        }

        Side[] sides = [.. Enum.GetValues<PhotoSide>().Select(s => Side.Of(alpha, space, s))];
        PixelThreads.ForRows(alpha.Height, 64, (first, last) =>
        {
            for (int y = first; y < last; y++)
            {
                for (int x = 0; x < alpha.Width; x++)
                {
                    Vector2 there = Vector2.Transform(new Vector2(x + 0.5f, y + 0.5f), space.ToPhoto);
                    if (!space.Holds(there))
                    {
                        Paint(picture, alpha, space, sides, there, x, y);
                    }
                }
            }
        });
    }

    private static void Paint(
        PlanarImage picture, PlanarImage alpha, FrameSpace space, Side[] sides, Vector2 there, int x, int y)
    {
        // Beyond a corner a shoulder that left at the side goes on, or else a chest that left below.
        (Vector2 Inside, float Person) folded = Fold(there, sides, [0, 1, 2, 3]);
        if (folded.Person <= 0)
        {
            folded = Fold(there, sides, [3, 2, 1, 0]);
        }

        float person = folded.Person;
        if (person <= 0)
        {
            alpha.Row(0, y)[x] = 0;
            return;
        }

        Vector2 held = Vector2.Clamp(folded.Inside, new(space.Photo.X, space.Photo.Y), new(space.Photo.Right, space.Photo.Bottom));
        Vector2 source = Vector2.Transform(held, space.ToPicture);
        alpha.Row(0, y)[x] = person * FrameSpace.Sample(alpha, 0, source);
        for (int channel = 0; channel < 3; channel++)
        {
            picture.Row(channel, y)[x] = FrameSpace.Sample(picture, channel, source);
        }
    }

    private static (Vector2 Inside, float Person) Fold(Vector2 there, Side[] sides, ReadOnlySpan<int> order)
    {
        float person = 1;
        foreach (int side in order)
        {
            (there, float share) = sides[side].Fold(there);
            person *= share;
        }

        return (there, person);
    }

    private static float Smooth(float t)
    {
        t = Math.Clamp(t, 0, 1);
        return t * t * (3 - (2 * t));
    }

    private sealed record Side(SideLine Line, IReadOnlyList<CutInterval> Cuts, float Height, float Reach, float Stretch)
    {
        public static Side Of(PlanarImage alpha, FrameSpace space, PhotoSide side)
        {
            SideLine line = new(space.Photo, side);
            float height = space.Frame.Area.Height;
            float needed = Needed(alpha, space, line);
            IReadOnlyList<CutInterval> cuts = needed <= 0 ? [] : new CutTracer(alpha, space, line).Trace();
            float limit = side switch
            {
                PhotoSide.Top => HairLimit / 2,
                PhotoSide.Bottom => ChestLimit,
                _ => SideLimit,
            };
            return new Side(line, cuts, height, 2.5f * limit * height, Stretching(space, line, needed));
        }

        /// <summary>The point of the photo that stands for one beyond this side, and how much person it is.</summary>
        public (Vector2 There, float Person) Fold(Vector2 there)
        {
            (float t, float d) = Line.Of(there);
            if (d <= 0)
            {
                return (there, 1);
            }

            CutInterval? nearest = null;
            foreach (CutInterval cut in Cuts)
            {
                nearest = nearest is null || cut.Beside(t, d) < nearest.Beside(t, d) ? cut : nearest;
            }

            if (nearest is null || nearest.Beside(t, d) > SoftEdge * Height)
            {
                return (there, 0);
            }

            float person = Smooth(nearest.Width(d) / (0.012f * Height)) * (1 - Smooth((d - Reach) / (Fade * Height)));
            float inside = Stretch * d;
            return (Line.At(nearest.Source(t, d, inside, Decay * Height), -inside), person);
        }

        /// <summary>How far the picture reaches beyond this side.</summary>
        private static float Needed(PlanarImage alpha, FrameSpace space, SideLine line)
        {
            float farthest = 0;
            foreach (Vector2 corner in (ReadOnlySpan<Vector2>)[new(0, 0), new(alpha.Width, 0), new(0, alpha.Height), new(alpha.Width, alpha.Height)])
            {
                farthest = Math.Max(farthest, line.Of(Vector2.Transform(corner, space.ToPhoto)).D);
            }

            return farthest;
        }

        /// <summary>Mirrored clothes are stretched where the mirror image would reach the face or the neck.</summary>
        private static float Stretching(FrameSpace space, SideLine line, float needed)
        {
            HeadGeometry head = space.Frame.Head;
            float face = -line.Of(head.Origin).D;
            float room = line.Side == PhotoSide.Bottom ? face - (1.45f * head.Chin) : face - (0.9f * head.Chin);
            return needed <= 0 ? 1 : Math.Clamp(room / needed, 0.3f, 1);
        }
    }
}
