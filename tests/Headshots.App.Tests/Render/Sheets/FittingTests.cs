using Headshots.App.Render.Sheets;
using Headshots.Imaging;

namespace Headshots.App.Tests.Render.Sheets;

public sealed class FittingTests
{
    private static readonly SheetFont _font = new(20, true, RgbColour.Parse("#000000"));

    [Theory]
    [InlineData("ann.jpg", "ann.jpg")]
    [InlineData(" ", "(no name)")]
    public void InOneLine_NameThatFits_IsItself(string name, string shown) => Assert.Equal(shown, Fitting.InOneLine(name, _font, 600));

    [Theory]
    [InlineData(100)]
    [InlineData(600)]
    public void InOneLine_LongName_KeepsItsBeginningAndEndWithinTheWidth(int width)
    {
        string name = string.Concat(Enumerable.Repeat("from the summer party ", 12)) + "(2).jpg";

        string shown = Fitting.InOneLine(name, _font, width);

        Assert.StartsWith("fr", shown, StringComparison.Ordinal);
        Assert.EndsWith("pg", shown, StringComparison.Ordinal);
        using PlanarImage ink = TextPicture.Draw(shown, _font.Size, _font.Bold);
        Assert.InRange(ink.Width, width / 2, width);
    }

    [Fact]
    public void InOneLine_NameOfPairs_TearsNoneApart() =>
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(
            System.Text.Encoding.UTF8.GetBytes(Fitting.InOneLine(string.Concat(Enumerable.Repeat("😀", 80)), _font, 300))));

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    public void InHeight_LongText_LosesItsEnd(int height)
    {
        string text = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"word{i}"));

        string shown = Fitting.InHeight(text, _font, 400, height)!;

        Assert.StartsWith("word0 word1", shown, StringComparison.Ordinal);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        using PlanarImage ink = TextPicture.Draw(shown, _font.Size, _font.Bold, 400);
        Assert.InRange(ink.Height, height / 2, height);
    }

    [Fact]
    public void InHeight_NoRoomAtAll_IsNull() => Assert.Null(Fitting.InHeight("one two", _font, 400, 0));
}
