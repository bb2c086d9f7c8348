using System.Buffers;
using System.Security.Cryptography;

namespace Headshots.Storage.Disk;

/// <summary>Reads and writes one blob's file.</summary>
internal static class BlobFile
{
    private const int BufferBytes = 128 * 1024;

    private const int NoSpaceOnUnix = 28;

    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    private const int HandleDiskFullOnWindows = unchecked((int)0x80070027);

    /// <summary>Only the account the program runs as may read a photo.</summary>
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static FileStream Create(string path)
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Private;
        }

        return new FileStream(path, options);
    }

    /// <summary>Writes content and trailer through to the disk.</summary>
    /// <returns>The content's length and SHA-256.</returns>
    public static async Task<(long Bytes, byte[] Hash)> WriteAsync(FileStream file, Stream content, CancellationToken cancellation)
    {
        using IncrementalHash hashing = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long bytes = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
            {
                hashing.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                bytes += read;
            }

            byte[] hash = hashing.GetHashAndReset();
            await file.WriteAsync(BlobTrailer.Make(hash), cancellation);
            file.Flush(flushToDisk: true);
            return (bytes, hash);
        }
        finally
        {
            // A photo must not come to light in somebody else's buffer.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Opens a file and compares its content with its checksum; null when there is none.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static async Task<Stream?> OpenAsync(string path, string key, CancellationToken cancellation)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 4096, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        try
        {
            long length = file.Length - BlobTrailer.Length;
            if (length < 0 || !await IsWholeAsync(file, length, cancellation))
            {
                throw new InvalidDataException($"The file \"{key}\" is damaged: it does not fit its checksum. Restore it from a backup.");
            }

            file.Position = 0;
            return new BlobFileStream(file, length);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public static bool IsDiskFull(IOException e) => e.HResult is NoSpaceOnUnix or DiskFullOnWindows or HandleDiskFullOnWindows;

    private static async Task<bool> IsWholeAsync(FileStream file, long length, CancellationToken cancellation)
    {
        using IncrementalHash hashing = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long left = length;
            while (left > 0)
            {
                int read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, BufferBytes)), cancellation);
                if (read == 0)
                {
                    return false;
                }

                hashing.AppendData(buffer, 0, read);
                left -= read;
            }

            byte[] trailer = new byte[BlobTrailer.Length];
            await file.ReadExactlyAsync(trailer, cancellation);
            return BlobTrailer.Fits(trailer, hashing.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
