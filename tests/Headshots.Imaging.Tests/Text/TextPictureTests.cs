namespace Headshots.Imaging.Tests.Text;

public sealed class TextPictureTests
{
    [Theory]
    [InlineData("Ann")]
    [InlineData("José Ångström Łukasz")]
    [InlineData("<b> & \"quotes\" </b> &amp;")]
    [InlineData("\u0001\u0007")]
    [InlineData("李小龙")]
    public void Draw_AnyText_LeavesInk(string text)
    {
        using PlanarImage ink = TextPicture.Draw(text, 16);

        Assert.Contains(Enumerable.Range(0, ink.Height), y => ink.Row(0, y).ContainsAnyExceptInRange(-1f, 0.5f));
    }

    [Fact]
    public void Draw_LongText_IsBrokenAtTheWidth()
    {
        using PlanarImage line = TextPicture.Draw("one two three four five six seven eight nine ten", 16);
        using PlanarImage broken = TextPicture.Draw("one two three four five six seven eight nine ten", 16, width: 120);

        Assert.InRange(broken.Width, 60, 120);
        Assert.True(broken.Height > 3 * line.Height);
    }

    [Fact]
    public void Draw_Bold_IsHeavier()
    {
        using PlanarImage light = TextPicture.Draw("Headshots", 20);
        using PlanarImage heavy = TextPicture.Draw("Headshots", 20, bold: true);

        Assert.True(Ink(heavy) > 1.15 * Ink(light));
    }

    private static double Ink(PlanarImage ink) => Enumerable.Range(0, ink.Height).Sum(y => ink.Row(0, y).ToArray().Sum());
}
