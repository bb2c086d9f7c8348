using Headshots.Web.Pictures;

namespace Headshots.Web.Tests.Pictures;

public sealed class AvatarTagTests
{
    [Theory]
    [InlineData("Ada Lovelace", "AL")]
    [InlineData("Ludwig van Beethoven", "LB")]
    [InlineData("  björk ", "B")]
    [InlineData("élodie šimić", "ÉŠ")]
    [InlineData("", "?")]
    public void Initials_OfAName_AreFirstAndLast(string name, string initials) => Assert.Equal(initials, AvatarTag.Initials(name));
}
