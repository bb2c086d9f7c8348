using Headshots.Imaging;
using Headshots.Studio.Backgrounds.Places;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Tests.Backgrounds.Places;

public sealed class PlacePainterTests
{
    public static TheoryData<string> Names => [.. SceneBackground.Scenes];

    [Theory]
    [MemberData(nameof(Names))]
    public void Paint_SameSeed_DrawsTheSamePlaceOnAnyNumberOfThreads(string name)
    {
        float[] alone;
        using (PixelThreads.Limit(1))
        {
            alone = Draw(name, 5);
        }

        Assert.Equal(alone, Draw(name, 5));
        Assert.NotEqual(alone, Draw(name, 6));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Paint_AnySeed_IsAPictureExposedLikeTheOthers(string name)
    {
        double[] means = [.. Enumerable.Range(0, 6).Select(seed => Draw(name, 100 * seed)).Select(picture =>
        {
            Assert.All(picture, v => Assert.InRange(v, -0.02f, 1.02f));
            return picture.Average(v => SrgbCurve.ToLinear((double)v));
        })];

        Assert.All(means, mean => Assert.InRange(mean, 0.08, 0.5));
        Assert.InRange(means.Max() / means.Min(), 1, 1.5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Paint_LargerPicture_ShowsTheSamePlace(string name)
    {
        const int Size = 64;
        float[] small = Draw(name, 3);
        using PlanarImage large = PlanarImage.Rent(4 * Size, 4 * Size, 3);
        PlacePainter.Paint(new SceneBackground { Scene = name, Seed = 3 }, 0, large);
        using PlanarImage reduced = PlanarImage.Rent(Size, Size, 3);
        Resampler.Resize(large, new RectF(0, 0, 4 * Size, 4 * Size), reduced);

        double difference = small.Zip(Samples(reduced)).Average(p => Math.Abs(p.First - p.Second));
        Assert.InRange(difference, 0, 0.05);
    }

    [Theory]
    [InlineData("office")]
    [InlineData("studio-grey")]
    public void Paint_FaceLitFromOneSide_HasTheLightOnThatSide(string name)
    {
        for (int seed = 0; seed < 4; seed++)
        {
            float[] fromLeft = Draw(name, seed, brightSide: -1);
            float[] fromRight = Draw(name, seed, brightSide: 1);

            // One is the mirror image of the other, and brighter where the face is.
            Assert.Equal(fromLeft[10], fromRight[63 - 10], 0.02f);
            Assert.True(LeftHalf(fromLeft) > LeftHalf(fromRight), $"seed {seed}");
        }
    }

    private static float LeftHalf(float[] picture) => picture.Where((_, i) => i % 64 < 32).Sum();

    private static float[] Draw(string name, int seed, float brightSide = 0)
    {
        using PlanarImage picture = PlanarImage.Rent(64, 64, 3);
        PlacePainter.Paint(new SceneBackground { Scene = name, Seed = seed }, brightSide, picture);
        return Samples(picture);
    }

    private static float[] Samples(PlanarImage picture) =>
        [.. Enumerable.Range(0, 3 * picture.Height).SelectMany(i => picture.Row(i / picture.Height, i % picture.Height).ToArray())];
}
