using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Headshots.Core.Shared;

namespace Headshots.Storage.Tests;

/// <summary>What every blob store is held to.</summary>
public abstract class BlobStoreContract
{
    protected static TenantId One { get; } = new(Guid.Parse("11111111-1111-7111-8111-111111111111"));

    protected static TenantId Two { get; } = new(Guid.Parse("22222222-2222-7222-8222-222222222222"));

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract IBlobStore Blobs { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(131_072)]
    [InlineData(1_000_003)]
    public async Task Put_OfAnySize_IsReadBackWithItsFacts(int length)
    {
        byte[] content = Bytes(length);

        BlobInfo info = await PutAsync(One, "people/a/photo.jpg", content);

        Assert.Equal(new BlobInfo("people/a/photo.jpg", length, Convert.ToHexStringLower(SHA256.HashData(content))), info);
        Assert.Equal(content, await Blobs.ReadAsync(One, "people/a/photo.jpg", Stop));
    }

    [Fact]
    public async Task Put_OverAnother_ReplacesIt()
    {
        await PutAsync(One, "a/b", Bytes(1000));
        await PutAsync(One, "a/b", Bytes(10));

        Assert.Equal(10, (await Blobs.ReadAsync(One, "a/b", Stop))!.Length);
    }

    [Fact]
    public async Task Open_WhileItIsReplaced_ReadsWhatItOpened()
    {
        byte[] before = Bytes(500_000);
        await PutAsync(One, "a/b", before);
        await using Stream open = (await Blobs.OpenAsync(One, "a/b", Stop))!;

        await PutAsync(One, "a/b", Bytes(3));
        await Blobs.DeleteAsync(One, "a/b", Stop);
        using MemoryStream read = new();
        await open.CopyToAsync(read, Stop);

        Assert.Equal(before, read.ToArray());
    }

    [Fact]
    public async Task Open_SoughtAndReadInPieces_StaysWithinTheContent()
    {
        byte[] content = Bytes(1000);
        await PutAsync(One, "a/b", content);
        await using Stream open = (await Blobs.OpenAsync(One, "a/b", Stop))!;

        open.Seek(-10, SeekOrigin.End);
        byte[] tail = new byte[100];
        int read = await open.ReadAtLeastAsync(tail, 100, throwOnEndOfStream: false, Stop);

        Assert.Equal((1000L, 10), (open.Length, read));
        Assert.Equal(content[^10..], tail[..10]);
        open.Position = 5;
        Assert.Equal(content[5], open.ReadByte());
    }

    [Fact]
    public async Task Open_OfNone_IsNull()
    {
        Assert.Null(await Blobs.OpenAsync(One, "nothing/here", Stop));
        await Blobs.DeleteAsync(One, "nothing/here", Stop);
        await Blobs.DeleteAllAsync(One, "nothing/", Stop);
        Assert.Empty(await KeysAsync(One, string.Empty));
    }

    [Fact]
    public async Task AnotherTenant_SeesAndDeletesNothing()
    {
        await PutAsync(One, "a/b", Bytes(9));

        Assert.Null(await Blobs.OpenAsync(Two, "a/b", Stop));
        await Blobs.DeleteAsync(Two, "a/b", Stop);
        await Blobs.DeleteAllAsync(Two, string.Empty, Stop);
        Assert.Empty(await KeysAsync(Two, string.Empty));

        Assert.Equal(["a/b"], await KeysAsync(One, string.Empty));
    }

    [Fact]
    public async Task DeleteAll_BelowAPrefix_LeavesTheNeighbours()
    {
        foreach (string key in new[] { "people/a/1", "people/a/deep/er/2", "people/ab/3", "people/b/4", "kit/5" })
        {
            await PutAsync(One, key, Bytes(3));
        }

        await Blobs.DeleteAllAsync(One, "people/a/", Stop);

        Assert.Equal(["kit/5", "people/ab/3", "people/b/4"], await KeysAsync(One, string.Empty));
        Assert.Equal(["people/b/4"], await KeysAsync(One, "people/b/"));
    }

