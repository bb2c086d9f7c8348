using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Matting;

namespace Headshots.Studio.Framing;

/// <summary>Where the photo ends in the middle of the person, and how much of that a frame would show.</summary>
internal sealed class PersonCuts
{
    private const int Steps = 64;

    /// <summary>Raised shoulders and collars reach up to here, in eyes-to-chin distances below the eyes.</summary>
    private const float ShouldersBegin = 0.3f;

    private readonly List<Cut> _cuts = [];

    public PersonCuts(HeadGeometry head, MaskRaster mask, RectF photo)
    {
        if (!Matrix3x2.Invert(head.ToPhoto, out Matrix3x2 toLevel))
        {
            throw new InvalidOperationException("A rotation and a translation can always be undone.");
        }

        foreach (PhotoSide side in Enum.GetValues<PhotoSide>())
        {
            SideLine line = new(photo, side);
            List<Vector2> run = [];
            for (int i = 0; i <= Steps; i++)
            {
                Vector2 point = line.At(float.Lerp(line.Start, line.End, (float)i / Steps), -1);
                if (Contains(mask.Region, point) && mask.At(point) > 0.5f)
                {
                    run.Add(Vector2.Transform(point, toLevel));
                }
                else
                {
                    Add(run, side, head);
                    run.Clear();
                }
            }

            Add(run, side, head);
        }
    }

    /// <summary>
    /// A run of cut points at a side that begins below the eyes and goes down into the clothes is a shoulder, though
    /// raised; else what lies above the chin is head.
    /// </summary>
    private void Add(List<Vector2> run, PhotoSide side, HeadGeometry head)
    {
        float begin = ClothesBegin(head);
        bool shoulder = side is PhotoSide.Left or PhotoSide.Right && run.Count > 0
            && run.Min(p => p.Y) > ShouldersBegin * head.Chin && run.Max(p => p.Y) > begin;
        _cuts.AddRange(run.Select(p => new Cut(p, side, p.Y < begin && !shoulder)));
    }

    /// <summary>Where the clothes begin, in eyes-to-chin distances below the eyes.</summary>
    public static float ClothesBegin(HeadGeometry head) => 1.15f * head.Chin;

    /// <summary>By how much of its height the frame reaches beyond the cuts that it shows.</summary>
    public CutDepths Measure(RectF area)
    {
        float headTop = 0;
        float headSide = 0;
        Vector4 clothes = default;
        foreach (Cut cut in _cuts)
        {
            float left = cut.Level.X - area.X;
            float right = area.Right - cut.Level.X;
            float above = cut.Level.Y - area.Y;
            float below = area.Bottom - cut.Level.Y;
            (float depth, float beside) = cut.Side switch
            {
                PhotoSide.Left => (left, Math.Min(Math.Min(above, below), right)),
                PhotoSide.Right => (right, Math.Min(Math.Min(above, below), left)),
                PhotoSide.Top => (above, Math.Min(Math.Min(left, right), below)),
                _ => (below, Math.Min(Math.Min(left, right), above)),
            };

            // A cut that only grazes a corner of the frame shows as little as it lies inside.
            float shown = Math.Min(depth, 2 * beside) / area.Height;
            if (shown <= 0)
            {
                continue;
            }

            clothes[(int)cut.Side] = Math.Max(clothes[(int)cut.Side], shown);
            if (cut.Head && cut.Side == PhotoSide.Top)
            {
                headTop = Math.Max(headTop, shown);
            }
            else if (cut.Head)
            {
                headSide = Math.Max(headSide, shown);
            }
        }

        return new CutDepths(headTop, headSide, clothes[0], clothes[1], clothes[2], clothes[3]);
    }

    private static bool Contains(RectF region, Vector2 p) =>
        p.X >= region.X - 1 && p.X <= region.Right + 1 && p.Y >= region.Y - 1 && p.Y <= region.Bottom + 1;

    private readonly record struct Cut(Vector2 Level, PhotoSide Side, bool Head);
}

/// <summary>How far a frame reaches beyond the photo where the person is cut, as shares of the frame's height.</summary>
/// <param name="HeadTop">Above hair.</param>
/// <param name="HeadSide">Beside hair or face.</param>
/// <param name="Left">On the left, whatever is cut there.</param>
/// <param name="Top">Above.</param>
/// <param name="Right">On the right.</param>
/// <param name="Bottom">Below.</param>
internal readonly record struct CutDepths(float HeadTop, float HeadSide, float Left, float Top, float Right, float Bottom)
{
    public bool None => Left <= 0 && Top <= 0 && Right <= 0 && Bottom <= 0;
}
