using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Renditions;

/// <summary>
/// A rendition larger than its composition, tile by tile and straight to eight bits, since float planes of a wall print
/// would take half a gigabyte. The composition is enlarged; where the photo has more detail than it, that is added,
/// as strong as the composition still shows it; where it has none, slight sharpening and grain keep it from looking
/// like plastic.
/// </summary>
internal sealed class Enlargement : IDisposable
{
    private const int Tile = 512;

    /// <summary>Photo pixels per composed pixel from which on there is detail to add.</summary>
    private const float WorthAdding = 1.05f;

    /// <summary>Photo pixels per composed pixel at which the detail alone makes the picture sharp.</summary>
    private const float SharpByItself = 2;

    /// <summary>How much of the neighbours' difference is added before an enlargement to twice the size or more.</summary>
    private const float Sharpening = 0.7f;

    /// <summary>Standard deviation of the grain in mid-tones for each doubling, on the encoded scale, and the most of it.</summary>
    private const float GrainPerDoubling = 1.2f / 255;
    private const float MostGrain = 3f / 255;

    /// <summary>How far from the photo's edge its composition shows what lies beyond, in composed pixels.</summary>
    private const float EdgeReach = 3;

    private readonly Composition _composition;
    private readonly PictureSize _size;
    private readonly PlanarImage _base;
    private readonly PlanarImage? _asShot;
    private readonly PlanarImage? _gain;
    private readonly float _grain;

    private Enlargement(Composition composition, PictureSize size)
    {
        _composition = composition;
        _size = size;
        float detail = composition.Frame.Area.Width / composition.Width;
        float enlarged = (float)size.Width / composition.Width;

        // 0 where the photo has every pixel of this size, 1 where it was enlarged to twice its own.
        float doublings = MathF.Log2(Math.Max(1, enlarged / detail));
        float madeUp = Math.Min(1, doublings);
        _grain = Math.Min(MostGrain, GrainPerDoubling * doublings);
        _base = Sharpened(composition.Picture, Sharpening * madeUp * Math.Clamp((SharpByItself - detail) / (SharpByItself - 1), 0, 1));
        if (detail >= WorthAdding)
        {
            _asShot = Luma.Of(composition.AsShot);
            using PlanarImage finished = Luma.Of(composition.Picture);
            _gain = DetailGain.Of(finished, _asShot, composition.Alpha);
        }
    }