    [Fact]
    public async Task Put_ByManyAtOnce_LeavesOneOfThemWhole()
    {
        byte[][] contents = [.. Enumerable.Range(0, 16).Select(i => Bytes(200_000 + i, seed: i))];

        await Task.WhenAll(contents.Select(c => Task.Run(() => PutAsync(One, "a/same", c))));

        byte[] read = (await Blobs.ReadAsync(One, "a/same", Stop))!;
        Assert.Contains(contents, c => c.AsSpan().SequenceEqual(read));
        Assert.Equal(["a/same"], await KeysAsync(One, string.Empty));
    }

    [Fact]
    public async Task PutAndDelete_ByManyAtOnce_NeverCollide()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            for (int round = 0; round < 60; round++)
            {
                await PutAsync(One, $"people/p/x/{i}", Bytes(100));
                await Blobs.DeleteAsync(One, $"people/p/x/{i}", Stop);
            }

            await PutAsync(One, $"people/p/x/{i}", Bytes(100));
        })));

        Assert.Equal(8, (await KeysAsync(One, "people/p/")).Count);
    }

    [Fact]
    public async Task Put_WhoseSourceBreaks_LeavesWhatWasThere()
    {
        byte[] before = Bytes(50);
        await PutAsync(One, "a/b", before);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Blobs.PutAsync(One, "a/b", new BrokenStream(Bytes(400_000)), Stop));

        Assert.Equal(before, await Blobs.ReadAsync(One, "a/b", Stop));
        Assert.Equal(["a/b"], await KeysAsync(One, string.Empty));
    }

    [Fact]
    public void Keys_ThatCouldLeadElsewhere_AreRefused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Gen.OneOf(Hostile, Gen.Elements(KnownHostile)).ToArbitrary(), key => Refuses(key)));

    [Fact]
    public void Keys_OfAllowedLetters_AreTaken() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(Right.ToArbitrary(), key => !Refuses(key)));

    private static readonly string[] KnownHostile =
    [
        "", "/", "..", "../a", "a/../b", "a/..", "a//b", "/etc/passwd", "a/", "C:/x", "c:\\x", "a\\..\\b", "a/./b", "A/b", "ä", "a\0b", "a%2f..", ".hidden", "a.", new('a', 201), "a b", "a/.writing-x",
    ];

    private static Gen<string> Hostile =>
        from parts in Gen.ListOf(Gen.Elements("..", ".", "", "a", "a.b", "~", "\\", "\0", "a:", "Ä", "*", "CON ", new string('x', 130)), 4)
        let key = string.Join('/', parts)
        where parts.Any(p => p is not ("a" or "a.b"))
        select key;

    private static Gen<string> Right =>
        from parts in Gen.NonEmptyListOf(Gen.Elements("a", "b-1", "photo.jpg", "0", "deadbeef", "x.tar.gz"))
        select string.Join('/', parts.Take(8));

    protected static byte[] Bytes(int length, int seed = 7)
    {
        byte[] bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    protected async Task<BlobInfo> PutAsync(TenantId tenant, string key, byte[] content)
    {
        using MemoryStream stream = new(content, writable: false);
        return await Blobs.PutAsync(tenant, key, stream, Stop);
    }

    protected async Task<IReadOnlyList<string>> KeysAsync(TenantId tenant, string prefix)
    {
        List<string> keys = [];
        await foreach (BlobListing listing in Blobs.ListAsync(tenant, prefix, Stop))
        {
            keys.Add(listing.Key);
        }

        return [.. keys.Order(StringComparer.Ordinal)];
    }

    private bool Refuses(string key)
    {
        try
        {
            Blobs.OpenAsync(One, key, Stop).GetAwaiter().GetResult()?.Dispose();
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    /// <summary>A browser that went away in the middle.</summary>
    private sealed class BrokenStream(byte[] content) : MemoryStream(content, writable: false)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 200_000 ? throw new InvalidOperationException("Connection lost") : base.ReadAsync(buffer, cancellationToken);
    }
}
