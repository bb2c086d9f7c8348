using System.Numerics;
using System.Runtime.CompilerServices;
using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>
/// How far an alpha is from being, in every small window, a linear function of the picture's colours: the matting Laplacian
/// of Levin, Lischinski and Weiss ("A Closed-Form Solution to Natural Image Matting", 2008) for windows of any size. Its
/// product with an alpha is found without the matrix (He, Sun and Tang, "Fast Matting Using Large Kernel Matting Laplacian
/// Matrices", 2010): what the windows' best fits leave of it, which takes as long for large windows as for small ones. Used
/// by one thread at a time; works on all.
/// </summary>
internal sealed class MattingLaplacian
{
    private const int MinRowsPerChunk = 16;

    private readonly int _width;
    private readonly int _height;
    private readonly int _radius;

    // Colours with a one, their means over the windows about each sample, and (Σ + εU)⁻¹ there.
    private readonly Vector4[] _colours;
    private readonly Vector4[] _means;
    private readonly Inverse[] _inverses;
    private readonly Vector4[] _sums;
    private readonly Vector4[] _fits;

    /// <param name="guide">3 channels in [0, 1].</param>
    /// <param name="radius">Of the windows.</param>
    /// <param name="epsilon">Variance that counts as flat, more than 0.</param>
    public MattingLaplacian(PlanarImage guide, int radius, float epsilon)
    {
        _width = guide.Width;
        _height = guide.Height;
        _radius = radius;
        int count = _width * _height;
        _colours = new Vector4[count];
        _means = new Vector4[count];
        _inverses = new Inverse[count];
        _sums = new Vector4[count];
        _fits = new Vector4[count];
        for (int y = 0; y < _height; y++)
        {
            ReadOnlySpan<float> red = guide.Row(0, y);
            ReadOnlySpan<float> green = guide.Row(1, y);
            ReadOnlySpan<float> blue = guide.Row(2, y);
            Span<Vector4> colours = Row(_colours, y);
            for (int x = 0; x < colours.Length; x++)
            {
                colours[x] = new Vector4(red[x], green[x], blue[x], 1);
            }
        }

        PixelThreads.ForRows(_height, MinRowsPerChunk, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                Invert(y, epsilon);
            }
        });
    }

    /// <summary>Lα, over the number of samples in a whole window.</summary>
    /// <param name="alpha">One value a sample, row by row.</param>
    /// <param name="product">As many.</param>
    public void Multiply(float[] alpha, float[] product)
    {
        PixelThreads.ForRows(_height, MinRowsPerChunk, (first, end) =>
        {
            Span<Vector4> weighted = new Vector4[_width];
            for (int y = first; y < end; y++)
            {
                ReadOnlySpan<Vector4> colours = Row(_colours, y);
                ReadOnlySpan<float> alphas = alpha.AsSpan(y * _width, _width);
                for (int x = 0; x < weighted.Length; x++)
                {
                    weighted[x] = alphas[x] * colours[x];
                }

                SumAlong(weighted, Row(_sums, y));
            }
        });
        PixelThreads.ForRows(_height, MinRowsPerChunk, (first, end) =>
        {
            Vector4[] fits = new Vector4[_width];
            for (int y = first; y < end; y++)
            {
                Fit(y, fits);
                SumAlong(fits, Row(_fits, y));
            }
        });
        PixelThreads.ForRows(_height, MinRowsPerChunk, (first, end) =>
        {
            float whole = Window(_radius, 2 * _radius) * Window(_radius, 2 * _radius);
            Span<Vector4> fits = new Vector4[_width];
            for (int y = first; y < end; y++)
            {
                SumAcross(_fits, y, fits);
                ReadOnlySpan<Vector4> colours = Row(_colours, y);
                Span<float> row = product.AsSpan(y * _width, _width);
                ReadOnlySpan<float> alphas = alpha.AsSpan(y * _width, _width);
                float rows = Window(y, _height - 1);
                for (int x = 0; x < row.Length; x++)
                {
                    row[x] = ((rows * Window(x, _width - 1) * alphas[x]) - Vector4.Dot(fits[x], colours[x])) / whole;
                }
            }
        });
    }

    /// <summary>The linear functions that fit best in the windows about a row's samples: factors of the colours, then a constant.</summary>
    private void Fit(int y, Span<Vector4> fits)
    {
        SumAcross(_sums, y, fits);
        ReadOnlySpan<Vector4> means = Row(_means, y);
        ReadOnlySpan<Inverse> inverses = _inverses.AsSpan(y * _width, _width);
        float rows = Window(y, _height - 1);
        for (int x = 0; x < fits.Length; x++)
        {
            Vector4 moments = fits[x] / (rows * Window(x, _width - 1));
            Vector4 covariance = moments - (moments.W * means[x]);
            Vector4 factors = inverses[x].Times(covariance);
            factors.W = moments.W - Vector4.Dot(factors, means[x] with { W = 0 });
            fits[x] = factors;
        }
    }

    private void Invert(int y, float epsilon)
    {
        Span<Vector4> means = Row(_means, y);
        Span<Inverse> inverses = _inverses.AsSpan(y * _width, _width);
        for (int x = 0; x < means.Length; x++)
        {
            Vector4 sum = default;
            Vector4 squares = default;
            Vector4 products = default;
            for (int v = Math.Max(0, y - _radius); v <= Math.Min(_height - 1, y + _radius); v++)
            {
                ReadOnlySpan<Vector4> colours = Row(_colours, v);
                for (int u = Math.Max(0, x - _radius); u <= Math.Min(_width - 1, x + _radius); u++)
                {
                    Vector4 colour = colours[u];
                    sum += colour;
                    squares += colour * colour;
                    products += colour * new Vector4(colour.Y, colour.Z, colour.X, 0);
                }
            }

            Vector4 mean = sum / sum.W;
            squares = (squares / sum.W) - (mean * mean) + new Vector4(epsilon);
            products = (products / sum.W) - (mean * new Vector4(mean.Y, mean.Z, mean.X, 0));
            means[x] = mean;
            inverses[x] = new Inverse(squares, products);
        }
    }

    /// <summary>How many samples of a line a window about one of them holds.</summary>
    private float Window(int at, int last) => Math.Min(at + _radius, last) - Math.Max(at - _radius, 0) + 1;

    private Span<Vector4> Row(Vector4[] samples, int y) => samples.AsSpan(y * _width, _width);

    private void SumAlong(ReadOnlySpan<Vector4> row, Span<Vector4> sums)
    {
        Vector4 sum = default;
        for (int x = -_radius; x < row.Length; x++)
        {
            sum += x + _radius < row.Length ? row[x + _radius] : default;
            sum -= x > _radius ? row[x - _radius - 1] : default;
            if (x >= 0)
            {
                sums[x] = sum;
            }
        }
    }

    private void SumAcross(Vector4[] rows, int y, Span<Vector4> sums)
    {
        int first = Math.Max(0, y - _radius);
        Row(rows, first).CopyTo(sums);
        for (int v = first + 1; v <= Math.Min(_height - 1, y + _radius); v++)
        {
            ReadOnlySpan<Vector4> row = Row(rows, v);
            for (int x = 0; x < sums.Length; x++)
            {
                sums[x] += row[x];
            }
        }
    }

    /// <summary>The inverse of a symmetric matrix of 3 × 3.</summary>
    private readonly struct Inverse
    {
        private readonly Vector4 _first;
        private readonly Vector4 _second;
        private readonly Vector4 _third;

        /// <param name="diagonal">Variances of red, green and blue.</param>
        /// <param name="rest">Covariances of red and green, green and blue, blue and red.</param>
        public Inverse(Vector4 diagonal, Vector4 rest)
        {
            // Colours along a line, as of grey things, leave little of a float's digits.
            (double rr, double gg, double bb) = (diagonal.X, diagonal.Y, diagonal.Z);
            (double rg, double gb, double br) = (rest.X, rest.Y, rest.Z);
            (double a, double b, double c) = ((gg * bb) - (gb * gb), (gb * br) - (rg * bb), (rg * gb) - (gg * br));
            (double d, double e, double f) = ((rr * bb) - (br * br), (rg * br) - (rr * gb), (rr * gg) - (rg * rg));
            double scale = 1 / ((rr * a) + (rg * b) + (br * c));
            _first = new Vector4((float)(scale * a), (float)(scale * b), (float)(scale * c), 0);
            _second = new Vector4(_first.Y, (float)(scale * d), (float)(scale * e), 0);
            _third = new Vector4(_first.Z, _second.Z, (float)(scale * f), 0);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector4 Times(Vector4 v) => (v.X * _first) + (v.Y * _second) + (v.Z * _third);
    }
}
