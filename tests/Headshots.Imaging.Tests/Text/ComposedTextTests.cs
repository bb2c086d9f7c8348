namespace Headshots.Imaging.Tests.Text;

public sealed class ComposedTextTests
{
    [Theory]
    [InlineData("Ann", "Ann")]
    [InlineData("Jos\u00e9", "Jos\u00e9")]
    [InlineData("Jose\u0301", "Jos\u00e9")]
    [InlineData("\u1112\u1161\u11ab", "\ud55c")]
    [InlineData("\ud83d\ude00", "\ud83d\ude00")]
    public void Of_Text_HasLettersAndMarksAsOne(string text, string composed) => Assert.Equal(composed, ComposedText.Of(text));

    [Fact]
    public void Of_HalfAPair_DoesNotThrow() => Assert.NotNull(ComposedText.Of("Jose\u0301 \ud83d"));
}
