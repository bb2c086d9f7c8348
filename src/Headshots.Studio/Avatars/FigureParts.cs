using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Attire;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;

namespace Headshots.Studio.Avatars;

/// <summary>Which part of the drawing a pixel belongs to: shares of 0 to 1 with soft borders, row after row.</summary>
internal sealed class FigureParts
{
    /// <summary>The lips' outer edge.</summary>
    private static readonly int[] _lips = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185];

    private FigureParts(int size)
    {
        Person = new float[size * size];
        Clothes = new float[size * size];
        Hair = new float[size * size];
        Skin = new float[size * size];
        Face = new float[size * size];
        Features = new float[size * size];
    }

    /// <summary>With an even edge, as a drawing has: single hairs are not drawn.</summary>
    public float[] Person { get; }

    public float[] Clothes { get; }

    public float[] Hair { get; }

    /// <summary>Of the person what is neither clothes nor hair; with glasses and teeth, which lie within.</summary>
    public float[] Skin { get; }

    /// <summary>Inside the face's oval.</summary>
    public float[] Face { get; }

    /// <summary>Eyes and lips, of which more is kept than of all else: they are what makes somebody recognisable.</summary>
    public float[] Features { get; }

    /// <param name="headshot">The finished headshot.</param>
    /// <param name="square">What of it is drawn.</param>
    /// <param name="size">Pixels of the drawing's sides.</param>
    public static FigureParts Of(Composition headshot, RectF square, int size)
    {
        FigureParts parts = new(size);
        using (PlanarImage alpha = PlanarImage.Rent(size, size, 1))
        using (PlanarImage even = PlanarImage.Rent(size, size, 1))
        {
            Resampler.Resize(headshot.Alpha, square, alpha);
            GaussianBlur.Apply(alpha, even, Math.Max(0.8f, 2.2f * size / 512));
            float softness = 0.5f / Math.Max(1, 2.2f * size / 512);
            Copy(even, parts.Person, v => Math.Clamp(((v - 0.5f) / softness * 0.6f) + 0.5f, 0, 1));
        }

        using SmallFigure figure = SmallFigure.Of(headshot);
        ClothesMap map = ClothesMap.Of(figure, headshot.Mesh);
        RectF small = new(square.X * figure.Scale.X, square.Y * figure.Scale.Y, square.Width * figure.Scale.X, square.Height * figure.Scale.Y);
        Spread(figure, small, size, i => map.Clothes[i], parts.Clothes);
        Spread(figure, small, size, i => map.IsHair[i] && !map.Clothes[i], parts.Hair);
        for (int i = 0; i < parts.Skin.Length; i++)
        {
            parts.Skin[i] = Math.Clamp(1 - parts.Clothes[i] - parts.Hair[i], 0, 1);
        }

        parts.FindFeatures(headshot, square, size);
        return parts;
    }

    private static void Spread(SmallFigure figure, RectF from, int size, Func<int, bool> holds, float[] share)
    {
        using PlanarImage small = PlanarImage.Rent(figure.Width, figure.Height, 1);
        for (int y = 0; y < figure.Height; y++)
        {
            Span<float> row = small.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = holds((y * figure.Width) + x) ? 1 : 0;
            }
        }

        // A blur by about a pixel of the small figure rounds its steps off.
        using PlanarImage large = PlanarImage.Rent(size, size, 1);
        using PlanarImage round = PlanarImage.Rent(size, size, 1);
        Resampler.Resize(small, from, large, new ResizeOptions { Kernel = ResizeKernel.Bilinear });
        GaussianBlur.Apply(large, round, Math.Max(0.8f, 0.8f * size / from.Width));
        Copy(round, share, v => Math.Clamp(((v - 0.5f) * 3) + 0.5f, 0, 1));
    }

    private void FindFeatures(Composition headshot, RectF square, int size)
    {
        Fill(headshot, square, size, [HeadGeometry.Oval], 1, Face);
        Fill(headshot, square, size, [EyeOpening.LeftRing, EyeOpening.RightRing, _lips], 1.25f, Features);
    }

    private static void Fill(
        Composition headshot, RectF square, int size, IReadOnlyList<int>[] rings, float growth, float[] share)
    {
        bool[] inside = new bool[size * size];
        float scale = size / square.Width;
        foreach (IReadOnlyList<int> ring in rings)
        {
            Vector2[] points = [.. ring.Select(i => (headshot.Mesh.Flat(i) - new Vector2(square.X, square.Y)) * scale)];
            Vector2 middle = points.Aggregate(Vector2.Zero, (sum, p) => sum + p) / points.Length;
            Outline.Fill([.. points.Select(p => middle + ((p - middle) * growth))], inside, size);
        }

        using PlanarImage hard = PlanarImage.Rent(size, size, 1);
        using PlanarImage soft = PlanarImage.Rent(size, size, 1);
        for (int y = 0; y < size; y++)
        {
            Span<float> row = hard.Row(0, y);
            for (int x = 0; x < size; x++)
            {
                row[x] = inside[(y * size) + x] ? 1 : 0;
            }
        }

        GaussianBlur.Apply(hard, soft, Math.Max(0.8f, 2.5f * size / 512));
        Copy(soft, share, v => v);
    }

    private static void Copy(PlanarImage from, float[] to, Func<float, float> change)
    {
        for (int y = 0; y < from.Height; y++)
        {
            ReadOnlySpan<float> row = from.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                to[(y * row.Length) + x] = change(row[x]);
            }
        }
    }
}
