using Headshots.Imaging;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Attire;

/// <summary>
/// Which pixels of a small figure are clothes, and which are skin, hair or beard. What is sure by its place and colour
/// (face and scalp; what lies beside the neck and is neither like the sitter's skin nor joined to the hair) competes for
/// the rest along the cheapest ways.
/// </summary>
internal sealed class ClothesMap
{
    /// <summary>Opaque enough to have a colour of its own.</summary>
    private const float Person = 0.6f;

    /// <summary>What counts as unlike skin or hair for a pixel that decides what clothes look like.</summary>
    private const float Unlike = 0.25f;

    /// <summary>Costs of a step: anywhere, over an edge of one unit of L*a*b*, through the wrong colour, behind the person.</summary>
    private const float StepCost = 0.02f;
    private const float EdgeCost = 0.03f;
    private const float ColourCost = 1f;
    private const float BehindCost = 0.5f;

    private const float Far = 1e6f;

    private readonly SmallFigure _figure;
    private readonly int[] _cells;
    private readonly Lab[] _labs;
    private readonly bool[] _person;
    private readonly float[] _skin;
    private readonly float[] _hair;
    private readonly bool[] _strands;

    private ClothesMap(SmallFigure figure, FaceMesh mesh)
    {
        _figure = figure;
        int count = figure.Width * figure.Height;
        _cells = new int[count];
        _labs = new Lab[count];
        _person = new bool[count];
        _skin = new float[count];
        SkinLikeness skin = SkinLikeness.Of(figure, mesh);
        Skin = skin;
        PixelThreads.ForRows(figure.Height, 16, (first, end) =>
        {
            for (int i = first * figure.Width; i < end * figure.Width; i++)
            {
                _labs[i] = figure.LabAt(i);
                _cells[i] = ColourHistogram.CellOf(_labs[i]);
                _person[i] = figure.Alpha.Row(0, i / figure.Width)[i % figure.Width] > Person;
                _skin[i] = _person[i] ? skin.Of(figure.LinearAt(i)) : 0;
            }
        });
        bool[] scalp = ScalpSeeds();
        bool[] beard = BeardSeeds();
        _hair = HairLikeness(Where((i, _, _) => scalp[i] || beard[i]));
        _strands = Strands(scalp, beard);
        Clothes = Decide();
    }

    /// <summary>Row after row of the figure: clothes, carried on beyond the person's edge.</summary>
    public bool[] Clothes { get; }

    /// <summary>Row after row: clearly person.</summary>
    public IReadOnlyList<bool> IsPerson => _person;

    /// <summary>Row after row: hair and beard, as far as they hang together from the head.</summary>
    public IReadOnlyList<bool> IsHair => _strands;

    /// <summary>Row after row: how much it is the sitter's skin by colour.</summary>
    public IReadOnlyList<float> SkinShare => _skin;

    public SkinLikeness Skin { get; }

    public IReadOnlyList<Lab> Colours => _labs;

    public static ClothesMap Of(SmallFigure figure, FaceMesh mesh) => new(figure, mesh);

    /// <summary>Beside the face and above it, down to the mouth, what is not skin.</summary>
    private bool[] ScalpSeeds() => Where((i, _, y) =>
        !_figure.Face[i] && y < _figure.Mouth.Y && _person[i] && _skin[i] < Unlike);

    /// <summary>Below the mouth, inside the face, what is not skin.</summary>
    private bool[] BeardSeeds() => Where((i, _, y) =>
        _figure.Face[i] && y > _figure.Mouth.Y + (0.3f * _figure.InterEye) && _person[i] && _skin[i] < Unlike);

    private bool[] Where(Func<int, int, int, bool> holds)
    {
        bool[] map = new bool[_cells.Length];
        for (int i = 0; i < map.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, _figure.Width);
            map[i] = holds(i, x, y);
        }

