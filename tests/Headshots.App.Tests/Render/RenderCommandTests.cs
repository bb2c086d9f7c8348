using System.Text.Json;
using Headshots.Imaging;
using Headshots.Studio.Kits;
using Headshots.TestKit;

namespace Headshots.App.Tests.Render;

public sealed class RenderCommandTests(Team team) : IDisposable
{
    private readonly TemporaryFolder _out = new();

    [Fact]
    public async Task Render_GoodPhoto_WritesHeadshotRenditionsAndReport()
    {
        CommandRun run = await CommandRun.Of("render", team.Ann, "--out", _out.Path);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("1 rendered, 0 refused, 0 unreadable", run.Out, StringComparison.Ordinal);
        Studio.Specs.PortraitSpec kit = ReadyKits.Get(ReadyKits.Names[0]);
        Assert.Equal(kit.Output.Height, Facts("ann/headshot.jpg").Height);
        Assert.Equal(
            kit.Output.Renditions.Select(r => r.Name ?? r.For).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(_out["ann/renditions"]).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Render_GoodPhoto_ReportsEveryPromisedField()
    {
        await CommandRun.Of("render", team.Ann, "--out", _out.Path);

        using JsonDocument report = JsonDocument.Parse(await File.ReadAllTextAsync(_out["ann/report.json"]));
        JsonElement root = report.RootElement;
        Assert.Equal("rendered", root.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Array, root.GetProperty("reasons").ValueKind);
        AssertNumbers(root.GetProperty("face").GetProperty("box"), "x", "y", "width", "height");
        AssertNumbers(root.GetProperty("face"), "interEyePixels", "yaw", "pitch", "roll");
        AssertNumbers(root.GetProperty("framing"), "faceHeight", "eyeLine", "centreOffset");
        Assert.Equal(JsonValueKind.Object, root.GetProperty("framing").GetProperty("requested").ValueKind);
        AssertNumbers(root.GetProperty("image"), "width", "height", "effectiveWidth");
        Assert.All(root.GetProperty("timings").EnumerateObject(), t => Assert.True(t.Value.GetDouble() >= 0));
    }

    [Fact]
    public async Task Render_RefusedPhoto_Exits3AndSaysWhyInWords()
    {
        CommandRun run = await CommandRun.Of("render", team.Wall, team.Ann, "--out", _out.Path);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("1 rendered, 1 refused, 0 unreadable", run.Out, StringComparison.Ordinal);
        using JsonDocument report = JsonDocument.Parse(await File.ReadAllTextAsync(_out["wall/report.json"]));
        JsonElement reason = report.RootElement.GetProperty("reasons")[0];
        Assert.Equal("no_face", reason.GetProperty("code").GetString());
        Assert.NotEmpty(reason.GetProperty("message").GetString()!);
        Assert.NotEmpty(reason.GetProperty("advice").GetString()!);
        Assert.False(File.Exists(_out["wall/headshot.jpg"]));
        Assert.True(File.Exists(_out["ann/headshot.jpg"]));
    }

    [Fact]
    public async Task Render_UnreadableAmongOthers_Exits4AndRendersTheOthers()
    {
        CommandRun run = await CommandRun.Of("render", team.Notes, "nowhere.jpg", team.Wall, team.Ann, "--out", _out.Path);

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("1 rendered, 1 refused, 2 unreadable", run.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(_out["ann/headshot.jpg"]));
        Assert.Equal("unreadable", Status("notes"));
        Assert.Equal("unreadable", Status("nowhere"));
    }

    [Fact]
    public async Task Render_PhotosOfTheSameName_KeepsThemApart()
    {
        string other = Path.Combine(Directory.CreateDirectory(_out["other"]).FullName, "ann.jpg");
        File.Copy(team.Bob, other);

        CommandRun run = await CommandRun.Of("render", team.Ann, other, "--out", _out["results"]);

        Assert.Equal(0, run.ExitCode);
        Assert.NotEqual(
            await File.ReadAllBytesAsync(_out["results/ann/headshot.jpg"]),
            await File.ReadAllBytesAsync(_out["results/ann-2/headshot.jpg"]));
    }

    [Fact]
    public async Task Render_ToAPlaceThatIsNoFolder_Exits2BeforeAnyWork()
    {
        string file = _out.Write("taken");

        CommandRun run = await CommandRun.Of("render", team.Ann, "--out", file);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(file, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Render_WithAWrongKit_Exits2AndWritesNothing()
    {
        string kit = _out.Write("kit.json", """{ "output": { "height": 1 } }""");

        CommandRun run = await CommandRun.Of("render", team.Ann, "--kit", kit, "--out", _out["results"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("$.output.height", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_out["results"]));
    }

    [Fact]
    public async Task Render_WithAKitFile_ObeysIt()
    {
        string kit = _out.Write("kit.json", """{ "framing": { "aspect": "4:5" }, "output": { "height": 500, "renditions": [] } }""");

        CommandRun run = await CommandRun.Of("render", team.Ann, "--kit", kit, "--out", _out.Path);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        PhotoFacts facts = Facts("ann/headshot.jpg");
        Assert.Equal((400, 500), (facts.Width, facts.Height));
        Assert.False(Directory.Exists(_out["ann/renditions"]));
    }

    [Fact]
    public async Task Render_Json_PrintsAnArrayInTheGivenOrderAndNothingElse()
    {
        CommandRun run = await CommandRun.Of("render", team.Wall, team.Ann, team.Notes, "--json", "--out", _out.Path);

        using JsonDocument array = JsonDocument.Parse(run.Out);
        Assert.Equal([team.Wall, team.Ann, team.Notes], array.RootElement.EnumerateArray().Select(e => e.GetProperty("file").GetString()));
        Assert.Equal(
            ["refused", "rendered", "unreadable"],
            array.RootElement.EnumerateArray().Select(e => e.GetProperty("status").GetString()));
        Assert.Equal(_out["ann"], array.RootElement[1].GetProperty("folder").GetString());
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Render_AgainWithAPhotoThatIsRefused_TakesTheOldHeadshotAway()
    {
        string photo = Path.Combine(Directory.CreateDirectory(_out["in"]).FullName, "ann.jpg");
        File.Copy(team.Ann, photo);
        await CommandRun.Of("render", photo, "--out", _out["results"]);
        Assert.True(File.Exists(_out["results/ann/headshot.jpg"]));

        File.Copy(team.Wall, photo, overwrite: true);
        await CommandRun.Of("render", photo, "--out", _out["results"]);

        Assert.Equal([_out["results/ann/report.json"]], Directory.EnumerateFileSystemEntries(_out["results/ann"]));
    }

    [Fact]
    public async Task Render_FolderWithLittleMemoryAllowed_RendersOneAfterTheOther()
    {
        CommandRun run = await CommandRun.Of("render", team.Folder, "--memory", "1", "--threads", "2", "--out", _out.Path);

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("2 rendered, 1 refused, 1 unreadable", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_FolderThatCannotBeWritten_IsOnePhotosTroubleAndTheOthersGoOn()
    {
        Directory.CreateDirectory(_out["ann/headshot.jpg/in-the-way"]);

        CommandRun run = await CommandRun.Of("render", team.Ann, team.Bob, "--json", "--out", _out.Path);

        Assert.Equal(4, run.ExitCode);
        using JsonDocument array = JsonDocument.Parse(run.Out);
        Assert.Equal("not_writable", array.RootElement[0].GetProperty("reasons")[0].GetProperty("code").GetString());
        Assert.Equal("rendered", array.RootElement[1].GetProperty("status").GetString());
        Assert.True(File.Exists(_out["bob/headshot.jpg"]));
        Assert.False(File.Exists(_out["ann/report.json"]));
    }

    [Fact]
    public async Task Render_FullDisk_StopsEarlyAndStillPrintsTheArray()
    {
        if (!OperatingSystem.IsLinux())
        {
            Requirement.Missing("writes to /dev/full");
        }

        Directory.CreateDirectory(_out["ann"]);
        File.CreateSymbolicLink(_out["ann/headshot.jpg.partial"], "/dev/full");

        CommandRun run = await CommandRun.Of("render", team.Ann, team.Bob, "--threads", "1", "--json", "--out", _out.Path);

        Assert.Equal(4, run.ExitCode);
        using JsonDocument array = JsonDocument.Parse(run.Out);
        JsonElement only = Assert.Single(array.RootElement.EnumerateArray());
        Assert.Equal("disk_full", only.GetProperty("reasons")[0].GetProperty("code").GetString());
        Assert.Contains("1 of 2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_WithASheet_DrawsEveryPhotoAndPagesWhereThereAreMany()
    {
        string[] photos = [team.Ann, team.Wall, team.Notes, "nowhere-1.jpg", "nowhere-2.jpg", "nowhere-3.jpg", "nowhere-4.jpg"];
        _out.Write("sheet-3.jpg", "of an earlier batch");

        CommandRun run = await CommandRun.Of(["render", .. photos, "--out", _out["results"], "--sheet", _out["sheet.jpg"]]);

        Assert.Equal((4, string.Empty), (run.ExitCode, run.Error));
        Assert.True(Facts("sheet.jpg").Height > 5 * Facts("sheet-2.jpg").Height);
        Assert.False(File.Exists(_out["sheet-3.jpg"]));
        using DecodedPhoto page = PhotoDecoder.Decode(await File.ReadAllBytesAsync(_out["sheet.jpg"])).Value;
        Assert.True(IsPainted(page.Pixels, column: 0, row: 0), "Ann's photo");
        Assert.True(IsPainted(page.Pixels, column: 1, row: 0), "Ann's headshot");
        Assert.True(IsPainted(page.Pixels, column: 2, row: 0), "Ann's matte");
        Assert.True(IsPainted(page.Pixels, column: 0, row: 1), "the wall");
        Assert.False(IsPainted(page.Pixels, column: 1, row: 1), "no headshot of the wall");
        Assert.False(IsPainted(page.Pixels, column: 0, row: 2), "no photo in the notes");
    }

    [Theory]
    [InlineData("sheet.docx")]
    [InlineData("sheet")]
    public async Task Render_WithASheetOfNoKnownFormat_Exits2AndWritesNothing(string name)
    {
        CommandRun run = await CommandRun.Of("render", team.Ann, "--out", _out["results"], "--sheet", _out[name]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--sheet", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_out["results/ann/headshot.jpg"]));
    }

    [Fact]
    public async Task Render_WithAPhotoAsItsSheet_Exits2()
    {
        CommandRun run = await CommandRun.Of("render", team.Ann, "--out", _out["results"], "--sheet", team.Ann);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("one of the photos", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--threads", "0")]
    [InlineData("--memory", "-5")]
    [InlineData("--threads", "many")]
    public async Task Render_WithANumberOutOfRange_Exits2(string option, string value) =>
        Assert.Equal(2, (await CommandRun.Of("render", team.Ann, "--out", _out.Path, option, value)).ExitCode);

    public void Dispose() => _out.Dispose();

    private static void AssertNumbers(JsonElement element, params string[] names) =>
        Assert.All(names, n => Assert.Equal(JsonValueKind.Number, element.GetProperty(n).ValueKind));

    /// <summary>Whether the middle of a cell shows more than one tone.</summary>
    private static bool IsPainted(RgbImage page, int column, int row)
    {
        byte least = 255;
        byte most = 0;
        for (int y = 0; y < 300; y += 4)
        {
            for (int x = 0; x < 300; x += 4)
            {
                byte green = page.Row(70 + (row * 336) + y)[(3 * (34 + (column * 336) + x)) + 1];
                (least, most) = (Math.Min(least, green), Math.Max(most, green));
            }
        }

        return most - least > 10;
    }

    private PhotoFacts Facts(string name) => PhotoDecoder.ReadFacts(File.ReadAllBytes(_out[name])).Value;

    private string? Status(string name)
    {
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(_out[$"{name}/report.json"]));
        return report.RootElement.GetProperty("status").GetString();
    }
}
