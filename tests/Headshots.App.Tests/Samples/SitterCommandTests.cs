using System.Text.Json;

namespace Headshots.App.Tests.Samples;

public sealed class SitterCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Sitter_SameSeed_DrawsTheSamePhotoAndTellsTheTruth()
    {
        CommandRun first = await CommandRun.Of("sitter", "--out", _folder["a"], "--seed", "7", "--count", "1");
        await CommandRun.Of("sitter", "--out", _folder["b"], "--seed", "7", "--count", "1");

        Assert.Equal((0, string.Empty), (first.ExitCode, first.Error));
        Assert.Equal(
            await File.ReadAllBytesAsync(_folder["a/sitter-007.jpg"]),
            await File.ReadAllBytesAsync(_folder["b/sitter-007.jpg"]));
        using JsonDocument truth = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["a/truth/sitter-007.json"]));
        Assert.Equal(478, truth.RootElement.GetProperty("landmarks").GetArrayLength());
        Assert.True(File.Exists(_folder["a/truth/sitter-007.alpha.png"]));
    }

    [Fact]
    public async Task Sitter_DefaultPeople_Render()
    {
        await CommandRun.Of("sitter", "--out", _folder["in"]);

        CommandRun run = await CommandRun.Of("render", _folder["in"], "--out", _folder["out"]);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("3 rendered", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sitter_ToAPlaceThatIsNoFolder_Exits2() =>
        Assert.Equal(2, (await CommandRun.Of("sitter", "--out", _folder.Write("taken"))).ExitCode);

    public void Dispose() => _folder.Dispose();
}
