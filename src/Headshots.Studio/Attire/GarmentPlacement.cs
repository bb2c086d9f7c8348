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

    /// <summary>How far above the body's line that holds, in half neck widths: seams and folds of the old clothes.</summary>
    private const float FillAbove = 0.16f;

    /// <summary>How far inside its upper edge the garment is taken on to cover what lies above it, in half neck widths.</summary>
    private const float FillDepth = 0.07f;

    private readonly float[] _offset;
    private readonly float _axis;
    private readonly float _reachLeft;
    private readonly float _reachRight;

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
        PerPixel = 2 * neck / (_reachLeft + _reachRight);
        Columns = new float[width];
        FillTop = new float[width];
        FillStart = new float[width];
        _offset = new float[width];
        for (int x = 0; x < width; x++)
        {
            float from = x + 0.5f - _axis;
            float reach = from < 0 ? _reachLeft : _reachRight;
            float share = Math.Abs(from) / reach;
            float along = share <= 1 ? share * neck : neck + ((share - 1) * reach * PerPixel);
            along = Math.Min(along, shoulder * 1.25f);
            Columns[x] = Math.Clamp(centre + (Math.Sign(from) * along), 0.5f, garment.Width - 0.5f);
            float line = garment.ShoulderLine[Math.Clamp((int)Columns[x], 0, garment.Width - 1)];
            _offset[x] = line - (PerPixel * (LineAt(fit.ShoulderLine, (x + 0.5f) / scale.X) * scale.Y - lift));
            FillTop[x] = share > FillFrom ? line + (FillDepth * neck) : float.NaN;
            FillStart[x] = line - (FillAbove * neck);
        }

        ThroatY = ((garment.Throat.Y - ((garment.NeckLeft.Y + garment.NeckRight.Y) / 2)) / PerPixel)
            + ((left.NeckY + right.NeckY) / 2 * scale.Y) - lift;
    }

    /// <summary>The garment's column for each column of the picture.</summary>
    public float[] Columns { get; }

    /// <summary>For columns beside the neck, the garment's row that whatever lies above it takes; NaN at the neck.</summary>
    public float[] FillTop { get; }

    /// <summary>The garment's row above which nothing is covered in this way.</summary>
    public float[] FillStart { get; }

    /// <summary>Pixels of the garment's picture per pixel of the picture.</summary>
    public float PerPixel { get; }

    /// <summary>The row where the neckline is lowest.</summary>
    public float ThroatY { get; }

    /// <summary>The garment's row for a place in the picture.</summary>
    public float RowAt(int x, float y) => (PerPixel * y) + _offset[x];

    /// <summary>Whether a column is so near the neck that a collar may stand beside it.</summary>
    public bool IsCollar(int x)
    {
        float from = x + 0.5f - _axis;
        return Math.Abs(from) < 1.4f * (from < 0 ? _reachLeft : _reachRight);
    }

    private static float LineAt(float[] line, float x)
    {
        float u = Math.Clamp(x - 0.5f, 0, line.Length - 1);
        int at = (int)u;
        return float.Lerp(line[at], line[Math.Min(at + 1, line.Length - 1)], u - at);
    }
}
