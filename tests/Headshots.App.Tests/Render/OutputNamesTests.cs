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
    public void For_Paths_GivesEachItsOwnSafeName(string paths, string expected) =>
        Assert.Equal(expected.Split(' '), OutputNames.For(paths.Split(' ')));
}
