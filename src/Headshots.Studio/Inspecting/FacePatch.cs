using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Inspecting;

/// <summary>A small levelled picture of the face, to judge light and sharpness on. Owns its pixels.</summary>
internal sealed class FacePatch : IDisposable
{
    /// <summary>Inter-eye distance in the patch: small enough to be quick, large enough for lashes to show as detail.</summary>
    private const float InterEye = 64;

    private readonly PlanarImage _luma;
    private readonly PlanarImage _luminance;
    private readonly bool[] _inside;
    private readonly bool[] _eyes;
    private readonly float _interEye;

    private FacePatch(PlanarImage colour, PlanarImage luma, PlanarImage luminance, bool[] inside, bool[] eyes, float interEye, float clippedShare)
    {
        Colour = colour;
        _luma = luma;
        _luminance = luminance;
        _inside = inside;
        _eyes = eyes;
        _interEye = interEye;
        ClippedShare = clippedShare;
    }

    /// <summary>3 channels, linear light.</summary>
    public PlanarImage Colour { get; }

    /// <summary>From pixels of the photo to the patch's.</summary>
    public required Matrix3x2 FromPhoto { get; init; }

    /// <summary>Between the irises, in pixels of the patch.</summary>
    public float EyeDistance => _interEye;

    /// <summary>Share of the face's pixels whose three channels are all at the end of the scale.</summary>
    public float ClippedShare { get; }

    public static FacePatch Cut(RgbImage photo, FaceMesh mesh, HeadGeometry head)
    {
        float interEye = Math.Min(InterEye, head.InterEye);
        int width = (int)MathF.Ceiling(2.6f * interEye);
        int height = (int)MathF.Ceiling(4.2f * interEye);
        Vector2 origin = new(width / 2f, 1.5f * interEye);
        Matrix3x2 toPhoto =
            Matrix3x2.CreateTranslation(-origin) * Matrix3x2.CreateScale(head.InterEye / interEye) * head.ToPhoto;
        if (!Matrix3x2.Invert(toPhoto, out Matrix3x2 fromPhoto))
        {
            throw new InvalidOperationException("A similarity can always be undone.");
        }

        PlanarImage colour = PlanarImage.Rent(width, height, 3);
        AffineWarp.Warp(photo, toPhoto, colour, Border.Replicate);
        bool[] inside = new bool[width * height];
        bool[] eyes = new bool[width * height];
        Fill(inside, HeadGeometry.Oval);
        Fill(eyes, EyeOpening.LeftRing);
        Fill(eyes, EyeOpening.RightRing);
        ClearOutside(inside, eyes, width, toPhoto, photo);
        PlanarImage luma = Weighted(colour);
        float clipped = ClippedShareOf(colour, inside);
        PlanarColour.Decode(colour, colour);
        return new FacePatch(colour, luma, Weighted(colour), inside, eyes, interEye, clipped) { FromPhoto = fromPhoto };

        void Fill(bool[] where, IReadOnlyList<int> points) =>
            Outline.Fill([.. points.Select(i => Vector2.Transform(mesh.Flat(i), fromPhoto))], where, width);
    }

    /// <summary>Which pixels lie inside an outline of the mesh's points, and inside the photo.</summary>
    public bool[] Area(FaceMesh mesh, IReadOnlyList<int> outline)
    {
        bool[] area = new bool[_inside.Length];
        Outline.Fill([.. outline.Select(i => Vector2.Transform(mesh.Flat(i), FromPhoto))], area, Colour.Width);
        return area;
    }

    /// <summary>Relative luminance (linear, 0–1) below which the given share of the face lies.</summary>
    public float LuminanceQuantile(float share) => Quantile(_inside, share);

    /// <summary>The same between the lids: the whites of the eyes are as light in every face.</summary>
    public float EyeLuminanceQuantile(float share) => Quantile(_eyes, share);

    private float Quantile(bool[] where, float share)
    {
        float[] values = [.. Values(where)];
        if (values.Length == 0)
        {
            return 0;
        }

        Array.Sort(values);
        return values[(int)(Math.Clamp(share, 0, 1) * (values.Length - 1))];
    }

    /// <summary>
    /// Root mean square of the finest detail around the eyes (luma less its neighbours' mean), without the share that is
    /// noise, over the standard deviation of luma there: independent of exposure, contrast and skin tone. Lashes and
    /// lids are few and strong, noise is everywhere alike, so the median tells its size (0.6745 of a normal deviation).
    /// Left in, it would pass for detail, in dark faces most, where contrast is low and noise is not.
    /// </summary>
    public float Sharpness() => Detail(Isotropic);

