using FsCheck;
using FsCheck.Fluent;
using Headshots.Imaging.Tests.Pixels;

namespace Headshots.Imaging.Tests.Resampling;

public sealed class PixelReductionTests
{
    [Fact]
    public void Reduce_AnySizeAndFactor_IsTheRoundedMeanOfEachBox() =>
        Prop.ForAll(
            Gen.Choose(1, 90).Two().SelectMany(size => Gen.Choose(1, 12).Select(factor => (size.Item1, size.Item2, factor))).ToArbitrary(),
            given =>
            {
                (int width, int height, int factor) = given;
                using RgbImage source = Drawn.Noise(width, height, width + (100 * height));
                using RgbImage target = PixelReduction.Reduce(source, factor);
                Assert.Equal(((width + factor - 1) / factor, (height + factor - 1) / factor), (target.Width, target.Height));
                for (int y = 0; y < target.Height; y++)
                {
                    for (int x = 0; x < target.Width * 3; x++)
                    {
                        Assert.Equal(BoxMean(source, x / 3, y, x % 3, factor), target.Row(y)[x]);
                    }
                }
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reduce_WhiteByTheLargestFactor_StaysWhite()
    {
        using RgbImage source = RgbImage.Rent(600, 300);
        source.Pixels.Fill(255);
        using RgbImage target = PixelReduction.Reduce(source, PixelReduction.MaxFactor);
        Assert.Equal((3, 2), (target.Width, target.Height));
        Assert.Equal(-1, target.Pixels.IndexOfAnyExcept((byte)255));
    }

    private static int BoxMean(RgbImage source, int x, int y, int channel, int factor)
    {
        int sum = 0;
        int count = 0;
        for (int j = y * factor; j < Math.Min((y + 1) * factor, source.Height); j++)
        {
            for (int i = x * factor; i < Math.Min((x + 1) * factor, source.Width); i++, count++)
            {
                sum += source.Row(j)[(3 * i) + channel];
            }
        }

        return (sum + (count / 2)) / count;
    }
}
