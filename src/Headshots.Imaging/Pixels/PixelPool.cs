namespace Headshots.Imaging;

/// <summary>
/// Where images get their memory from, so that rendering a batch neither grows the heap nor pays again for the page
/// faults of fresh memory. A block is kept when its image is disposed and handed out to the next image that needs
/// between 80 and 100 % of it. What is kept is bounded by <see cref="RetainedLimit"/>: the longest unused goes first.
/// Safe for use by many threads.
/// </summary>
public static class PixelPool
{
    private const int Granularity = 4096;
    private const int MaxRetainedBlocks = 96;

    private static readonly Lock Gate = new();
    private static readonly List<PixelBlock> Retained = new(MaxRetainedBlocks);
    private static long _retainedBytes;
    private static long _retainedLimit = 128L << 20;

    /// <summary>Bytes kept for reuse at most, 0 or more; 128 MiB by default. Lowering it lets go of the excess.</summary>
    public static long RetainedLimit
    {
        get => Interlocked.Read(ref _retainedLimit);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            lock (Gate)
            {
                _retainedLimit = value;
                DropOldest(value);
            }
        }
    }

    /// <summary>Bytes kept for reuse now; those in images in use are not counted.</summary>
    public static long RetainedBytes => Interlocked.Read(ref _retainedBytes);

    /// <summary>Lets go of everything kept: for the end of a batch.</summary>
    public static void Trim()
    {
        lock (Gate)
        {
            DropOldest(0);
        }
    }

    /// <summary>A block of at least that many bytes with undefined content.</summary>
    internal static PixelBlock Rent(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        lock (Gate)
        {
            int best = -1;
            long ceiling = bytes + (bytes / 4L) + Granularity;
            for (int i = Retained.Count - 1; i >= 0; i--)
            {
                int capacity = Retained[i].Capacity;
                if (capacity >= bytes && capacity <= ceiling && (best < 0 || capacity < Retained[best].Capacity))
                {
                    best = i;
                }
            }

            if (best >= 0)
            {
                PixelBlock block = Retained[best];
                Retained.RemoveAt(best);
                _retainedBytes -= block.Capacity;
                return block;
            }
        }

        long rounded = (bytes + (long)Granularity - 1) / Granularity * Granularity;
        return new PixelBlock((int)Math.Min(rounded, Array.MaxLength - PixelBlock.Alignment));
    }

    internal static PixelBlock RentFloats(int count) => Rent(checked(count * sizeof(float)));

    /// <summary>Takes a block back; nobody may use it afterwards.</summary>
    internal static void Return(PixelBlock block)
    {
        if (!TryRetain(block))
        {
            block.Free();
        }
    }

    private static bool TryRetain(PixelBlock block)
    {
        lock (Gate)
        {
            if (block.Capacity > _retainedLimit)
            {
                return false;
            }

            DropOldest(_retainedLimit - block.Capacity);
            if (Retained.Count == MaxRetainedBlocks)
            {
                DropOldest(_retainedBytes - 1);
            }

            Retained.Add(block);
            _retainedBytes += block.Capacity;
            return true;
        }
    }

    private static void DropOldest(long limit)
    {
        int drop = 0;
        while (_retainedBytes > limit)
        {
            PixelBlock oldest = Retained[drop++];
            _retainedBytes -= oldest.Capacity;
            oldest.Free();
        }

        Retained.RemoveRange(0, drop);
    }
}
