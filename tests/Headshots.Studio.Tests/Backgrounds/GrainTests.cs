using Headshots.Imaging;
using Headshots.Studio.Backgrounds;

namespace Headshots.Studio.Tests.Backgrounds;

public sealed class GrainTests
{
    [Theory]
    [InlineData(0.004f)]
    [InlineData(0.012f)]
    public void Measure_OfWhatWasAdded_FindsIt(float deviation)
    {
        using PlanarImage picture = Flat(0.5f);
        using PlanarImage alpha = PlanarImage.Rent(256, 256, 1);
        alpha.Fill(1);

        Grain.Add(picture, deviation);

        Assert.Equal(deviation, Grain.Measure(picture, alpha), 0.25f * deviation);
    }

    [Fact]
    public void Measure_CleanPicture_FindsNothing()
    {
        using PlanarImage picture = Flat(0.5f);
        using PlanarImage alpha = PlanarImage.Rent(256, 256, 1);
        alpha.Fill(1);

        Assert.Equal(0, Grain.Measure(picture, alpha), 1e-5f);
    }

    [Fact]
    public void Measure_NobodyThere_FindsNothing()
    {
        using PlanarImage picture = Flat(0.5f);
        using PlanarImage alpha = PlanarImage.Rent(256, 256, 1);
        alpha.Fill(0);
        Grain.Add(picture, 0.01f);

        Assert.Equal(0, Grain.Measure(picture, alpha));
    }

    private static PlanarImage Flat(float value)
    {
        PlanarImage picture = PlanarImage.Rent(256, 256, 3);
        picture.Fill(value);
        return picture;
    }
}
