using System.Text;
using System.Text.Json;
using Headshots.App.Engine;
using Headshots.Core.Rendering;
using Headshots.Imaging;
using Headshots.Studio.Kits;

namespace Headshots.App.Tests.Engine;

public sealed class StudioAdapterTests : IDisposable
{
    private static readonly Dictionary<string, ReadOnlyMemory<byte>> _none = [];

    private readonly TemporaryFolder _folder = new();
    private readonly RenderLanes _lanes = new(2);
    private readonly StudioAdapter _studio;

    public StudioAdapterTests() => _studio = new StudioAdapter(_lanes, new SitterPhotos(_folder.Path));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _studio.Dispose();
        _lanes.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task SitterPhotoAsync_Twice_DrawsOnceAndIsUsable()
    {
        byte[] photo = await _studio.SitterPhotoAsync("chen", Cancellation);
        byte[] again = await _studio.SitterPhotoAsync("chen", Cancellation);
        PhotoVerdict verdict = await _studio.CheckAsync(photo, Cancellation);

        Assert.Equal(photo, again);
        Assert.Single(Directory.GetFiles(_folder.Path));
        Assert.True(verdict.Usable);
        Assert.Equal(("image/jpeg", 960, 1200), (verdict.ContentType, verdict.Width, verdict.Height));
        Assert.InRange(verdict.Rank, 30, 100);
        Assert.Empty(verdict.Reasons);
    }

