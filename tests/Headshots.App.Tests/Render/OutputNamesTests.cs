using Headshots.App.Render;

namespace Headshots.App.Tests.Render;

public sealed class OutputNamesTests
{
    [Theory]
    [InlineData("a/ann.jpg b/bob.jpg", "ann bob")]
    [InlineData("a/ann.jpg b/ann.png c/Ann.webp", "ann ann-2 Ann-3")]
    [InlineData("ann-2.jpg ann.jpg ann.png", "ann-2 ann ann-3")]
    [InlineData(".jpg ...jpg ..hidden.jpg", "photo photo-2 hidden")]
    [InlineData("a:b.jpg", "a_b")]
    [InlineData("CON.jpg nul.team.jpg Com1.png COM¹.jpg", "_CON _nul.team _Com1 _COM¹")]
    [InlineData("console.jpg com.jpg com12.jpg comx.jpg lpta.jpg", "console com com12 comx lpta")]
    public void For_Paths_GivesEachItsOwnSafeName(string paths, string expected) =>
        Assert.Equal(expected.Split(' '), OutputNames.For(paths.Split(' ')));

    [Fact]
    public void For_NamesThatDifferOnlyInHowAccentsAreWritten_KeepsThemApart() =>
        Assert.Equal(["Jos\u00e9", "Jose\u0301-2", "JOS\u00c9-3"], OutputNames.For(["a/Jos\u00e9.jpg", "b/Jose\u0301.jpg", "c/JOS\u00c9.jpg"]));
}
