using System.Buffers;
using System.Security.Cryptography;

namespace Headshots.Storage.Encryption;

/// <summary>The content of an encrypted file, read-only and seekable; one chunk is held decrypted at a time.</summary>
internal sealed class DecryptingStream : Stream
{
    private readonly Stream _file;
    private readonly BlobCipher _cipher;
    private readonly string _name;
    private readonly long _stored;
    private readonly uint _chunks;
    private readonly byte[] _chunk = ArrayPool<byte>.Shared.Rent(BlobCipher.ChunkBytes);
    private readonly byte[] _plain = ArrayPool<byte>.Shared.Rent(BlobCipher.PlainBytes);
    private long _held = -1;
    private bool _disposed;

    /// <param name="file">Seekable; owned from now on.</param>
    /// <param name="cipher">Owned from now on.</param>
    /// <param name="name">For messages.</param>
    public DecryptingStream(Stream file, BlobCipher cipher, string name)
    {
        _file = file;
        _cipher = cipher;
        _name = name;
        _stored = file.Length - BlobHeader.Length;
        long chunks = Math.Max(1, (_stored + BlobCipher.ChunkBytes - 1) / BlobCipher.ChunkBytes);
        _chunks = checked((uint)chunks);
        Length = _stored - (chunks * BlobCipher.TagBytes);
        if (Length < 0 || _stored - ((chunks - 1) * BlobCipher.ChunkBytes) < BlobCipher.TagBytes)
        {
            throw Damaged(null);
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>Decrypts the first chunk, so that a file of another key, tenant or name is refused before anything is given out.</summary>
    public Task CheckAsync(CancellationToken cancellation) => HoldAsync(0, cancellation);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0 || Position >= Length)
        {
            return 0;
        }

        await HoldAsync(Position / BlobCipher.PlainBytes, cancellationToken);
        return Take(buffer.Span);
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0 || Position >= Length)
        {
            return 0;
        }

        long chunk = Position / BlobCipher.PlainBytes;
        if (chunk != _held)
        {
            _file.Position = PlaceOf(chunk);
            _file.ReadExactly(_chunk, 0, SizeOf(chunk));
            Decrypt(chunk);
        }

        return Take(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _file.Dispose();
            _cipher.Dispose();
            ArrayPool<byte>.Shared.Return(_chunk);

            // A photo must not come to light in somebody else's buffer.
            ArrayPool<byte>.Shared.Return(_plain, clearArray: true);
        }

        base.Dispose(disposing);
    }

    private async Task HoldAsync(long chunk, CancellationToken cancellation)
    {
        if (chunk != _held)
        {
            _file.Position = PlaceOf(chunk);
            await _file.ReadExactlyAsync(_chunk.AsMemory(0, SizeOf(chunk)), cancellation);
            Decrypt(chunk);
        }
    }

    private static long PlaceOf(long chunk) => BlobHeader.Length + (chunk * BlobCipher.ChunkBytes);

    private int SizeOf(long chunk) => (int)Math.Min(BlobCipher.ChunkBytes, _stored - (chunk * BlobCipher.ChunkBytes));

    private void Decrypt(long chunk)
    {
        _held = -1;
        try
        {
            _cipher.Decrypt((uint)chunk, last: chunk == _chunks - 1, _chunk.AsSpan(0, SizeOf(chunk)), _plain);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw Damaged(e);
        }

        _held = chunk;
    }

    private int Take(Span<byte> buffer)
    {
        int at = (int)(Position % BlobCipher.PlainBytes);
        int length = (int)Math.Min(Math.Min(buffer.Length, BlobCipher.PlainBytes - at), Length - Position);
        _plain.AsSpan(at, length).CopyTo(buffer);
        Position += length;
        return length;
    }

    private InvalidDataException Damaged(Exception? inner) => new(
        $"The file \"{_name}\" is not what was written there: it was changed, cut off, or belongs elsewhere. Restore it from a backup.", inner);
}
