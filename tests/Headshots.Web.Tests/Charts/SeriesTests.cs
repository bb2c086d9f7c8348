using Headshots.Web.Charts;

namespace Headshots.Web.Tests.Charts;

public sealed class SeriesTests
{
    [Theory]
    [InlineData(0, "0 1")]
    [InlineData(3, "0 1 2 3")]
    [InlineData(9, "0 2 4 6 8 10")]
    [InlineData(132, "0 50 100 150")]
    [InlineData(4800, "0 1000 2000 3000 4000 5000")]
    public void Ticks_UpToALargestValue_AreRoundAndFew(int largest, string ticks) =>
        Assert.Equal(ticks, string.Join(' ', Of(largest).Ticks));

    [Fact]
    public void Points_OfASeries_LieInsideTheDrawing()
    {
        Series series = Of(0, 7, 132);

        Assert.Equal(Series.Height - 28, series.Y(0));
        Assert.All(Enumerable.Range(0, 3), i => Assert.InRange(series.X(i), 44, Series.Width - 12));
        Assert.InRange(series.Y(132), 12, series.Y(7));
    }

    private static Series Of(params int[] values) => new("t", "l", "v", [.. values.Select((v, i) => new SeriesPoint($"{i}", v))]);
}
