using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Light;

/// <summary>
/// A luma plane and, row by row, its finest detail: what a binomial 5 × 5 mean takes away. On large pictures the taps lie
/// further apart, so that a face is sharpened alike at every size.
/// </summary>
internal sealed class FineDetail : IDisposable
{
    /// <summary>Distance between the eyes, in pixels, per pixel between taps.</summary>
    private const float InterEye = 190;

    private const int MinRowsPerChunk = 32;

    private readonly PlanarImage _luma;

    private FineDetail(PlanarImage luma, int step)
    {
        _luma = luma;
        Step = step;
    }

    /// <summary>Pixels between taps.</summary>
    public int Step { get; }

    /// <param name="picture">3 channels, sRGB-encoded.</param>
    /// <param name="interEye">Pixels between the eyes.</param>
    public static FineDetail Of(PlanarImage picture, float interEye) => Of(picture, interEye, 0, picture.Height);

    /// <summary>The same of some rows of a picture.</summary>
    /// <param name="picture">3 channels, sRGB-encoded.</param>
    /// <param name="interEye">Pixels between the eyes.</param>
    /// <param name="first">First row.</param>
    /// <param name="count">1 or more.</param>
    public static FineDetail Of(PlanarImage picture, float interEye, int first, int count)
    {
        PlanarImage luma = PlanarImage.Rent(picture.Width, count, 1);
        Vector3 weights = Xyz.FromLinearSrgb.Row2;
        PixelThreads.ForRows(count, MinRowsPerChunk, (from, end) =>
        {
            for (int y = from; y < end; y++)
            {
                ReadOnlySpan<float> red = picture.Row(0, first + y);
                ReadOnlySpan<float> green = picture.Row(1, first + y);
                ReadOnlySpan<float> blue = picture.Row(2, first + y);
                Span<float> row = luma.Row(0, y);
                int x = 0;
                for (; x <= row.Length - Vector<float>.Count; x += Vector<float>.Count)
                {
                    ((weights.X * new Vector<float>(red[x..])) + (weights.Y * new Vector<float>(green[x..]))
                        + (weights.Z * new Vector<float>(blue[x..]))).CopyTo(row[x..]);
                }

                for (; x < row.Length; x++)
                {
                    row[x] = (weights.X * red[x]) + (weights.Y * green[x]) + (weights.Z * blue[x]);
                }
            }
        });
        return new FineDetail(luma, Math.Max(1, (int)MathF.Round(interEye / InterEye)));
    }

    /// <summary>A row of luma, <see cref="RowLength"/> long.</summary>
    public ReadOnlySpan<float> Luma(int y) => _luma.Plane(0).Slice(y * _luma.Stride, _luma.Stride);

    /// <summary>The detail of a row, and the least and most luma among neighbours.</summary>
    /// <param name="y">Row.</param>
    /// <param name="scratch">Three times <see cref="ScratchLength"/>.</param>
    /// <param name="detail"><see cref="RowLength"/> long.</param>
    /// <param name="least"><see cref="RowLength"/> long.</param>
    /// <param name="most"><see cref="RowLength"/> long.</param>
    public void Row(int y, float[] scratch, Span<float> detail, Span<float> least, Span<float> most)
    {
        int length = ScratchLength;
        int margin = 2 * Step;
        Span<float> mean = scratch.AsSpan(0, length);
        Span<float> low = scratch.AsSpan(length, length);
        Span<float> high = scratch.AsSpan(2 * length, length);
        Down(y, mean[margin..], low[margin..], high[margin..]);
        Extend(mean, margin);
        Extend(low, margin);
        Extend(high, margin);
        ReadOnlySpan<float> luma = Luma(y);
        for (int x = 0; x < luma.Length; x += Vector<float>.Count)
        {
            Vector<float> sum = (6 * At(mean, x + margin)) + (4 * (At(mean, x + margin - Step) + At(mean, x + margin + Step)))
                + At(mean, x) + At(mean, x + (2 * margin));
            (At(luma, x) - (sum * (1f / 16))).CopyTo(detail[x..]);
            Vector.Min(At(low, x + margin), Vector.Min(At(low, x + margin - Step), At(low, x + margin + Step))).CopyTo(least[x..]);
            Vector.Max(At(high, x + margin), Vector.Max(At(high, x + margin - Step), At(high, x + margin + Step))).CopyTo(most[x..]);
        }
    }

    /// <summary>Floats to a row: whole vectors, the last of which may reach beyond the picture.</summary>
    public int RowLength => _luma.Stride;

    /// <summary>Floats to a row with its margins.</summary>
    public int ScratchLength => RowLength + (4 * Step);

    public void Dispose() => _luma.Dispose();

    private void Down(int y, Span<float> mean, Span<float> low, Span<float> high)
    {
        ReadOnlySpan<float> a = Clamped(y - (2 * Step));
        ReadOnlySpan<float> b = Clamped(y - Step);
        ReadOnlySpan<float> c = Luma(y);
        ReadOnlySpan<float> d = Clamped(y + Step);
        ReadOnlySpan<float> e = Clamped(y + (2 * Step));
        for (int x = 0; x < c.Length; x += Vector<float>.Count)
        {
            Vector<float> above = At(b, x);
            Vector<float> here = At(c, x);
            Vector<float> below = At(d, x);
            ((At(a, x) + At(e, x) + (4 * (above + below)) + (6 * here)) * (1f / 16)).CopyTo(mean[x..]);
            Vector.Min(here, Vector.Min(above, below)).CopyTo(low[x..]);
            Vector.Max(here, Vector.Max(above, below)).CopyTo(high[x..]);
        }
    }

    private void Extend(Span<float> row, int margin)
    {
        row[..margin].Fill(row[margin]);
        row[(margin + _luma.Width)..].Fill(row[margin + _luma.Width - 1]);
    }

    private ReadOnlySpan<float> Clamped(int y) => Luma(Math.Clamp(y, 0, _luma.Height - 1));

    private static Vector<float> At(ReadOnlySpan<float> row, int x) => new(row[x..]);
}
