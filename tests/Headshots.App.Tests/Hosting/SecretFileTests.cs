using Headshots.App.Hosting;

namespace Headshots.App.Tests.Hosting;

public sealed class SecretFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string KeyPath => Path.Combine(_folder.Path, "link.key");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WriteUnlessThere_Twice_KeepsTheFirstForTheOwnerAlone()
    {
        SecretFile.WriteUnlessThere(KeyPath, [1]);
        SecretFile.WriteUnlessThere(KeyPath, [2]);

        Assert.Equal([1], File.ReadAllBytes(KeyPath));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
        }
    }

    [Fact]
    public async Task WriteUnlessThere_ManyAtOnce_AgreeOnOneAndLeaveNothingElse()
    {
        byte[][] read = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() =>
        {
            SecretFile.WriteUnlessThere(KeyPath, [(byte)i]);
            return File.ReadAllBytes(KeyPath);
        })));

        Assert.All(read, key => Assert.Equal(read[0], key));
        Assert.Equal([KeyPath], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Replace_OfAnother_PutsItInPlace()
    {
        SecretFile.Replace(KeyPath, [1]);
        SecretFile.Replace(KeyPath, [2]);

        Assert.Equal([2], File.ReadAllBytes(KeyPath));
        Assert.Equal([KeyPath], Directory.GetFiles(_folder.Path));
    }
}
