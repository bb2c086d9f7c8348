using Headshots.Core.Shared;
using Headshots.Storage.Disk;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Headshots.Storage.Tests.Disk;

/// <remarks>One class after the other: what the process allocates is measured in one of them.</remarks>
[Collection("Stores")]
public sealed class DiskBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("headshots-blobs-");

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddYears(60));

    private readonly DiskBlobStore _blobs;

    public DiskBlobStoreTests() => _blobs = Store();

    protected override IBlobStore Blobs => _blobs;

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Delete_OfTheLastFile_RemovesItsFolders()
    {
        await PutAsync(One, "a/b/c/d", Bytes(3));
        await PutAsync(One, "a/x", Bytes(3));

        await Blobs.DeleteAsync(One, "a/b/c/d", Stop);
        Assert.Equal(["a"], Folders());
        await Blobs.DeleteAllAsync(One, "a/", Stop);

        Assert.Empty(_root.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    [InlineData(9_999)]
    [InlineData(10_000)]
    [InlineData(10_035)]
    public async Task Open_WithOneBitTurned_SaysDamaged(int at)
    {
        await PutAsync(One, "a/b", Bytes(10_000));
        byte[] file = await File.ReadAllBytesAsync(PathOf("a/b"), Stop);
        file[at] ^= 1;
        await File.WriteAllBytesAsync(PathOf("a/b"), file, Stop);

        InvalidDataException e = await Assert.ThrowsAsync<InvalidDataException>(() => Blobs.OpenAsync(One, "a/b", Stop));

        Assert.Contains("a/b", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(5_000)]
    [InlineData(10_035)]
    public async Task Open_CutOff_SaysDamaged(int length)
    {
        await PutAsync(One, "a/b", Bytes(10_000));
        await using (FileStream file = File.OpenWrite(PathOf("a/b")))
        {
            file.SetLength(length);
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => Blobs.OpenAsync(One, "a/b", Stop));
    }

    /// <summary>A process that dies between writing and renaming leaves its temporary file: nobody sees it, and an hour later it goes.</summary>
    [Fact]
    public async Task Sweep_AfterAKilledWrite_RemovesItOnceItIsOld()
    {
        await PutAsync(One, "a/b", Bytes(10));
        string left = Path.Combine(Path.GetDirectoryName(PathOf("a/b"))!, BlobFolders.TemporaryName());
        await File.WriteAllBytesAsync(left, Bytes(100), Stop);
        DateTime killed = File.GetLastWriteTimeUtc(left);

        Assert.Equal(["a/b"], await KeysAsync(One, string.Empty));
        Assert.Equal(0, _blobs.Sweep(killed.AddMinutes(59)));
        Assert.Equal(1, _blobs.Sweep(killed.AddMinutes(61)));

        Assert.False(File.Exists(left));
        Assert.Equal(["a/b"], await KeysAsync(One, string.Empty));
    }

    [Fact]
    public async Task Put_WhenTheDiskIsFull_SaysSoAndLeavesNothing()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a device that is always full.");
        await PutAsync(One, "a/b", Bytes(10));
        DiskBlobStore full = Store(_ => new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));

        using MemoryStream content = new(Bytes(1000));
        IOException e = await Assert.ThrowsAsync<IOException>(() => full.PutAsync(One, "a/b", content, Stop));

        Assert.Contains("no space left", e.Message, StringComparison.Ordinal);
        Assert.Equal(10, (await Blobs.ReadAsync(One, "a/b", Stop))!.Length);
        Assert.Single(Directory.EnumerateFiles(_root.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task DeleteAll_DuringAWrite_LeavesNothingBehind()
    {
        await PutAsync(One, "people/a/1", Bytes(10));
        TaskCompletionSource deleted = new();
        SlowStream slow = new(Bytes(300_000), deleted.Task);

        Task<BlobInfo> writing = Blobs.PutAsync(One, "people/a/2", slow, Stop);
        await slow.Reached;
        await Blobs.DeleteAllAsync(One, "people/a/", Stop);
        deleted.SetResult();

        await Assert.ThrowsAsync<IOException>(() => writing);
        Assert.Empty(Directory.EnumerateFiles(_root.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task PutAndOpen_OfAHundredMegabytes_TakesLittleMemory()
    {
        const int Length = 100 * 1024 * 1024;
        await PutAsync(One, "warm/up", Bytes(1_000_000));
        long before = GC.GetTotalAllocatedBytes(precise: true);

        BlobInfo info = await Blobs.PutAsync(One, "a/large", new EndlessStream(Length), Stop);
        await using Stream open = (await Blobs.OpenAsync(One, "a/large", Stop))!;
        await open.CopyToAsync(Stream.Null, Stop);

        Assert.Equal(Length, info.Bytes);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 8 * 1024 * 1024);
    }

    [Fact]
    public async Task Put_OnUnix_LetsNobodyElseRead()
    {
        await PutAsync(One, "a/b", Bytes(3));

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf("a/b")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(PathOf("a/b"))!));
        }
    }

    [Fact]
    public async Task List_SaysWhenItWasWritten()
    {
        await PutAsync(One, "a/b", Bytes(3));
        DateTime at = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(PathOf("a/b"), at);

        List<BlobListing> all = [];
        await foreach (BlobListing listing in Blobs.ListAsync(One, "a/", Stop))
        {
            all.Add(listing);
        }

        Assert.Equal([new BlobListing("a/b", new DateTimeOffset(at))], all);
    }

    private DiskBlobStore Store(Func<string, FileStream>? create = null) =>
        new(new DiskBlobOptions { Root = _root.FullName }, _time, NullLogger<DiskBlobStore>.Instance) { CreateFile = create ?? BlobFile.Create };

    private string PathOf(string key) => Path.Combine(_root.FullName, One.ToString(), key);

    private string[] Folders() =>
        [.. Directory.EnumerateDirectories(Path.Combine(_root.FullName, One.ToString()), "*", SearchOption.AllDirectories).Select(Path.GetFileName).OfType<string>()];

    private sealed class SlowStream(byte[] content, Task goOn) : MemoryStream(content, writable: false)
    {
        private readonly TaskCompletionSource _reached = new();

        public Task Reached => _reached.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > 0)
            {
                _reached.TrySetResult();
                await goOn;
            }

            return await base.ReadAsync(buffer, cancellationToken);
        }
    }

    private sealed class EndlessStream(long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => _position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read = (int)Math.Min(buffer.Length, length - _position);
            buffer[..read].Fill((byte)(_position >> 16));
            _position += read;
            return read;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