        return map;
    }

    private float[] HairLikeness(bool[] seeds)
    {
        const float Usual = 0.001f;
        ColourHistogram colours = Histogram(i => seeds[i]);
        float[] likeness = new float[_cells.Length];
        if (colours.Count > 20)
        {
            for (int i = 0; i < likeness.Length; i++)
            {
                float share = colours.At(_cells[i]);
                likeness[i] = share / (share + Usual);
            }
        }

        return likeness;
    }

    /// <summary>
    /// Everything hair-coloured that hangs together with the scalp, but not by a thread (a dark edge between neck and
    /// collar is no hair), and what is beard by its place as well: a beard ends above the collar.
    /// </summary>
    private bool[] Strands(bool[] scalp, bool[] beard)
    {
        const int Thread = 2;
        bool[] alike = Where((i, _, _) => scalp[i] || beard[i] || (_person[i] && _hair[i] > 0.4f && _skin[i] < 0.5f));
        bool[] thick = Patches.Shrunk(Where((i, _, _) => alike[i] && !_figure.Face[i]), _figure.Width, Thread);
        bool[] roots = Where((i, _, _) => scalp[i] && thick[i]);
        bool[] hanging = Patches.Grown(Patches.Joined(roots, thick, _figure.Width), _figure.Width, Thread + 1);
        float reach = _figure.InterEye;
        bool[] chin = Where((i, x, y) =>
            alike[i] && Square((x - _figure.Chin.X) / (0.95f * reach)) + Square(Math.Max(0, y - _figure.Chin.Y) / (0.55f * reach)) < 1);
        bool[] whiskers = Patches.Joined(Where((i, _, _) => beard[i] && chin[i]), chin, _figure.Width);
        return Where((i, _, _) => scalp[i] || whiskers[i] || (hanging[i] && alike[i]));
    }

    private bool[] Decide()
    {
        bool[] clothSeeds = ClothSeeds();
        ColourHistogram cloth = Histogram(i => clothSeeds[i]);
        float[] toCloth = new float[_cells.Length];
        float[] toOther = new float[_cells.Length];
        float[] clothPrice = new float[_cells.Length];
        float[] otherPrice = new float[_cells.Length];
        for (int i = 0; i < _cells.Length; i++)
        {
            float clothShare = cloth.At(_cells[i]);
            float other = Math.Max(0.02f * _skin[i], _strands[i] ? 0.05f * _hair[i] : 0) + 1e-4f;
            float belief = clothShare / (clothShare + other);
            float edge = StepCost + (EdgeCost * Edge(i));
            clothPrice[i] = _person[i] ? edge + (ColourCost * (1 - belief)) : BehindCost;
            otherPrice[i] = _person[i] ? edge + (ColourCost * belief) : BehindCost;
            int y = i / _figure.Width;
            bool sureOther = _figure.Face[i] || (_person[i] && y < _figure.Eyes.Y) || (_person[i] && _skin[i] > 0.7f && belief < 0.15f);
            toCloth[i] = clothSeeds[i] ? 0 : Far;
            toOther[i] = sureOther ? 0 : Far;
        }

        PixelThreads.ForRows(2, 1, (first, end) =>
        {
            for (int k = first; k < end; k++)
            {
                GeodesicDistance.Spread(k == 0 ? toCloth : toOther, k == 0 ? clothPrice : otherPrice, _figure.Width);
            }
        });
        bool[] clothes = new bool[_cells.Length];
        for (int i = 0; i < clothes.Length; i++)
        {
            clothes[i] = toCloth[i] < toOther[i];
        }

        return clothes;
    }

    /// <summary>Below the chin, beside the neck or far enough under it, and neither skin nor hair by colour.</summary>
    private bool[] ClothSeeds()
    {
        bool[] seeds = new bool[_cells.Length];
        float reach = _figure.InterEye;
        for (int i = 0; i < seeds.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, _figure.Width);
            float below = (y - _figure.Chin.Y) / reach;
            bool place = below > 0.9f || (below > 0.15f && Math.Abs(x - _figure.Chin.X) > 1.1f * reach);
            seeds[i] = place && _person[i] && !_figure.Face[i] && !_strands[i] && _skin[i] < Unlike;
        }

        return seeds;
    }

    private static float Square(float value) => value * value;

    private ColourHistogram Histogram(Func<int, bool> counts)
    {
        ColourHistogram histogram = new();
        for (int i = 0; i < _cells.Length; i++)
        {
            if (counts(i))
            {
                histogram.Add(_cells[i]);
            }
        }

        histogram.Finish();
        return histogram;
    }

    /// <summary>The step in colour to the next pixel right and below, in units of L*a*b*.</summary>
    private float Edge(int i)
    {
        int right = i % _figure.Width == _figure.Width - 1 ? i : i + 1;
        int below = i + _figure.Width >= _labs.Length ? i : i + _figure.Width;
        return (float)Math.Max(
            ColourDifference.Cie76(_labs[i], _labs[right]), ColourDifference.Cie76(_labs[i], _labs[below]));
    }
}
