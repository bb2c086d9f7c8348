using System.Text.Json;
using Headshots.Imaging;
using Headshots.Studio.Kits;

namespace Headshots.App.Tests.Kits;

public sealed class KitCommandTests
{
    [Fact]
    public async Task Show_EveryReadyKit_PrintsAKitThatChecksAsAFile()
    {
        using TemporaryFolder folder = new();
        foreach (string name in ReadyKits.Names)
        {
            CommandRun shown = await CommandRun.Of("kit", "show", name);
            CommandRun check = await CommandRun.Of("kit", "check", folder.Write($"{name}.json", shown.Out));

            Assert.Equal((0, string.Empty), (check.ExitCode, check.Error));
            Assert.Contains("is valid", check.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task List_NamesEveryReadyKit() => Assert.Equal(
        ReadyKits.Names,
        (await CommandRun.Of("kit", "list")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')[0]));

    [Fact]
    public async Task Schema_IsAJsonSchema()
    {
        using JsonDocument schema = JsonDocument.Parse((await CommandRun.Of("kit", "schema")).Out);

        Assert.Contains("json-schema.org", schema.RootElement.GetProperty("$schema").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"framing\": { \"faceHeight\": 3 }\n}", ":2:30: $.framing.faceHeight: ")]
    [InlineData("{\n  \"framing\": { \"faceHight\": 0.6 }\n}", ":2:")]
    [InlineData("{\n  \"framing\": ", ":2:")]
    [InlineData("{ \"output\": { \"renditions\": [ { \"name\": \"a\", \"width\": 100, \"height\": 100 }, { \"name\": \"b\", \"width\": 9, \"height\": 10 } ] } }", ":1:101: $.output.renditions[1].width: ")]
    public async Task Check_WrongKit_SaysWhereAndWhat(string json, string expected)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("kit.json", json);

        CommandRun run = await CommandRun.Of("kit", "check", path);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.StartsWith(path + expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NoSuchKit_NamesTheReadyOnes()
    {
        CommandRun run = await CommandRun.Of("kit", "check", "nowhere.json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(ReadyKits.Names[0], run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FileThatIsNoKit_IsNotReadWhole()
    {
        using TemporaryFolder folder = new();

        CommandRun run = await CommandRun.Of("kit", "check", folder.Write("photo.jpg", new string('x', 2 << 20)));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("at most 1 MB", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_PictureBesideTheKit_IsAsked()
    {
        using TemporaryFolder folder = new();
        string kit = folder.Write("kit.json", "{\n  \"background\": { \"type\": \"image\",\n    \"image\": \"wall.jpg\" }\n}");

        CommandRun missing = await CommandRun.Of("kit", "check", kit);
        _ = folder.Write("wall.jpg", "not a picture");
        CommandRun broken = await CommandRun.Of("kit", "check", kit);
        using (RgbImage wall = RgbImage.Rent(64, 48))
        {
            wall.Pixels.Fill(90);
            await File.WriteAllBytesAsync(
                folder["wall.jpg"],
                PhotoEncoder.Encode(wall, new JpegSettings(), new OutputMetadata(DigitalSourceTypes.AlgorithmicMedia, "tests")));
        }

        CommandRun whole = await CommandRun.Of("kit", "check", kit);

        Assert.Equal((2, 2, 0), (missing.ExitCode, broken.ExitCode, whole.ExitCode));
        Assert.StartsWith($"{kit}:3:14: $.background.image: There is no file {folder["wall.jpg"]}", missing.Error, StringComparison.Ordinal);
        Assert.StartsWith($"{kit}:3:14: $.background.image: The file \"wall.jpg\" cannot be used.", broken.Error, StringComparison.Ordinal);
    }
}
