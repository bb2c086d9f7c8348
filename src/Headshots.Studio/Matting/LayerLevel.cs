using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
            PyramidRows.Halve(_image, channel, image);
        }

        PyramidRows.Halve(_alpha, 0, alpha);
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

    /// <summary>Takes over the layers of the next coarser level where this one is solved, and beside it.</summary>
    public void StartFrom(LayerLevel coarser)
    {
        PixelThreads.ForRows(Height, 64, (first, last) =>
        {
            for (int y = first; y < last; y++)
            {
                (int start, int end) = Extent(y);
                for (int channel = 0; channel < 3; channel++)
                {
                    PyramidRows.Double(coarser._foreground.Row(channel, y / 2), _foreground.Row(channel, y), start, end);
                    PyramidRows.Double(coarser._background.Row(channel, y / 2), _background.Row(channel, y), start, end);
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
        var planes = new LayerPlanes(_image, _foreground, _background);
        for (int y = first; y < last; y++)
        {
            foreach ((int start, int end) in _runs[y])
            {
                for (int x = start + ((start + y + parity) & 1); x < end; x += 2)
                {
                    Solve(planes, x, y);
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

    /// <summary>What of a row the solving of its neighbours and of itself reads.</summary>
    private (int Start, int End) Extent(int y)
    {
        int start = Width;
        int end = 0;
        for (int near = Math.Max(0, y - 1); near <= Math.Min(Height - 1, y + 1); near++)
        {
            if (_runs[near].Length > 0)
            {
                start = Math.Min(start, Math.Max(0, _runs[near][0].Start - 1));
                end = Math.Max(end, Math.Min(Width, _runs[near][^1].End + 1));
            }
        }

        return (Math.Min(start, end), end);
    }

    /// <summary>The 2 × 2 normal equations of a pixel: [α² + Σd, α(1−α); ·, (1−α)² + Σd] · [F; B] = [αI + ΣdFₙ; (1−α)I + ΣdBₙ].</summary>
    private void Solve(in LayerPlanes planes, int x, int y)
    {
        int stride = _alpha.Stride;
        int at = (y * stride) + x;
        ref float alpha = ref MemoryMarshal.GetReference(_alpha.Plane(0));
        float a = Unsafe.Add(ref alpha, at);
        int left = x > 0 ? at - 1 : at;
        int right = x < Width - 1 ? at + 1 : at;
        int up = y > 0 ? at - stride : at;
        int down = y < Height - 1 ? at + stride : at;

        // In the order left, right, up, down.
        Vector128<float> weights = Vector128.Create(Smoothness) + Vector128.Abs(
            Vector128.Create(a) - Vector128.Create(
                Unsafe.Add(ref alpha, left), Unsafe.Add(ref alpha, right), Unsafe.Add(ref alpha, up), Unsafe.Add(ref alpha, down)));
        float sum = Vector128.Sum(weights);
        float b = 1 - a;
        float ff = (a * a) + sum;
        float fb = a * b;
        float bb = (b * b) + sum;
        float scale = 1 / ((ff * bb) - (fb * fb));
        for (int channel = 0; channel < 3; channel++)
        {
            ref float fore = ref planes.Foreground(channel);
            ref float back = ref planes.Background(channel);
            float seen = Unsafe.Add(ref planes.Image(channel), at);
            float f = (a * seen) + Vector128.Dot(weights, Vector128.Create(
                Unsafe.Add(ref fore, left), Unsafe.Add(ref fore, right), Unsafe.Add(ref fore, up), Unsafe.Add(ref fore, down)));
            float g = (b * seen) + Vector128.Dot(weights, Vector128.Create(
                Unsafe.Add(ref back, left), Unsafe.Add(ref back, right), Unsafe.Add(ref back, up), Unsafe.Add(ref back, down)));
            Unsafe.Add(ref fore, at) = Math.Clamp(scale * ((bb * f) - (fb * g)), 0, 1);
            Unsafe.Add(ref back, at) = Math.Clamp(scale * ((ff * g) - (fb * f)), 0, 1);
        }
    }
}
