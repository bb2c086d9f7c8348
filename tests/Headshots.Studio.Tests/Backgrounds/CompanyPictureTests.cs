using Headshots.Imaging;
using Headshots.Studio.Backgrounds;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Backgrounds;

public sealed class CompanyPictureTests
{
    [Theory]
    [InlineData(400, 200, 1f, 0.5f, 0.5f, 100, 0, 200, 200)]
    [InlineData(400, 200, 1f, 0f, 0.5f, 0, 0, 200, 200)]
    [InlineData(400, 200, 1f, 0.4f, 0.5f, 60, 0, 200, 200)]
    [InlineData(400, 200, 1f, 1f, 0.5f, 200, 0, 200, 200)]
    [InlineData(200, 400, 0.8f, 0.5f, 0.9f, 0, 150, 200, 250)]
    public void Cover_FillsTheFrameAroundTheFocus(
        int width, int height, float aspect, float focusX, float focusY, float x, float y, float w, float h) =>
        Assert.Equal(new RectF(x, y, w, h), CompanyPicture.Cover(width, height, aspect, focusX, focusY));

    [Fact]
    public void Cover_AnyHeightAndAspect_StaysInsideThePicture()
    {
        foreach ((int frameWidth, int frameHeight) in new[] { (96, 96), (683, 1024), (64, 96), (1200, 1500), (313, 400), (768, 1024) })
        {
            for (int height = 1; height < 3000; height++)
            {
                RectF region = CompanyPicture.Cover(20_000, height, (float)frameWidth / frameHeight, 0.5f, 1);

                Assert.True(region.Y >= 0 && region.Bottom <= height, $"{frameWidth} x {frameHeight} of {height} rows: {region}");
            }
        }
    }

    [Fact]
    public void Paint_Sharp_ShowsThePictureWhereTheFocusIs()
    {
        using PlanarImage target = PlanarImage.Rent(64, 64, 3);

        Assert.True(CompanyPicture.Paint(new ImageBackground { Image = "wall.png", FocusX = 1, Blur = 0 }, Wall(), target));

        Assert.Equal(200 / 255f, target.Row(0, 30)[30], 0.01f);
    }

    [Fact]
    public void Paint_Blurred_MixesLightNotNumbers()
    {
        using PlanarImage target = PlanarImage.Rent(128, 128, 3);

        // Half of the frame is dark and half light, side by side in the middle.
        Assert.True(CompanyPicture.Paint(new ImageBackground { Image = "wall.png", Blur = 1 }, Wall(), target));

        double light = (SrgbCurve.ToLinear(50 / 255.0) + SrgbCurve.ToLinear(200 / 255.0)) / 2;
        float middle = (target.Row(0, 64)[63] + target.Row(0, 64)[64]) / 2;
        Assert.Equal(SrgbCurve.ToEncoded(light), middle, 0.02);
        Assert.Equal(50 / 255f, target.Row(0, 64)[10], 0.01f);
    }

    [Fact]
    public void Paint_FromManyThreads_ReadsThePictureOnce()
    {
        KitAssets assets = Wall();
        ImageBackground spec = new() { Image = "wall.png" };
        int made = 0;

        _ = Parallel.For(0, 16, _ => assets.Backdrops.Get(spec, 64, 64, () =>
        {
            Interlocked.Increment(ref made);
            return new Backing(2, 2, new ushort[12]);
        }));

        Assert.Equal(1, made);
    }

    [Fact]
    public void Prepared_MoreThanMayBeKept_ForgetsTheOldest()
    {
        PreparedBackdrops kept = new();
        int made = 0;
        for (int size = 1; size <= 12; size++)
        {
            Get(size);
        }

        Get(12);
        Assert.Equal(12, made);
        Get(1);
        Assert.Equal(13, made);

        void Get(int size) => kept.Get(new ImageBackground { Image = "a" }, size, size, () =>
        {
            made++;
            return new Backing(2048, 2048, new ushort[3 * 2048 * 2048 / 4]);
        });
    }

    [Fact]
    public void Check_MissingOrBrokenFile_NamesFileAndPlace()
    {
        byte[] whole = SitterStudio.Encode(Halves());
        PortraitSpec spec = new() { Background = new ImageBackground { Image = "wall.jpg" } };

        Assert.Empty(With("wall.jpg", whole).Check(spec));
        AssertProblem("does not come with", KitAssets.None);
        AssertProblem("cannot be used", With("wall.jpg", whole[..(whole.Length / 2)]));
        AssertProblem("cannot be used", With("wall.jpg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()));

        void AssertProblem(string words, KitAssets assets)
        {
            AssetProblem problem = Assert.Single(assets.Check(spec));
            Assert.Equal(("$.background.image", "wall.jpg"), (problem.Path, problem.Name));
            Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Check_Garment_MustBeWhatCanBeWorn()
    {
        PortraitSpec spec = new() { Attire = new AttireSpec { Mode = "overlay", Garment = "ours.svg" } };

        Assert.Empty(With("ours.svg", Svg("<rect width='9' height='9'/>")).Check(spec));
        Assert.Empty(With("ours.svg", SitterStudio.Encode(Halves(), new PngSettings())).Check(spec));
        Assert.Contains("too complex", Assert.Single(With("ours.svg", Svg("<script/>")).Check(spec)).Message, StringComparison.Ordinal);
        Assert.Contains("SVG or a PNG", Assert.Single(With("ours.svg", SitterStudio.Encode(Halves())).Check(spec)).Message, StringComparison.Ordinal);
        Assert.Single(With("ours.svg", "nothing at all"u8.ToArray()).Check(spec));

        static byte[] Svg(string body) =>
            System.Text.Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{body}</svg>");
    }

    private static KitAssets Wall() => With("wall.png", SitterStudio.Encode(Halves(), new PngSettings()));

    private static KitAssets With(string name, byte[] file) =>
        new(new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal) { [name] = file });

    /// <summary>Dark on the left, light on the right, twice as wide as high.</summary>
    private static RgbImage Halves()
    {
        RgbImage image = RgbImage.Rent(400, 200);
        for (int y = 0; y < 200; y++)
        {
            image.Row(y)[..600].Fill(50);
            image.Row(y)[600..].Fill(200);
        }

        return image;
    }
}
