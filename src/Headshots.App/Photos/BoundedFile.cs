using Headshots.Imaging;

namespace Headshots.App.Photos;

/// <summary>Why a file was not read.</summary>
internal sealed class Unread
{
    private Unread()
    {
    }

    /// <summary>Nothing is in it: an empty file, or a pipe, socket or device, which have no length.</summary>
    public static Unread NoContent { get; } = new();

    /// <summary>It holds more than was allowed.</summary>
    public static Unread TooLarge { get; } = new();
}

/// <summary>Reads files of a disk whole, and of nothing more than was allowed.</summary>
internal static class BoundedFile
{
    /// <summary>
    /// Reads a file. What has no length is never opened, since opening a pipe waits for its writer and a device such as
    /// <c>/dev/zero</c> never ends; a file that grows meanwhile is not followed beyond the limit.
    /// </summary>
    /// <exception cref="IOException">The file is not there, is a folder, or the disk does not answer.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Result<byte[], Unread> Read(string path, long maxBytes)
    {
        long length = new FileInfo(path).Length;
        if (length == 0)
        {
            return Unread.NoContent;
        }

        if (length > maxBytes)
        {
            return Unread.TooLarge;
        }

        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return file.CanSeek ? Read(file, maxBytes) : Unread.NoContent;
    }

    /// <summary>Reads to the end, or until one byte more than allowed has come.</summary>
    internal static Result<byte[], Unread> Read(Stream stream, long maxBytes)
    {
        using MemoryStream content = new();
        byte[] part = new byte[1 << 16];
        while (content.Length <= maxBytes)
        {
            int read = stream.Read(part, 0, (int)Math.Min(part.Length, maxBytes + 1 - content.Length));
            if (read == 0)
            {
                return content.ToArray();
            }

            content.Write(part, 0, read);
        }

        return Unread.TooLarge;
    }
}
