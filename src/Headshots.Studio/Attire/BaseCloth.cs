using Headshots.Imaging;

namespace Headshots.Studio.Attire;

/// <summary>
/// The cloth that most of the clothes are made of, apart from shirts, ties, lanyards and badges of other colours. A
/// pattern belongs to the cloth: its colours change all over, those of a lanyard in one place.
/// </summary>
internal sealed class BaseCloth
{
    /// <summary>Folds and light may change lightness this much, and the colour besides by this much, before it is another thing.</summary>
    private const double LightSlack = 32;
    private const double HueSlack = 20;

    /// <summary>Half the side of the window for patterns, in inter-eye distances.</summary>
    private const float WindowShare = 0.3f;

    private BaseCloth(bool[] members, int[] own, Lab middle, float share, IReadOnlyList<Lab> colours)
    {
        Members = members;
        Middle = middle;
        Share = share;
        double[] luminances = [.. own.Select(i => Math.Log(LuminanceOf(colours[i]) + ClothTone.Floor))];
        Array.Sort(luminances);
        Size = luminances.Length;
        Tone = Size == 0
            ? new ClothTone(0, 0)
            : new ClothTone(
                (float)luminances[Size / 2],
                (float)(luminances[(int)(0.9 * (Size - 1))] - luminances[(int)(0.1 * (Size - 1))]) / 2.56f);
    }

    /// <summary>Row after row of the figure.</summary>
    public bool[] Members { get; }

    /// <summary>Pixels of the figure that are surely of this cloth.</summary>
    public int Size { get; }

    public ClothTone Tone { get; }

    /// <summary>Its commonest colour.</summary>
    public Lab Middle { get; }

    /// <summary>How much of the clothes is this cloth.</summary>
    public float Share { get; }

    public static BaseCloth Of(SmallFigure figure, ClothesMap map)
    {
        IReadOnlyList<Lab> colours = map.Colours;
        int[] own = [.. Enumerable.Range(0, map.Clothes.Length).Where(i => map.Clothes[i] && map.IsPerson[i])];
        if (own.Length == 0)
        {
            return new BaseCloth(new bool[map.Clothes.Length], own, default, 0, colours);
        }

        Lab middle = Commonest(own, colours);
        for (int round = 0; round < 3; round++)
        {
            Lab[] near = [.. own.Select(i => colours[i]).Where(c => Belongs(c, middle))];
            middle = near.Length == 0 ? middle : new Lab(Median(near, c => c.L), Median(near, c => c.A), Median(near, c => c.B));
        }

        bool[] alike = [.. colours.Select(c => Belongs(c, middle))];
        bool[] members = WithPattern(figure, map, alike);
        Patches.KeepLargeAtEdge(members, figure.Width, 0.06f);
        int[] kept = [.. own.Where(i => members[i])];
        return new BaseCloth(members, kept, middle, (float)kept.Length / own.Length, colours);
    }

    private static double LuminanceOf(Lab lab) => Math.Max(0, lab.ToXyz().Y);

    private static Lab Commonest(int[] own, IReadOnlyList<Lab> colours)
    {
        ColourHistogram histogram = new();
        foreach (int i in own)
        {
            histogram.Add(ColourHistogram.CellOf(colours[i]));
        }

        histogram.Finish();
        return colours[own.MaxBy(i => histogram.At(ColourHistogram.CellOf(colours[i])))];
    }

    /// <summary>
    /// In shade a cloth's chroma falls with its lightness (both follow the cube root of light); in the open, sky lends
    /// dark cloth more of its own hue, or blue to what has none.
    /// </summary>
    private static bool Belongs(Lab colour, Lab middle)
    {
        const double Neutral = 6;
        const double Lent = 0.5;
        double shade = Math.Clamp((colour.L + 16) / (middle.L + 16), 0.3, 1.6);
        double a = colour.A - (shade * middle.A);
        double b = colour.B - (shade * middle.B);
        (double hueA, double hueB) = middle.Chroma > Neutral ? (middle.A / middle.Chroma, middle.B / middle.Chroma) : (0, -1);
        double along = (a * hueA) + (b * hueB);
        double across = (a * hueB) - (b * hueA);
        along *= along > 0 && colour.L > middle.L ? Lent : 1;
        double light = Math.Max(0, Math.Abs(colour.L - middle.L) - LightSlack);
        return (along * along) + (across * across) + (light * light) < HueSlack * HueSlack;
    }

    private static bool[] WithPattern(SmallFigure figure, ClothesMap map, bool[] alike)
    {
        int radius = Math.Max(2, (int)(WindowShare * figure.InterEye));
        using PlanarImage counts = PlanarImage.Rent(figure.Width, figure.Height, 2);
        using PlanarImage means = PlanarImage.Rent(figure.Width, figure.Height, 2);
        for (int i = 0; i < alike.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, figure.Width);
            bool cloth = map.Clothes[i] && map.IsPerson[i];
            counts.Row(0, y)[x] = cloth && !alike[i] ? 1 : 0;
            counts.Row(1, y)[x] = cloth ? 1 : 0;
        }

        BoxFilter.Mean(counts, means, radius);
        int members = 0;
        int mixed = 0;
        float[] strange = new float[alike.Length];
        for (int i = 0; i < alike.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, figure.Width);
            strange[i] = means.Row(0, y)[x] / Math.Max(1e-3f, means.Row(1, y)[x]);
            if (map.Clothes[i] && map.IsPerson[i] && alike[i])
            {
                members++;
                mixed += strange[i] > 0.1f ? 1 : 0;
            }
        }

        bool patterned = mixed > 0.65f * members;
        bool[] result = new bool[alike.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = map.Clothes[i] && (alike[i] || !map.IsPerson[i] || (patterned && strange[i] < 0.85f));
        }

        return result;
    }

    private static double Median(Lab[] values, Func<Lab, double> of)
    {
        double[] sorted = [.. values.Select(of)];
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}

/// <param name="Middle">Median of the natural logarithm of luminance plus <see cref="Floor"/>.</param>
/// <param name="Spread">Its standard deviation, from the tenth and the ninetieth percentile: folds and light.</param>
internal readonly record struct ClothTone(float Middle, float Spread)
{
    /// <summary>Keeps the noise in black from looking like folds.</summary>
    public const float Floor = 0.0025f;
}
