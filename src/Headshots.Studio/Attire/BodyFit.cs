using Headshots.Studio.Reports;

namespace Headshots.Studio.Attire;

/// <summary>
/// Where neck and shoulders are in the small figure: read off the person's outline without the hair. All lengths are
/// pixels of the figure.
/// </summary>
internal sealed class BodyFit
{
    private const float None = float.MaxValue;

    /// <summary>
    /// Deviation beyond which what looks like a shoulder is partly something else, in inter-eye distances: shoulders that
    /// were cut out well measure 0.01 to 0.05.
    /// </summary>
    private const float MostError = 0.08f;

    private readonly SmallFigure _figure;
    private readonly ClothesMap _map;
    private readonly float[] _top;

    private BodyFit(SmallFigure figure, ClothesMap map)
    {
        _figure = figure;
        _map = map;
        _top = Outline();
        Axis = FindAxis();
        Left = FindSide(-1);
        Right = FindSide(1);
    }

    /// <summary>The column of the neck's middle.</summary>
    public float Axis { get; }

    public Side? Left { get; }

    public Side? Right { get; }

    /// <summary>For each column the body's upper edge, continued in a straight line where it is not seen.</summary>
    public float[] ShoulderLine { get; private set; } = [];

    /// <summary>How far the seen shoulders lie from smooth ones: the worse side's deviation in inter-eye distances.</summary>
    public float? Error { get; private set; }

    /// <summary>Measures a body.</summary>
    /// <returns>Why it cannot be dressed, or null.</returns>
    public static Reason? Measure(SmallFigure figure, ClothesMap map, out BodyFit fit)
    {
        fit = new BodyFit(figure, map);
        float eye = figure.InterEye;
        if (fit.Left is not { } left || fit.Right is not { } right)
        {
            return AttireReasons.NoShoulders;
        }

        bool turned = Math.Abs(left.Neck - right.Neck) > 0.55f * eye || Math.Abs(left.NeckY - right.NeckY) > 0.75f * eye
            || Math.Abs(fit.Axis - figure.Chin.X) > 0.6f * eye;
        if (turned)
        {
            return AttireReasons.TurnedBody;
        }

        fit.ShoulderLine = fit.Continued(left, right);
        fit.Error = Math.Max(fit.Raggedness(-1, left), fit.Raggedness(1, right)) / eye;
        return fit.Error > MostError ? AttireReasons.RaggedShoulders : null;
    }

    /// <summary>From each column's lowest row upwards as long as it is body.</summary>
    private float[] Outline()
    {
        float[] top = new float[_figure.Width];
        for (int x = 0; x < top.Length; x++)
        {
            int y = _figure.Height - 1;
            int floor = (int)(_figure.Height - (0.35f * _figure.InterEye));
            while (y > floor && !Neck(x, y))
            {
                y--;
            }

            if (!Neck(x, y))
            {
                top[x] = None;
                continue;
            }

            while (y > 0 && (Neck(x, y - 1) || (y > 1 && Neck(x, y - 2))))
            {
                y--;
            }

            top[x] = y;
        }

        return top;
    }

    private bool Body(int x, int y)
    {
        int i = (y * _figure.Width) + x;
        return _map.IsPerson[i] && !_map.IsHair[i];
    }

    /// <summary>A beard lies before the neck, hair beside it.</summary>
    private bool Neck(int x, int y) =>
        Body(x, y) || (_map.IsPerson[(y * _figure.Width) + x] && Math.Abs(x - _figure.Chin.X) < 0.8f * _figure.InterEye);

    /// <summary>Half-way between the sides of the neck where it is narrowest under the chin.</summary>
    private float FindAxis()
    {
        int middle = Math.Clamp((int)_figure.Chin.X, 0, _figure.Width - 1);
        float best = None;
        float axis = _figure.Chin.X;
        int first = (int)(_figure.Chin.Y - (0.1f * _figure.InterEye));
        int last = (int)(_figure.Chin.Y + (0.7f * _figure.InterEye));
        for (int y = Math.Max(0, first); y < Math.Min(_figure.Height, last); y++)
        {
            int left = middle;
            int right = middle;
            while (left > 0 && Neck(left - 1, y))
            {
                left--;
            }

            while (right < _figure.Width - 1 && Neck(right + 1, y))
            {
                right++;
            }

            if (right - left < best && right - left > 0.9f * _figure.InterEye)
            {
                best = right - left;
                axis = (left + right) / 2f;
            }
        }

        return axis;
    }

