using System.Buffers;

namespace Headshots.Imaging;

/// <summary>Where images get their memory from, so that rendering a batch does not grow the heap.</summary>
internal static class PixelPool
{
    public static T[] Rent<T>(int length) => ArrayPool<T>.Shared.Rent(length);

    public static void Return<T>(T[] array) => ArrayPool<T>.Shared.Return(array);
}
