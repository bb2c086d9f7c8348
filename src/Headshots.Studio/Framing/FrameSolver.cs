using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Matting;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Framing;

/// <summary>
/// Puts the frame where the spec wants it. Where the photo cuts through the person (a shoulder at its side, the chest at
/// its lower edge), that cut must not appear inside the picture: then the frame that strays least from the spec is taken.
/// </summary>
internal static class FrameSolver
{
    /// <summary>How far the search goes: the largest face height, and shifts as shares of the frame.</summary>
    private const float LargestFace = 0.90f;
    private const float LargestShift = 0.18f;

    /// <summary>Grid of the first search; the refinements that follow halve its steps.</summary>
    private const int ScaleSteps = 14;
    private const int ShiftSteps = 6;
    private const int Refinements = 4;

    /// <summary>A cut that shows by less than this share of the frame is hidden by the matte's soft end.</summary>
    private const float Hidden = 0.01f;

    /// <param name="heads">The head with its crown found, as levelled as asked first, less levelled ones after it.</param>
    /// <param name="framing">What is asked for.</param>
    /// <param name="aspect">Width divided by height of this picture.</param>
    /// <param name="mask">Tells where the photo cuts the person.</param>
    /// <param name="photo">The photo's size in pixels.</param>
    public static Frame Solve(
        IReadOnlyList<HeadGeometry> heads, FramingSpec framing, float aspect, MaskRaster mask, Vector2 photo)
    {
        // A slanted edge of the photo across the hair is worse than eyes that are not quite level.
        Frame? best = null;
        float shallowest = float.MaxValue;
        foreach (HeadGeometry head in heads)
        {
            Vector2[] cuts = [.. CutPoints(head, mask, photo)];
            Frame frame = Solve(head, framing, aspect, cuts);
            float depth = Intrusion(frame, cuts).Head;
            if (best is null || depth < shallowest - Hidden)
            {
                (best, shallowest) = (frame, depth);
            }

            if (depth <= Hidden)
            {
                break;
            }
        }

        return best ?? throw new ArgumentException("A head is needed.", nameof(heads));
    }

    private static Frame Solve(HeadGeometry head, FramingSpec framing, float aspect, Vector2[] cuts)
    {
        Frame asked = Place(head, aspect, framing.FaceHeight, framing.EyeLine, framing.CentreOffset);
        if (Intrusion(asked, cuts) is (0, 0))
        {
            return asked;
        }

        float room = Math.Max(LargestFace, framing.FaceHeight) - framing.FaceHeight;
        Candidate best = Try(default);
        Vector3 step = new(room / ScaleSteps, LargestShift / ShiftSteps, LargestShift / ShiftSteps);
        Search(Vector3.Zero, step, 0, ScaleSteps, ShiftSteps);
        for (int i = 0; i < Refinements; i++)
        {
            step /= 2;
            Search(best.Straying, step, -1, 1, 1);
        }

        return best.Frame;

        void Search(Vector3 around, Vector3 step, int closest, int farthest, int shifts)
        {
            for (int s = closest; s <= farthest; s++)
            {
                for (int v = -shifts; v <= shifts; v++)
                {
                    for (int h = -shifts; h <= shifts; h++)
                    {
                        Candidate candidate = Try(around + (step * new Vector3(s, v, h)));
                        best = candidate.Cost < best.Cost ? candidate : best;
                    }
                }
            }
        }

        // Straying: larger face, lower eyes, face to the right, as shares of the frame.
        Candidate Try(Vector3 straying)
        {
            straying.X = Math.Clamp(straying.X, 0, room);
            Frame frame = Place(
                head, aspect, framing.FaceHeight + straying.X, framing.EyeLine + straying.Y, framing.CentreOffset + straying.Z);
            return new Candidate(frame, straying, Cost(frame, straying, cuts));
        }
    }

    private static Frame Place(HeadGeometry head, float aspect, float faceHeight, float eyeLine, float centreOffset)
    {
        float height = head.Height / faceHeight;
        float width = height * aspect;
        return new Frame(
            head,
            new RectF(head.CentreX - ((0.5f + centreOffset) * width), -eyeLine * height, width, height));
    }

    /// <summary>
    /// A cut through the head that shows is worst, a cropped chin or crown next, then a cut through clothes; then straying:
    /// sideways costs most, because an off-centre head is what the eye notices first.
    /// </summary>
    private static float Cost(Frame frame, Vector3 straying, Vector2[] cuts)
    {
        RectF area = frame.Area;
        float margin = 0.02f * area.Height;
        float crownCut = frame.Head.CrownSeen ? Math.Max(0, area.Y + margin - frame.Head.Crown) : 0;
        float chinCut = Math.Max(0, frame.Head.Chin + (4 * margin) - area.Bottom);
        (float head, float clothes) = Intrusion(frame, cuts);
        return Vector3.Dot(new Vector3(1, 6, 6), straying * straying) + (40 * head) + clothes + (20 * (crownCut + chinCut) / area.Height);
    }

    /// <summary>
    /// How deep the worst cuts through head and clothes lie inside the frame, as shares of its height. Clothes can be
    /// carried on for a little (<see cref="PhotoEdge"/>), so that much of a cut through them does not count.
    /// </summary>
    private static (float Head, float Clothes) Intrusion(Frame frame, Vector2[] cuts)
    {
        RectF area = frame.Area;
        float begin = PhotoEdge.ClothesBegin(frame.Head);
        float head = 0;
        float clothes = 0;
        foreach (Vector2 cut in cuts)
        {
            float side = Math.Min(cut.X - area.X, area.Right - cut.X) / area.Height;
            float end = Math.Min(cut.Y - area.Y, area.Bottom - cut.Y) / area.Height;
            if (cut.Y < begin)
            {
                head = Math.Max(head, Math.Min(side, end) - PhotoEdge.HairExtension);
            }
            else
            {
                clothes = Math.Max(clothes, Math.Min(side - PhotoEdge.SideExtension, end - PhotoEdge.LowerExtension));
            }
        }

        return (head, clothes);
    }

    /// <summary>Points of the photo's border where the person goes on beyond it, in levelled coordinates.</summary>
    private static IEnumerable<Vector2> CutPoints(HeadGeometry head, MaskRaster mask, Vector2 photo)
    {
        if (!Matrix3x2.Invert(head.ToPhoto, out Matrix3x2 toLevel))
        {
            throw new InvalidOperationException("A rotation and a translation can always be undone.");
        }

        const int Steps = 96;
        for (int i = 0; i <= Steps; i++)
        {
            float t = (float)i / Steps;
            Vector2[] border = [new(0, t * photo.Y), new(photo.X, t * photo.Y), new(t * photo.X, 0), new(t * photo.X, photo.Y)];
            foreach (Vector2 point in border)
            {
                if (Contains(mask.Region, point) && mask.At(point) > 0.5f)
                {
                    yield return Vector2.Transform(point, toLevel);
                }
            }
        }
    }

    private static bool Contains(RectF region, Vector2 p) =>
        p.X >= region.X - 1 && p.X <= region.Right + 1 && p.Y >= region.Y - 1 && p.Y <= region.Bottom + 1;

    private readonly record struct Candidate(Frame Frame, Vector3 Straying, float Cost);
}