    /// <summary>The neck ends where the outline turns from steep to slanting; there must be a shoulder beyond.</summary>
    private Side? FindSide(int direction)
    {
        float eye = _figure.InterEye;
        float step = 0.18f * eye;
        float highest = _figure.Chin.Y - (0.9f * eye);
        for (float d = 0.7f * eye; d < 1.75f * eye; d += 0.5f)
        {
            float here = TopAt(Axis + (direction * d));
            float next = TopAt(Axis + (direction * (d + step)));
            float beyond = TopAt(Axis + (direction * (d + (2 * step))));
            if (here == None || next == None || beyond == None || here < highest)
            {
                continue;
            }

            if ((next - here) / step < 1.15f && (beyond - here) / (2 * step) < 1.15f)
            {
                return ReachesOut(direction, d, here) ? new Side(d, here) : null;
            }
        }

        return null;
    }

    private bool ReachesOut(int direction, float neck, float neckY)
    {
        float end = neck + (0.7f * _figure.InterEye);
        float x = Axis + (direction * end);
        float there = x < 0 || x >= _figure.Width ? None : TopAt(x);
        return there != None && there - neckY is float drop && drop > -0.25f * _figure.InterEye && drop < 1.3f * _figure.InterEye;
    }

    /// <summary>Deviation of the seen outline from a parabola, from the neck outwards: shoulders have no steps.</summary>
    private float Raggedness(int direction, Side side)
    {
        double[,] equations = new double[3, 4];
        List<(double D, double Y)> seen = [];
        float eye = _figure.InterEye;
        for (float d = side.Neck; d < side.Neck + (1.3f * eye); d++)
        {
            float y = TopAt(Axis + (direction * d));
            if (y != None)
            {
                seen.Add(((d - side.Neck) / eye, y));
            }
        }

        if (seen.Count < 8)
        {
            return 0;
        }

        foreach ((double d, double y) in seen)
        {
            Span<double> row = [1, d, d * d];
            for (int r = 0; r < 3; r++)
            {
                for (int c = 0; c < 3; c++)
                {
                    equations[r, c] += row[r] * row[c];
                }

                equations[r, 3] += row[r] * y;
            }
        }

        Eliminate(equations);
        double squares = seen.Sum(p => Math.Pow(p.Y - equations[0, 3] - (equations[1, 3] * p.D) - (equations[2, 3] * p.D * p.D), 2));
        return (float)Math.Sqrt(squares / seen.Count);
    }

    /// <summary>Gauss–Jordan on normal equations of enough places to be regular.</summary>
    private static void Eliminate(double[,] m)
    {
        for (int p = 0; p < 3; p++)
        {
            double pivot = m[p, p];
            for (int c = p; c < 4; c++)
            {
                m[p, c] /= pivot;
            }

            for (int r = 0; r < 3; r++)
            {
                double factor = r == p ? 0 : m[r, p];
                for (int c = p; c < 4 && factor != 0; c++)
                {
                    m[r, c] -= factor * m[p, c];
                }
            }
        }
    }

    private float TopAt(float x) => x < 0 || x >= _top.Length ? None : _top[(int)x];

    private float[] Continued(Side left, Side right)
    {
        float[] line = new float[_top.Length];
        float leftX = Axis - left.Neck;
        float rightX = Axis + right.Neck;
        for (int x = 0; x < line.Length; x++)
        {
            line[x] = x >= leftX && x <= rightX
                ? float.Lerp(left.NeckY, right.NeckY, (x - leftX) / Math.Max(1, rightX - leftX))
                : None;
        }

        Continue(line, (int)leftX, -1, left.NeckY);
        Continue(line, (int)rightX, 1, right.NeckY);
        return Smooth(line);
    }

    /// <summary>Outwards from the neck: what is seen, and otherwise on with the last slope, as shoulders fall.</summary>
    private void Continue(float[] line, int from, int direction, float start)
    {
        const float Slope = 0.45f;
        const float Steepest = 1.1f;
        float last = start;
        for (int x = from; x >= 0 && x < line.Length; x += direction)
        {
            float seen = _top[x];
            bool usable = seen != None && seen - last < Steepest * 3 && seen - last > -2.5f;
            last = usable ? seen : last + Slope;
            line[x] = last;
        }
    }

    private float[] Smooth(float[] line)
    {
        int reach = Math.Max(1, (int)(0.09f * _figure.InterEye));
        float[] smooth = new float[line.Length];
        for (int x = 0; x < line.Length; x++)
        {
            float sum = 0;
            int count = 0;
            for (int k = Math.Max(0, x - reach); k <= Math.Min(line.Length - 1, x + reach); k++)
            {
                sum += line[k];
                count++;
            }

            smooth[x] = sum / count;
        }

        return smooth;
    }

    /// <param name="Neck">From the axis to where the neck becomes the shoulder.</param>
    /// <param name="NeckY">The outline's row there.</param>
    internal readonly record struct Side(float Neck, float NeckY);
}
