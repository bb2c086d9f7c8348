using System.Buffers;
using System.Security.Cryptography;

namespace Headshots.Storage.Encryption;

/// <summary>Reads a content and gives out its encrypted form, chunk by chunk; remembers what it read.</summary>
internal sealed class EncryptingStream : Stream
{
    private readonly Stream _content;
    private readonly BlobCipher _cipher;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>One chunk is read ahead, since only the end of the content tells which is the last.</summary>
    private byte[] _plain = ArrayPool<byte>.Shared.Rent(BlobCipher.PlainBytes);
    private byte[] _ahead = ArrayPool<byte>.Shared.Rent(BlobCipher.PlainBytes);
    private readonly byte[] _out = ArrayPool<byte>.Shared.Rent(BlobCipher.ChunkBytes);
    private int _outAt;
    private int _outEnd;
    private int _aheadLength = -1;
    private uint _chunk;
    private bool _ended;
    private bool _disposed;

    public EncryptingStream(Stream content, BlobHeader header, BlobCipher cipher)
    {
        _content = content;
        _cipher = cipher;
        header.Write(_out);
        _outEnd = BlobHeader.Length;
    }

    /// <summary>Of the content, as far as it was read.</summary>
    public long PlainLength { get; private set; }

    /// <summary>Of the content, once all was read.</summary>
    public string PlainSha256() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_outAt == _outEnd && !_ended && buffer.Length > 0)
        {
            await NextAsync(cancellationToken);
        }

        int length = Math.Min(buffer.Length, _outEnd - _outAt);
        _out.AsMemory(_outAt, length).CopyTo(buffer);
        _outAt += length;
        return length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Blob stores read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _hash.Dispose();
            foreach (byte[] rented in new[] { _plain, _ahead, _out })
            {
                ArrayPool<byte>.Shared.Return(rented, clearArray: true);
            }
        }

        base.Dispose(disposing);
    }

    private async Task NextAsync(CancellationToken cancellation)
    {
        if (_aheadLength < 0)
        {
            _aheadLength = await FillAsync(_ahead, cancellation);
        }

        (_plain, _ahead) = (_ahead, _plain);
        int length = _aheadLength;
        _aheadLength = length == BlobCipher.PlainBytes ? await FillAsync(_ahead, cancellation) : 0;
        bool last = _aheadLength == 0;
        _hash.AppendData(_plain, 0, length);
        PlainLength += length;
        _cipher.Encrypt(_chunk, last, _plain.AsSpan(0, length), _out);
        _chunk = checked(_chunk + 1);
        (_outAt, _outEnd, _ended) = (0, length + BlobCipher.TagBytes, last);
    }

    private ValueTask<int> FillAsync(byte[] buffer, CancellationToken cancellation) =>
        _content.ReadAtLeastAsync(buffer.AsMemory(0, BlobCipher.PlainBytes), BlobCipher.PlainBytes, throwOnEndOfStream: false, cancellation);
}
