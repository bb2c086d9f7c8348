using System.Numerics;

namespace Headshots.Imaging;

/// <summary>Means over square windows.</summary>
public static unsafe class BoxFilter
{
    /// <summary>
    /// Each channel's mean over the (2·radius + 1)² window around each pixel, as far as it lies inside the image. The
    /// time does not depend on the radius. Uses <see cref="PixelThreads"/>.
    /// </summary>
    /// <param name="source">Any finite values.</param>
    /// <param name="target">Another image of the same size and channels.</param>
    /// <param name="radius">0 or more.</param>
    public static void Mean(PlanarImage source, PlanarImage target, int radius)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        if (ReferenceEquals(source, target) || source.Width != target.Width || source.Height != target.Height
            || source.Channels != target.Channels)
        {
            throw new ArgumentException("Needs another image of the same size and channels.", nameof(target));
        }

        int reach = Math.Min(radius, Math.Max(source.Width, source.Height));
        RunningWindow.ForStrips(source.Height, reach, (from, end) =>
        {
            using var window = new RunningWindow(source.Channels, source.Width, reach);
            for (int y = Math.Max(0, from - reach); y < Math.Min(source.Height, from + reach); y++)
            {
                Add(source, y, Vector<float>.One, window);
            }

            for (int y = from; y < end; y++)
            {
                if (y + reach < source.Height)
                {
                    Add(source, y + reach, Vector<float>.One, window);
                }

                window.Slide(Math.Min(y + reach, source.Height - 1) - Math.Max(y - reach, 0) + 1);
                for (int c = 0; c < source.Channels; c++)
                {
                    new ReadOnlySpan<float>(window.Means(c), source.Width).CopyTo(target.Row(c, y));
                }

                if (y - reach >= 0)
                {
                    Add(source, y - reach, -Vector<float>.One, window);
                }
            }
        });
    }

    private static void Add(PlanarImage source, int y, Vector<float> sign, RunningWindow window)
    {
        for (int c = 0; c < source.Channels; c++)
        {
            float* from = source.Address(c, y);
            float* sums = window.Sums(c);
            int x = 0;
            for (; x <= source.Width - Vector<float>.Count; x += Vector<float>.Count)
            {
                Vector.FusedMultiplyAdd(Vector.Load(from + x), sign, Vector.Load(sums + x)).Store(sums + x);
            }

            for (; x < source.Width; x++)
            {
                sums[x] += from[x] * sign[0];
            }
        }
    }
}
