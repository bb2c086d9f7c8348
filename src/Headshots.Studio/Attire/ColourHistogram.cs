using Headshots.Imaging;

namespace Headshots.Studio.Attire;

/// <summary>Which colours a thing has, and how often: cells of L*a*b*, blurred a little.</summary>
internal sealed class ColourHistogram
{
    private const int LightCells = 24;
    private const int HueCells = 32;
    private const float LightStep = 100f / LightCells;
    private const float HueStep = 6.5f;

    private readonly float[] _cells = new float[LightCells * HueCells * HueCells];

    /// <summary>Samples that were added.</summary>
    public int Count { get; private set; }

    public static int CellOf(Lab lab)
    {
        int l = Math.Clamp((int)(lab.L / LightStep), 0, LightCells - 1);
        int a = Math.Clamp((int)((lab.A / HueStep) + (HueCells / 2)), 0, HueCells - 1);
        int b = Math.Clamp((int)((lab.B / HueStep) + (HueCells / 2)), 0, HueCells - 1);
        return (((l * HueCells) + a) * HueCells) + b;
    }

    public void Add(int cell)
    {
        _cells[cell]++;
        Count++;
    }

    /// <summary>Spreads every cell over its neighbours (1-2-1 along each axis), and makes the sum 1.</summary>
    public void Finish()
    {
        Blur(1);
        Blur(HueCells);
        Blur(HueCells * HueCells);
        float sum = 0;
        foreach (float cell in _cells)
        {
            sum += cell;
        }

        if (sum > 0)
        {
            for (int i = 0; i < _cells.Length; i++)
            {
                _cells[i] /= sum;
            }
        }
    }

    /// <summary>Share of the samples that lie about this cell.</summary>
    public float At(int cell) => _cells[cell];

    private void Blur(int step)
    {
        float[] old = (float[])_cells.Clone();
        for (int i = 0; i < old.Length; i++)
        {
            float before = i >= step ? old[i - step] : old[i];
            float after = i + step < old.Length ? old[i + step] : old[i];
            _cells[i] = (0.25f * before) + (0.5f * old[i]) + (0.25f * after);
        }
    }
}