    /// <summary>
    /// The same in the four directions, by second differences, least and most: a camera that moved leaves the edges along
    /// its way as sharp as they were, and only those.
    /// </summary>
    public (float Least, float Most) DirectedSharpness()
    {
        // Steps along a diagonal are √2 long, and second differences grow with the square of the step.
        float[] directed =
        [
            Detail((x, y) => Directed(x, y, 1, 0)),
            Detail((x, y) => Directed(x, y, 0, 1)),
            Detail((x, y) => Directed(x, y, 1, 1)) / 2,
            Detail((x, y) => Directed(x, y, 1, -1)) / 2,
        ];
        return (directed.Min(), directed.Max());
    }

    private float Isotropic(int x, int y)
    {
        ReadOnlySpan<float> above = _luma.Row(0, y - 1);
        ReadOnlySpan<float> row = _luma.Row(0, y);
        ReadOnlySpan<float> below = _luma.Row(0, y + 1);
        float mean = ((4 * row[x]) + (2 * (row[x - 1] + row[x + 1] + above[x] + below[x]))
            + above[x - 1] + above[x + 1] + below[x - 1] + below[x + 1]) / 16;
        return row[x] - mean;
    }

    private float Directed(int x, int y, int dx, int dy) =>
        _luma.Row(0, y)[x] - ((_luma.Row(0, y + dy)[x + dx] + _luma.Row(0, y - dy)[x - dx]) / 2);

    private float Detail(Func<int, int, float> fineAt)
    {
        int top = Math.Max((int)(0.9f * _interEye), 1);
        int bottom = Math.Min((int)(2.1f * _interEye), _luma.Height - 1);
        List<float> details = [];
        double energy = 0;
        double sum = 0;
        double squares = 0;
        for (int y = top; y < bottom; y++)
        {
            ReadOnlySpan<float> row = _luma.Row(0, y);
            for (int x = 1; x < row.Length - 1; x++)
            {
                if (_inside[(y * _luma.Width) + x])
                {
                    float fine = fineAt(x, y);
                    details.Add(Math.Abs(fine));
                    energy += fine * fine;
                    sum += row[x];
                    squares += row[x] * row[x];
                }
            }
        }

        int count = Math.Max(details.Count, 1);
        double variance = (squares / count) - Math.Pow(sum / count, 2);
        if (variance <= 1e-9)
        {
            return 0;
        }

        details.Sort();
        double noise = details[details.Count / 2] / 0.6745;
        return (float)Math.Sqrt(Math.Max(0, (energy / count) - (noise * noise)) / variance);
    }

    public void Dispose()
    {
        Colour.Dispose();
        _luma.Dispose();
        _luminance.Dispose();
    }

    private List<float> Values(bool[] where)
    {
        List<float> values = new(where.Length);
        for (int y = 0; y < _luminance.Height; y++)
        {
            ReadOnlySpan<float> row = _luminance.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                if (where[(y * row.Length) + x])
                {
                    values.Add(row[x]);
                }
            }
        }

        return values;
    }

    /// <summary>What lies beyond the photo repeats its edge and says nothing about the face.</summary>
    private static void ClearOutside(bool[] inside, bool[] eyes, int width, Matrix3x2 toPhoto, RgbImage photo)
    {
        for (int i = 0; i < inside.Length; i++)
        {
            if (inside[i] || eyes[i])
            {
                Vector2 there = Vector2.Transform(new Vector2((i % width) + 0.5f, (i / width) + 0.5f), toPhoto);
                bool seen = there.X >= 0 && there.Y >= 0 && there.X < photo.Width && there.Y < photo.Height;
                inside[i] &= seen;
                eyes[i] &= seen;
            }
        }
    }

    /// <summary>Rec. 709 weights: luma of encoded colours, relative luminance of linear ones.</summary>
    private static PlanarImage Weighted(PlanarImage colour)
    {
        PlanarImage sum = PlanarImage.Rent(colour.Width, colour.Height, 1);
        ReadOnlySpan<float> r = colour.Plane(0);
        ReadOnlySpan<float> g = colour.Plane(1);
        ReadOnlySpan<float> b = colour.Plane(2);
        Span<float> target = sum.Plane(0);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = (0.2126f * r[i]) + (0.7152f * g[i]) + (0.0722f * b[i]);
        }

        return sum;
    }

    private static float ClippedShareOf(PlanarImage colour, bool[] inside)
    {
        const float End = 251 / 255f;
        int count = 0;
        int clipped = 0;
        for (int i = 0; i < inside.Length; i++)
        {
            if (inside[i])
            {
                (int y, int x) = Math.DivRem(i, colour.Width);
                float least = Math.Min(colour.Row(0, y)[x], Math.Min(colour.Row(1, y)[x], colour.Row(2, y)[x]));
                count++;
                clipped += least >= End ? 1 : 0;
            }
        }

        return (float)clipped / Math.Max(count, 1);
    }
}
