using Headshots.App.Photos;
using Headshots.Imaging;
using Headshots.TestKit;

namespace Headshots.App.Tests.Photos;

public sealed class BoundedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(100_000, true)]
    [InlineData(100_001, false)]
    public void Read_File_IsReadUpToTheLimit(int length, bool ok)
    {
        string path = _folder.Write("file", new string('x', length));

        Result<byte[], Unread> read = BoundedFile.Read(path, 100_000);

        Assert.Equal(ok, read.Ok);
        Assert.Equal(ok ? length : -1, read.Ok ? read.Value.Length : -1);
    }

    [Fact]
    public void Read_EndlessStream_StopsOneByteBeyondTheLimit()
    {
        using EndlessStream endless = new();

        Assert.Same(Unread.TooLarge, BoundedFile.Read(endless, 100_000).Error);
        Assert.Equal(100_001, endless.Position);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("fifo")]
    public async Task RenderInspectAndKit_DeviceOrPipe_SayThatNothingIsInIt(string name)
    {
        if (OperatingSystem.IsWindows())
        {
            Requirement.Missing("reads Unix devices and pipes");
        }

        string path = name[0] == '/' ? name : Fifo(name);

        CommandRun render = await CommandRun.Of("render", path, "--out", _folder["out"]);
        CommandRun inspect = await CommandRun.Of("inspect", path);
        CommandRun kit = await CommandRun.Of("kit", "check", path);

        Assert.Equal((4, 4, 2), (render.ExitCode, inspect.ExitCode, kit.ExitCode));
        Assert.Contains("nothing in it", kit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KitCheck_Folder_SaysSo()
    {
        CommandRun run = await CommandRun.Of("kit", "check", _folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("folder", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Fifo(string name)
    {
        using System.Diagnostics.Process make = System.Diagnostics.Process.Start("mkfifo", [_folder[name]]);
        make.WaitForExit();
        return _folder[name];
    }

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Position += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
