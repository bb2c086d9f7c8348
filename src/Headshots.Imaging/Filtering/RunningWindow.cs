using System.Numerics;

namespace Headshots.Imaging;

/// <summary>
/// The sums behind box means: per plane and column, the sum of the rows of a window that slides down; a row of means
/// comes from sliding along it. The cost does not depend on the radius. Windows are cut off at the image's edges, and
/// so are the counts that sums are divided by. Scratch of one thread.
/// </summary>
internal sealed unsafe class RunningWindow : IDisposable
{
    private const int MinStripRows = 64;

    private readonly PixelBlock _block;
    private readonly int _planes;
    private readonly int _width;
    private readonly int _radius;
    private readonly int _stride;
    private readonly int _lead;

    public RunningWindow(int planes, int width, int radius)
    {
        _planes = planes;
        _width = width;
        _radius = radius;

        // Zeros before and after the columns stand for what lies outside the image.
        _lead = Align(radius + 1);
        _stride = _lead + Align(width + radius);
        _block = PixelPool.RentFloats(checked((planes * (_stride + Align(width))) + (2 * Align(width))));
        _block.Floats(0, planes * _stride).Clear();
        for (int x = 0; x < width; x++)
        {
            Counts[x] = 1f / (Math.Min(x + radius, width - 1) - Math.Max(x - radius, 0) + 1);
        }
    }

    private float* Counts => (float*)_block.Address + ((nint)_planes * (_stride + Align(_width)));

    private float* Shares => Counts + Align(_width);

    /// <summary>
    /// Calls the body with strips of rows that each start a window of their own. Their height depends on the radius
    /// alone: sums never drift far, and answers do not depend on the number of threads.
    /// </summary>
    public static void ForStrips(int rows, int radius, Action<int, int> body)
    {
        int strip = Math.Max(MinStripRows, 4 * radius);
        PixelThreads.ForRows((rows + strip - 1) / strip, 1, (from, end) =>
        {
            for (int i = from; i < end; i++)
            {
                body(i * strip, Math.Min(rows, (i + 1) * strip));
            }
        });
    }

    /// <summary>The column sums of a plane, for whoever adds and subtracts rows; writable to a whole vector.</summary>
    public float* Sums(int plane) => (float*)_block.Address + ((nint)plane * _stride) + _lead;

    /// <summary>The means of a plane after <see cref="Slide"/>.</summary>
    public float* Means(int plane) => (float*)_block.Address + ((nint)_planes * _stride) + ((nint)plane * Align(_width));

    /// <summary>Fills the means of every plane from the column sums.</summary>
    /// <param name="rows">How many rows the sums hold.</param>
    public void Slide(int rows)
    {
        var perRow = new Vector<float>(1f / rows);
        for (int x = 0; x < _width; x += Vector<float>.Count)
        {
            (Vector.Load(Counts + x) * perRow).Store(Shares + x);
        }

        int plane = 0;
        for (; plane + 4 <= _planes; plane += 4)
        {
            SlideFour(plane);
        }

        for (; plane < _planes; plane++)
        {
            SlideOne(plane);
        }
    }

    public void Dispose() => PixelPool.Return(_block);

    // Four at once because each is a chain of additions that waits for itself. Sums are kept in double precision:
    // variances are small differences of these means.
    private void SlideFour(int plane)
    {
        float* a = Sums(plane), b = Sums(plane + 1), c = Sums(plane + 2), d = Sums(plane + 3);
        float* ma = Means(plane), mb = Means(plane + 1), mc = Means(plane + 2), md = Means(plane + 3);
        double sa = Start(a), sb = Start(b), sc = Start(c), sd = Start(d);
        int ahead = _radius;
        int behind = -_radius - 1;
        float* shares = Shares;
        for (int x = 0; x < _width; x++)
        {
            sa += a[x + ahead] - a[x + behind];
            sb += b[x + ahead] - b[x + behind];
            sc += c[x + ahead] - c[x + behind];
            sd += d[x + ahead] - d[x + behind];
            float share = shares[x];
            ma[x] = (float)sa * share;
            mb[x] = (float)sb * share;
            mc[x] = (float)sc * share;
            md[x] = (float)sd * share;
        }
    }

    private void SlideOne(int plane)
    {
        float* sums = Sums(plane);
        float* means = Means(plane);
        double sum = Start(sums);
        for (int x = 0; x < _width; x++)
        {
            sum += sums[x + _radius] - sums[x - _radius - 1];
            means[x] = (float)sum * Shares[x];
        }
    }

    // The window of column −1.
    private double Start(float* sums)
    {
        double sum = 0;
        for (int x = 0; x < _radius; x++)
        {
            sum += sums[x];
        }

        return sum;
    }

    private static int Align(int count) => (count + PlanarImage.RowAlignment - 1) / PlanarImage.RowAlignment * PlanarImage.RowAlignment;
}
