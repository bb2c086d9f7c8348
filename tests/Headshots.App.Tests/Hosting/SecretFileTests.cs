using Headshots.App.Hosting;

namespace Headshots.App.Tests.Hosting;

public sealed class SecretFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string KeyPath => Path.Combine(_folder.Path, "link.key");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ReadOrMake_Twice_IsTheSameKeyForTheOwnerAlone()
    {
        byte[] key = SecretFile.ReadOrMake(KeyPath, 32);

        Assert.Equal(key, SecretFile.ReadOrMake(KeyPath, 32));
        Assert.Contains(key, b => b != 0);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
        }
    }

    [Fact]
    public async Task ReadOrMake_ManyAtOnce_AgreeOnOneKey()
    {
        byte[][] keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => SecretFile.ReadOrMake(KeyPath, 32))));

        Assert.All(keys, key => Assert.Equal(keys[0], key));
        Assert.Equal([KeyPath], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void ReadOrMake_DamagedFile_IsNotReplaced()
    {
        File.WriteAllBytes(KeyPath, [1, 2, 3]);

        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => SecretFile.ReadOrMake(KeyPath, 32));

        Assert.Contains("backup", refused.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(KeyPath));
    }
}
