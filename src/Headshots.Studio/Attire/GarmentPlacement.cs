using System.Numerics;

namespace Headshots.Studio.Attire;

/// <summary>
/// Where each pixel of the picture lies on the garment's picture. Columns go to columns: neck sides and shoulder ends
/// meet theirs; in each column the garment hangs from the body's shoulder line, so that folds and lapels keep their shape.
/// </summary>
internal sealed class GarmentPlacement
{
    /// <summary>Beyond these half neck widths from the axis the garment covers all there is of the body.</summary>
    private const float FillFrom = 1.02f;

    /// <summary>How far inside its upper edge the garment is taken on to cover what lies above it, in half neck widths.</summary>
    private const float FillDepth = 0.07f;

    private readonly float[] _offset;
    private readonly float _axis;
    private readonly float _reachLeft;
    private readonly float _reachRight;
    private readonly float _depth;

    /// <param name="garment">What is worn.</param>
    /// <param name="fit">The body, in pixels of the small figure.</param>
    /// <param name="scale">From the figure's pixels to the picture's.</param>
    /// <param name="width">Of the picture.</param>
    /// <param name="lift">How much higher than it would hang by itself, in pixels of the picture.</param>
    public GarmentPlacement(Garment garment, BodyFit fit, Vector2 scale, int width, float lift)
    {
        if (fit.Left is not { } left || fit.Right is not { } right)
        {
            throw new ArgumentException("A body with both shoulders is needed.", nameof(fit));
        }

        _axis = fit.Axis * scale.X;
        _reachLeft = left.Neck * scale.X;
        _reachRight = right.Neck * scale.X;
        float centre = (garment.NeckLeft.X + garment.NeckRight.X) / 2;
        float neck = (garment.NeckRight.X - garment.NeckLeft.X) / 2;
        float shoulder = (garment.ShoulderRight.X - garment.ShoulderLeft.X) / 2;
        _depth = 4 * neck;
        PerPixel = 2 * neck / (_reachLeft + _reachRight);
        Columns = new float[width];
        FillTop = new float[width];
        Line = new float[width];
        BodyLine = new float[width];
        BesideNeck = new bool[width];
        _offset = new float[width];
        for (int x = 0; x < width; x++)
        {
            float from = x + 0.5f - _axis;
            float reach = from < 0 ? _reachLeft : _reachRight;
            float share = Share(x);
            float along = share <= 1 ? share * neck : neck + ((share - 1) * reach * PerPixel);
            along = Math.Min(along, shoulder * 1.25f);
            Columns[x] = Math.Clamp(centre + (Math.Sign(from) * along), 0.5f, garment.Width - 0.5f);
            float line = garment.ShoulderLine[Math.Clamp((int)Columns[x], 0, garment.Width - 1)];
            BodyLine[x] = LineAt(fit.ShoulderLine, (x + 0.5f) / scale.X) * scale.Y;
            _offset[x] = line - (PerPixel * (BodyLine[x] - lift));
            BesideNeck[x] = share > FillFrom;
            FillTop[x] = BesideNeck[x] ? line + (FillDepth * neck) : FirstSolid(garment, Columns[x]);
            Line[x] = line;
        }

        ThroatY = ((garment.Throat.Y - ((garment.NeckLeft.Y + garment.NeckRight.Y) / 2)) / PerPixel)
            + ((left.NeckY + right.NeckY) / 2 * scale.Y) - lift;
    }

    /// <summary>The garment's column for each column of the picture.</summary>
    public float[] Columns { get; }

    /// <summary>The garment's row that old cloth above it takes its colour from.</summary>
    public float[] FillTop { get; }

    /// <summary>The garment's row that lies on the body's line.</summary>
    public float[] Line { get; }

    /// <summary>The body's upper edge, in rows of the picture.</summary>
    public float[] BodyLine { get; }

    /// <summary>Columns in which the garment covers whatever is below the body's line; at the neck only cloth.</summary>
    public bool[] BesideNeck { get; }

    /// <summary>Pixels of the garment's picture per pixel of the picture.</summary>
    public float PerPixel { get; }

    /// <summary>The row where the neckline is lowest.</summary>
    public float ThroatY { get; }

    /// <summary>The garment's row for a place in the picture.</summary>
    public float RowAt(int x, float y) => (PerPixel * y) + _offset[x];

    /// <summary>
    /// Whether a collar may stand there beside the neck, where no body is: near the neck anywhere, farther out only above
    /// the line of the shoulder.
    /// </summary>
    public bool IsCollar(int x, float row) =>
        Share(x) is float share && share < 1.3f && row < Line[x] + ((1.3f - share) * _depth);

    /// <summary>How much the body's line is that of the shoulder in this column: 0 at the neck, 1 farther out.</summary>
    public float Shoulder(int x) => Math.Clamp((Share(x) - 1.17f) / 0.1f, 0, 1);

    /// <summary>Distance from the axis in half neck widths of that side.</summary>
    private float Share(int x)
    {
        float from = x + 0.5f - _axis;
        return Math.Abs(from) / (from < 0 ? _reachLeft : _reachRight);
    }

    private static float FirstSolid(Garment garment, float column)
    {
        float row = 0.5f;
        while (row < garment.Height && garment.At(column, row).W < 0.97f)
        {
            row++;
        }

        return row + 1.5f;
    }

    private static float LineAt(float[] line, float x)
    {
        float u = Math.Clamp(x - 0.5f, 0, line.Length - 1);
        int at = (int)u;
        return float.Lerp(line[at], line[Math.Min(at + 1, line.Length - 1)], u - at);
    }
}
