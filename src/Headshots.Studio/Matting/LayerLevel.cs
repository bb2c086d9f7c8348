using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>
/// One level of the pyramid of <see cref="ForegroundColours"/>: an image I, its alpha, and the two layers F and B being
/// solved for so that I = αF + (1 − α)B while both change little where alpha changes little.
/// </summary>
internal sealed class LayerLevel : IDisposable
{
    /// <summary>Levels up to this side are solved everywhere; above, only in and around the half-transparent band.</summary>
    private const int WholeSide = 256;

    /// <summary>How far around the band a level is solved, in pixels: what the next finer level's band reads.</summary>
    private const int Reach = 2;

    /// <summary>Smoothness where alpha is constant, and what is added per unit of alpha's gradient.</summary>
    private const float Smoothness = 1e-5f;

    private readonly PlanarImage _image;
    private readonly PlanarImage _alpha;
    private readonly bool _owned;
    private readonly PlanarImage _foreground;
    private readonly PlanarImage _background;
    private readonly (int Start, int End)[][] _runs;

    private LayerLevel(PlanarImage image, PlanarImage alpha, bool owned)
    {
        _image = image;
        _alpha = alpha;
        _owned = owned;
        _foreground = PlanarImage.Rent(image.Width, image.Height, 3);
        _background = PlanarImage.Rent(image.Width, image.Height, 3);
        _runs = Math.Max(Width, Height) <= WholeSide
            ? [.. Enumerable.Repeat<(int, int)[]>([(0, Width)], Height)]
            : SoftBand.Around(alpha, Reach);
    }

    public int Width => _image.Width;

    public int Height => _image.Height;

    public static LayerLevel Finest(PlanarImage image, PlanarImage alpha) => new(image, alpha, owned: false);

    /// <summary>The next coarser level: means of 2 × 2 pixels.</summary>
    public LayerLevel Halve()
    {
        PlanarImage image = PlanarImage.Rent((Width + 1) / 2, (Height + 1) / 2, 3);
        PlanarImage alpha = PlanarImage.Rent(image.Width, image.Height, 1);
        for (int channel = 0; channel < 3; channel++)
        {
            Halve(_image, channel, image);
        }

        Halve(_alpha, 0, alpha);
        return new LayerLevel(image, alpha, owned: true);
    }

    public void StartFromImage()
    {
        for (int channel = 0; channel < 3; channel++)
        {
            _image.Plane(channel).CopyTo(_foreground.Plane(channel));
            _image.Plane(channel).CopyTo(_background.Plane(channel));
        }
    }

    public void StartFrom(LayerLevel coarser)
    {
        PixelThreads.ForRows(Height, 64, (first, last) =>
        {
            for (int y = first; y < last; y++)
            {
                for (int channel = 0; channel < 3; channel++)
                {
                    Double(coarser._foreground.Row(channel, y / 2), _foreground.Row(channel, y));
                    Double(coarser._background.Row(channel, y / 2), _background.Row(channel, y));
                }
            }
        });
    }

    /// <summary>
    /// One half of a red–black Gauss–Seidel round: every second pixel is solved from its four neighbours, which the other
    /// half owns, so rows can run in parallel and the result is always the same.
    /// </summary>
    public void Relax(int parity) => PixelThreads.ForRows(Height, 32, (first, last) =>
    {
        for (int y = first; y < last; y++)
        {
            foreach ((int start, int end) in _runs[y])
            {
                for (int x = start + ((start + y + parity) & 1); x < end; x += 2)
                {
                    Solve(x, y);
                }
            }
        }
    });

    /// <summary>Turns an alpha of the same size from a share of encoded values into the share of the light.</summary>
    public void MeasureLight(PlanarImage alpha) => LightShare.Measure(_image, _foreground, _background, _runs, alpha);

    /// <summary>Copies the foreground over a picture of the same size, inside the band.</summary>
    public void WriteForeground(PlanarImage picture)
    {
        for (int y = 0; y < Height; y++)
        {
            foreach ((int start, int end) in _runs[y])
            {
                for (int channel = 0; channel < 3; channel++)
                {
                    _foreground.Row(channel, y)[start..end].CopyTo(picture.Row(channel, y)[start..end]);
                }
            }
        }
    }

    public void Dispose()
    {
        if (_owned)
        {
            _image.Dispose();
            _alpha.Dispose();
        }

        _foreground.Dispose();
        _background.Dispose();
    }

    /// <summary>The 2 × 2 normal equations of a pixel: [α² + Σd, α(1−α); ·, (1−α)² + Σd] · [F; B] = [αI + ΣdFₙ; (1−α)I + ΣdBₙ].</summary>
    private void Solve(int x, int y)
    {
        int stride = _alpha.Stride;
        int at = (y * stride) + x;
        ref float alpha = ref MemoryMarshal.GetReference(_alpha.Plane(0));
        float a = Unsafe.Add(ref alpha, at);
        Span<int> neighbours =
        [
            x > 0 ? at - 1 : at, x < Width - 1 ? at + 1 : at, y > 0 ? at - stride : at, y < Height - 1 ? at + stride : at,
        ];
        Span<float> weights = stackalloc float[4];
        float sum = 0;
        for (int n = 0; n < 4; n++)
        {
            weights[n] = Smoothness + Math.Abs(a - Unsafe.Add(ref alpha, neighbours[n]));
            sum += weights[n];
        }

        float b = 1 - a;
        float ff = (a * a) + sum;
        float fb = a * b;
        float bb = (b * b) + sum;
        float scale = 1 / ((ff * bb) - (fb * fb));
        for (int channel = 0; channel < 3; channel++)
        {
            Span<float> fore = _foreground.Plane(channel);
            Span<float> back = _background.Plane(channel);
            float seen = _image.Plane(channel)[at];
            float f = a * seen;
            float g = b * seen;
            for (int n = 0; n < 4; n++)
            {
                f += weights[n] * fore[neighbours[n]];
                g += weights[n] * back[neighbours[n]];
            }

            fore[at] = Math.Clamp(scale * ((bb * f) - (fb * g)), 0, 1);
            back[at] = Math.Clamp(scale * ((ff * g) - (fb * f)), 0, 1);
        }
    }

    private static void Halve(PlanarImage source, int channel, PlanarImage target)
    {
        for (int y = 0; y < target.Height; y++)
        {
            ReadOnlySpan<float> upper = source.Row(channel, 2 * y);
            ReadOnlySpan<float> lower = source.Row(channel, Math.Min((2 * y) + 1, source.Height - 1));
            Span<float> row = target.Row(channel, y);
            int pairs = source.Width / 2;
            for (int x = 0; x < pairs; x++)
            {
                row[x] = (upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1]) / 4;
            }

            if (pairs < row.Length)
            {
                row[pairs] = (upper[^1] + lower[^1]) / 2;
            }
        }
    }

    private static void Double(ReadOnlySpan<float> coarse, Span<float> fine)
    {
        for (int x = 0; x < fine.Length; x++)
        {
            fine[x] = coarse[x >> 1];
        }
    }
}
