using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Shared;
using Headshots.Storage.Disk;
using Headshots.Storage.Encryption;
using Headshots.TestKit.Secrets;
using Microsoft.Extensions.Logging.Abstractions;

namespace Headshots.Storage.Tests.Encryption;

/// <remarks>One class after the other: what the process allocates is measured in one of them.</remarks>
[Collection("Stores")]
public sealed class EncryptedBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("headshots-encrypted-");
    private readonly TenantKeys _keys;
    private readonly DiskBlobStore _disk;
    private readonly EncryptedBlobStore _blobs;

    public EncryptedBlobStoreTests()
    {
        _keys = new TenantKeys(new TestMasterKeys(), new MemoryTenantKeyStore(), new TimeOrderedIds(TimeProvider.System), TimeProvider.System);
        _disk = new DiskBlobStore(new DiskBlobOptions { Root = _root.FullName }, TimeProvider.System, NullLogger<DiskBlobStore>.Instance);
        _blobs = new EncryptedBlobStore(_disk, _keys);
    }

    protected override IBlobStore Blobs => _blobs;

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_071)]
    [InlineData(196_608)]
    public async Task Put_AroundAChunksEnd_IsReadBackWhole(int length)
    {
        byte[] content = Bytes(length);
        await PutAsync(One, "a/b", content);

        Assert.Equal(content, await Blobs.ReadAsync(One, "a/b", Stop));
    }

    [Fact]
    public async Task Put_OfAPhoto_LeavesNoneOfItsBytesOnTheDisk()
    {
        byte[] content = Bytes(300_000);
        await PutAsync(One, "a/b", content);

        byte[] file = await File.ReadAllBytesAsync(PathOf(One, "a/b"), Stop);
        for (int at = 0; at < content.Length - 32; at += 997)
        {
            Assert.Equal(-1, file.AsSpan().IndexOf(content.AsSpan(at, 16)));
        }
    }

    [Fact]
    public async Task Put_OfTheSameTwice_LooksDifferent()
    {
        await PutAsync(One, "a/1", new byte[1000]);
        byte[] first = await StoredAsync(One, "a/1");
        await PutAsync(One, "a/1", new byte[1000]);
        byte[] second = await StoredAsync(One, "a/1");

        Assert.NotEqual(first[BlobHeader.Length..], second[BlobHeader.Length..]);
    }

    /// <summary>Each bit of the header, of each chunk and of each tag is of consequence, also to somebody who makes the checksum fit.</summary>
    [Fact]
    public async Task Open_WithAnyBitTurned_IsRefused()
    {
        byte[] content = Bytes(140_000);
        await PutAsync(One, "a/b", content);
        byte[] stored = await StoredAsync(One, "a/b");
        int[] places = [.. Enumerable.Range(0, BlobHeader.Length + 2), 65_000, 65_611, 65_620, 131_200, stored.Length - 17, stored.Length - 16, stored.Length - 1];
        foreach (int at in places)
        {
            byte[] changed = [.. stored];
            changed[at] ^= (byte)(1 << (at % 8));
            await StoreAsync(One, "a/b", changed);

            await Assert.ThrowsAsync<InvalidDataException>(() => Blobs.ReadAsync(One, "a/b", Stop));
        }
    }

    [Fact]
    public async Task Open_CutOffAtAnyChunk_IsRefused()
    {
        await PutAsync(One, "a/b", Bytes(200_000));
        byte[] stored = await StoredAsync(One, "a/b");
        foreach (int length in new[] { BlobHeader.Length, BlobHeader.Length + 15, BlobHeader.Length + 16, BlobHeader.Length + BlobCipher.ChunkBytes, BlobHeader.Length + (2 * BlobCipher.ChunkBytes), stored.Length - 1 })
        {
            await StoreAsync(One, "a/b", stored[..length]);

            await Assert.ThrowsAsync<InvalidDataException>(() => Blobs.ReadAsync(One, "a/b", Stop));
        }
    }

    [Fact]
    public async Task Open_WithChunksSwappedOrRepeated_IsRefused()
    {
        await PutAsync(One, "a/b", Bytes(200_000));
        byte[] stored = await StoredAsync(One, "a/b");
        byte[] head = stored[..BlobHeader.Length];
        byte[][] chunks = [.. stored[BlobHeader.Length..].Chunk(BlobCipher.ChunkBytes)];
        foreach (int[] order in new int[][] { [1, 0, 2, 3], [0, 1, 1, 3], [0, 2, 3], [0, 1, 2, 3, 3], [3] })
        {
            await StoreAsync(One, "a/b", [.. head, .. order.SelectMany(i => chunks[i])]);

            await Assert.ThrowsAsync<InvalidDataException>(() => Blobs.ReadAsync(One, "a/b", Stop));
        }
    }

    [Fact]
    public async Task Open_OfAFilePutUnderAnotherName_IsRefused()
    {
        await PutAsync(One, "people/anna/photo", Bytes(1000));
        await PutAsync(One, "people/ben/photo", Bytes(1000, seed: 8));

        await StoreAsync(One, "people/ben/photo", await StoredAsync(One, "people/anna/photo"));

        await Assert.ThrowsAsync<InvalidDataException>(() => Blobs.OpenAsync(One, "people/ben/photo", Stop));
    }

    [Fact]
    public async Task Open_OfAnotherTenantsFile_IsRefused()
    {
        await PutAsync(One, "a/b", Bytes(1000));
        await PutAsync(Two, "a/b", Bytes(1000, seed: 8));

        await StoreAsync(Two, "a/b", await StoredAsync(One, "a/b"));

        await Assert.ThrowsAsync<InvalidDataException>(() => Blobs.OpenAsync(Two, "a/b", Stop));
    }

    [Fact]
    public async Task Open_AfterTheKeyWasShredded_ReadsNothingAgain()
    {
        await PutAsync(One, "a/b", Bytes(1000));
        await PutAsync(Two, "a/b", Bytes(1000));

        await _keys.ShredAsync(One, Stop);

        await Assert.ThrowsAsync<InvalidDataException>(() => Blobs.OpenAsync(One, "a/b", Stop));
        await PutAsync(One, "a/new", Bytes(10));
        await Assert.ThrowsAsync<InvalidDataException>(() => Blobs.OpenAsync(One, "a/b", Stop));
        Assert.NotNull(await Blobs.ReadAsync(Two, "a/b", Stop));
    }

    [Fact]
    public async Task Open_OfAFileThatNobodyEncrypted_IsRefusedWhereAllAre()
    {
        await PutAsync(One, "a/b", Bytes(1000));

        await StoreAsync(One, "a/b", Encoding.ASCII.GetBytes("a photo that somebody else put there"));

        await Assert.ThrowsAsync<InvalidDataException>(() => Blobs.OpenAsync(One, "a/b", Stop));
    }

    /// <summary>A data folder from before files were encrypted.</summary>
    [Fact]
    public async Task EncryptAll_OfFilesInTheClear_EncryptsThemAndThenRefusesSuch()
    {
        byte[][] photos = [Bytes(10), Bytes(100_000), Bytes(0)];
        for (int i = 0; i < photos.Length; i++)
        {
            await StoreAsync(One, $"people/a/{i}", photos[i]);
        }

        Assert.Equal(photos[1], await Blobs.ReadAsync(One, "people/a/1", Stop));
        await PutAsync(One, "people/a/new", Bytes(5));
        Assert.Equal(photos[1], await Blobs.ReadAsync(One, "people/a/1", Stop));

        Assert.Equal(3, await _blobs.EncryptAllAsync(One, Stop));

        for (int i = 0; i < photos.Length; i++)
        {
            Assert.Equal(photos[i], await Blobs.ReadAsync(One, $"people/a/{i}", Stop));
            Assert.NotNull(BlobHeader.Read(await StoredAsync(One, $"people/a/{i}")));
        }

        Assert.Equal(0, await _blobs.EncryptAllAsync(One, Stop));
        await StoreAsync(One, "people/a/1", photos[1]);
        await Assert.ThrowsAsync<InvalidDataException>(() => Blobs.OpenAsync(One, "people/a/1", Stop));
    }

    [Fact]
    public async Task Open_ReadInAnyOrder_ReadsWhatIsThere()
    {
        byte[] content = Bytes(200_001);
        await PutAsync(One, "a/b", content);
        await using Stream open = (await Blobs.OpenAsync(One, "a/b", Stop))!;

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(Gen.Choose(0, content.Length).ToArbitrary(), Gen.Choose(0, 70_000).ToArbitrary(), (at, length) =>
            {
                byte[] read = new byte[length];
                open.Position = at;
                int got = open.ReadAtLeast(read, length, throwOnEndOfStream: false);
                return got == Math.Min(length, content.Length - at) && read.AsSpan(0, got).SequenceEqual(content.AsSpan(at, got));
            }));
    }

    /// <summary>What another store would have, or somebody with the disk in hand.</summary>
    private Task<BlobInfo> StoreAsync(TenantId tenant, string key, byte[] bytes) => _disk.PutAsync(tenant, key, new MemoryStream(bytes), Stop);

    private async Task<byte[]> StoredAsync(TenantId tenant, string key) => (await _disk.ReadAsync(tenant, key, Stop))!;

    private string PathOf(TenantId tenant, string key) => Path.Combine(_root.FullName, tenant.ToString(), key);
}