    /// <returns>The picture at that size; the caller's to dispose.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RgbImage Of(Composition composition, PictureSize size, CancellationToken cancellation)
    {
        using Enlargement enlargement = new(composition, size);
        RgbImage picture = RgbImage.Rent(size.Width, size.Height);
        try
        {
            int across = (size.Width + Tile - 1) / Tile;
            int down = (size.Height + Tile - 1) / Tile;
            WorkQueue.Run(across * down, i => enlargement.Fill(picture, i % across * Tile, i / across * Tile), cancellation);
            return picture;
        }
        catch
        {
            picture.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _base.Dispose();
        _asShot?.Dispose();
        _gain?.Dispose();
    }

    private static PlanarImage Sharpened(PlanarImage picture, float amount)
    {
        PlanarImage sharp = PlanarImage.Rent(picture.Width, picture.Height, 3);
        for (int channel = 0; channel < 3; channel++)
        {
            picture.Plane(channel).CopyTo(sharp.Plane(channel));
        }

        LightSharpening.Apply(sharp, amount);
        return sharp;
    }

    private void Fill(RgbImage picture, int left, int top)
    {
        int width = Math.Min(Tile, _size.Width - left);
        int height = Math.Min(Tile, _size.Height - top);
        float scaleX = (float)_composition.Width / _size.Width;
        float scaleY = (float)_composition.Height / _size.Height;
        RectF region = new(left * scaleX, top * scaleY, width * scaleX, height * scaleY);
        using PlanarImage tile = PlanarImage.Rent(width, height, 3);
        Resampler.Resize(_base, region, tile);
        if (_gain is not null)
        {
            AddDetail(tile, region, left, top);
        }

        if (_grain > 0)
        {
            AddGrain(tile, region, left, top);
        }

        Quantise(tile, picture, left, top);
    }

    /// <summary>What the photo shows at this size and the composition's own sampling of it does not.</summary>
    private void AddDetail(PlanarImage tile, RectF region, int left, int top)
    {
        using PlanarImage gain = PlanarImage.Rent(tile.Width, tile.Height, 1);
        Resampler.Resize(_gain!, region, gain, new ResizeOptions { Kernel = ResizeKernel.Bilinear, KeepOvershoot = true });
        if (gain.Plane(0).IndexOfAnyExceptInRange(-1e-3f, 1e-3f) < 0)
        {
            return;
        }

        using PlanarImage known = PlanarImage.Rent(tile.Width, tile.Height, 1);
        Resampler.Resize(_asShot!, region, known);
        using PlanarImage crop = PlanarImage.Rent(tile.Width, tile.Height, 3);
        PhotoCrop.Sample(_composition.Seen, _composition.Frame, _size.Width, _size.Height, crop, left, top);
        Span<float> full = stackalloc float[Tile];
        for (int y = 0; y < tile.Height; y++)
        {
            Span<float> detail = full[..tile.Width];
            Luma.OfRow(crop, y, detail);
            ReadOnlySpan<float> had = known.Row(0, y);
            ReadOnlySpan<float> strength = gain.Row(0, y);
            (int first, int end) = Held(left, top + y, tile.Width);
            for (int x = 0; x < detail.Length; x++)
            {
                detail[x] = x >= first && x < end ? strength[x] * (detail[x] - had[x]) : 0;
            }

            Add(tile, y, detail);
        }
    }

    /// <summary>Which pixels of a tile's row the photo holds; beyond, the person is carried on and there is no detail.</summary>
    private (int First, int End) Held(int left, int row, int width)
    {
        Matrix3x2 toPhoto = _composition.Frame.PictureToPhoto(_size.Width, _size.Height);
        RectF content = _composition.Seen.Content;
        Vector2 at = Vector2.Transform(new Vector2(left + 0.5f, row + 0.5f), toPhoto);
        Vector2 step = new(toPhoto.M11, toPhoto.M12);
        float inset = EdgeReach * _composition.Frame.Area.Height / _composition.Height;
        (float first, float end) = Between(at.X, step.X, content.X + inset, content.Right - inset);
        (float from, float to) = Between(at.Y, step.Y, content.Y + inset, content.Bottom - inset);
        return ((int)MathF.Ceiling(Math.Clamp(Math.Max(first, from), 0, width)), (int)MathF.Floor(Math.Clamp(Math.Min(end, to), -1, width)) + 1);
    }

    /// <summary>The steps at which a point that moves along a line lies between two limits.</summary>
    private static (float First, float End) Between(float at, float step, float low, float high)
    {
        if (Math.Abs(step) < 1e-6f)
        {
            return at >= low && at <= high ? (float.MinValue, float.MaxValue) : (float.MaxValue, float.MinValue);
        }

        float a = (low - at) / step;
        float b = (high - at) / step;
        return (Math.Min(a, b), Math.Max(a, b));
    }

    /// <summary>On the person only: a background of the brand's colour stays exactly that.</summary>
    private void AddGrain(PlanarImage tile, RectF region, int left, int top)
    {
        using PlanarImage alpha = PlanarImage.Rent(tile.Width, tile.Height, 1);
        Resampler.Resize(_composition.Alpha, region, alpha, new ResizeOptions { Kernel = ResizeKernel.Bilinear });
        Span<float> row = stackalloc float[Tile];
        for (int y = 0; y < tile.Height; y++)
        {
            Span<float> grain = row[..tile.Width];
            ReadOnlySpan<float> pattern = Grain.Row(top + y);
            ReadOnlySpan<float> person = alpha.Row(0, y);
            ReadOnlySpan<float> tone = tile.Row(1, y);
            for (int x = 0; x < grain.Length; x++)
            {
                // As on film, most in the mid-tones, none in black and white.
                float visible = 4 * tone[x] * (1 - tone[x]);
                grain[x] = _grain * visible * person[x] * pattern[(left + x) & (Grain.Side - 1)];
            }

            Add(tile, y, grain);
        }
    }

    private static void Add(PlanarImage tile, int y, ReadOnlySpan<float> luma)
    {
        for (int channel = 0; channel < 3; channel++)
        {
            Span<float> row = tile.Row(channel, y);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] += luma[x];
            }
        }
    }

    private static void Quantise(PlanarImage tile, RgbImage picture, int left, int top)
    {
        for (int y = 0; y < tile.Height; y++)
        {
            ReadOnlySpan<float> red = tile.Row(0, y);
            ReadOnlySpan<float> green = tile.Row(1, y);
            ReadOnlySpan<float> blue = tile.Row(2, y);
            Span<byte> to = picture.Row(top + y).Slice(3 * left, 3 * tile.Width);
            for (int x = 0, i = 0; x < red.Length; x++, i += 3)
            {
                to[i] = Byte(red[x]);
                to[i + 1] = Byte(green[x]);
                to[i + 2] = Byte(blue[x]);
            }
        }
    }

    private static byte Byte(float value) => (byte)((Math.Clamp(value, 0, 1) * 255) + 0.5f);
}