    /// <summary>What is kept of a face are aggregates: no list of points, no mesh, nothing to recognise anybody by.</summary>
    [Fact]
    public async Task RenderAsync_OfAFace_TellsNothingThatIdentifies()
    {
        byte[] photo = await _studio.SitterPhotoAsync("chen", Cancellation);
        RenderedPhoto rendered = await _studio.RenderAsync(new RenderOrder(photo, """{"output":{"height":480}}""", _none), Cancellation);
        PhotoVerdict verdict = await _studio.CheckAsync(photo, Cancellation);

        Assert.True(rendered.Made);
        using JsonDocument report = JsonDocument.Parse(rendered.Report);
        List<(string Path, int Numbers)> arrays = [];
        int numbers = Numbers(report.RootElement, "$", arrays);
        Assert.All(arrays, a => Assert.InRange(a.Numbers, 0, 4));

        // 478 points in three dimensions are 1,434 numbers, an embedding at least 128.
        Assert.InRange(numbers, 20, 100);
        Assert.DoesNotContain("embedding", rendered.Report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("landmarks", rendered.Report, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(JsonSerializer.Serialize(verdict).Length, 20, 2000);
    }

    [Theory]
    [InlineData("this is no photo")]
    [InlineData("MZ\u0090 an .exe named .jpg")]
    [InlineData("")]
    public async Task CheckAsync_NoPhoto_SaysSoAndNeverThrows(string content)
    {
        PhotoVerdict verdict = await _studio.CheckAsync(Encoding.UTF8.GetBytes(content), Cancellation);

        Assert.False(verdict.Usable);
        Assert.Null(verdict.ContentType);
        Assert.Equal(0, verdict.Rank);
        Assert.NotEmpty(Assert.Single(verdict.Reasons).Advice);
    }

    [Fact]
    public async Task RenderAsync_KitWithRenditionsAndDrawing_TellsNameTypeAndSizeOfEachFile()
    {
        const string Spec = """
            {"avatar":{"style":"flat","size":256},"output":{"height":256,"renditions":[{"for":"slack","width":128,"height":128},{"name":"web","width":100,"height":125,"format":"webp"}]}}
            """;
        byte[] photo = await _studio.SitterPhotoAsync("chen", Cancellation);

        RenderedPhoto made = await _studio.RenderAsync(new RenderOrder(photo, Spec, _none), Cancellation);

        Assert.True(made.Made, string.Join(' ', made.Reasons.Select(r => r.Message)));
        Assert.Equal(["headshot.jpg", "slack", "web.webp", "avatar.png"], made.Files.Select(f => f.Name == "slack" ? "slack" : f.FileName));
        foreach (RenderedFile file in made.Files)
        {
            PhotoFacts facts = PhotoDecoder.ReadFacts(file.Bytes).Value;
            Assert.Equal((facts.Width, facts.Height), (file.Width, file.Height));
            Assert.Equal($"image/{facts.Format}", file.ContentType);
        }

        Assert.InRange(made.Figures!.Score, 1, 100);
        Assert.Contains("\"likeness\"", made.Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PreviewAsync_KitWithRenditions_MakesTheSmallHeadshotAlone()
    {
        byte[] photo = await _studio.SitterPhotoAsync("chen", Cancellation);

        RenderedPhoto made = await _studio.PreviewAsync(new RenderOrder(photo, ReadyKits.GetJson("studio-grey"), _none), 240, Cancellation);

        RenderedFile file = Assert.Single(made.Files);
        Assert.Equal(("headshot", 240), (file.Name, file.Height));
    }

    [Fact]
    public async Task RenderAsync_SpecOfAnotherProgram_SaysSo()
    {
        RenderedPhoto made = await _studio.RenderAsync(new RenderOrder(new byte[1], """{"colours":1}""", _none), Cancellation);

        Assert.False(made.Made);
        Assert.Equal("kit_unusable", Assert.Single(made.Reasons).Code);
    }

    [Fact]
    public void CheckSpec_ReadyKits_AreValidAndOthersSayWhere()
    {
        Assert.All(_studio.ReadyKits, kit => Assert.Empty(_studio.CheckSpec(kit.Spec).Problems));
        Assert.Equal("$.framing.faceHeight", _studio.CheckSpec("""{"framing":{"faceHeight":9}}""").Problems[0].Path);
        Assert.Equal(["lobby.jpg"], _studio.CheckSpec("""{"background":{"type":"image","image":"lobby.jpg"}}""").AssetNames);
    }

    [Fact]
    public async Task CheckAsset_PictureDrawingAndNeither_TellsExtensionOrWhyNot()
    {
        byte[] photo = await _studio.SitterPhotoAsync("chen", Cancellation);
        byte[] drawing = Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>""");
        byte[] script = Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>1</script></svg>""");

        Assert.Equal("jpg", _studio.CheckAsset(photo).Extension);
        Assert.Equal("svg", _studio.CheckAsset(drawing).Extension);
        Assert.Null(_studio.CheckAsset(script).Extension);
        Assert.Null(_studio.CheckAsset(photo.AsMemory(0, photo.Length / 2)).Extension);
        Assert.NotNull(_studio.CheckAsset(new byte[10]).Advice);
    }

    [Fact]
    public async Task ThumbnailAsync_Photo_FitsTheLongSide()
    {
        byte[] photo = await _studio.SitterPhotoAsync("chen", Cancellation);

        byte[]? small = await _studio.ThumbnailAsync(photo, 100, Cancellation);
        byte[]? large = await _studio.ThumbnailAsync(photo, 5000, Cancellation);

        Assert.Equal((80, 100), SizeOf(small!));
        Assert.Equal((960, 1200), SizeOf(large!));
        Assert.Null(await _studio.ThumbnailAsync(new byte[10], 100, Cancellation));
    }

    private static (int Width, int Height) SizeOf(byte[] picture)
    {
        PhotoFacts facts = PhotoDecoder.ReadFacts(picture).Value;
        return (facts.Width, facts.Height);
    }

    /// <returns>How many numbers there are.</returns>
    private static int Numbers(JsonElement element, string path, List<(string Path, int Numbers)> arrays)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Number:
                return 1;
            case JsonValueKind.Object:
                return element.EnumerateObject().Sum(p => Numbers(p.Value, $"{path}.{p.Name}", arrays));
            case JsonValueKind.Array:
                int count = element.EnumerateArray().Sum(e => Numbers(e, path, arrays));
                if (element.EnumerateArray().Any(e => e.ValueKind is JsonValueKind.Number or JsonValueKind.Array))
                {
                    arrays.Add((path, count));
                }

                return count;
            default:
                return 0;
        }
    }
}
